// Signs up, has a pasted list made a table, and exports it to Google Sheets: `node docs/examples/export-a-table.ts [server]`.
import { createClient } from '../../shared/client/client.ts'

const baseUrl = process.argv[2] ?? 'http://127.0.0.1:8787'
const client = createClient({ baseUrl })

// 1. An account. From here on the client keeps the session fresh by itself.
const email = `ada-${Date.now()}@example.com`
client.use(await client.call('register', { body: { email, password: 'a long and unusual sentence' } }))

// 2. A message. The reply comes as events; rows are there as soon as they are read.
const conversation = await client.call('createConversation', { body: { title: 'Orders of May' } })
const content = 'order,quantity,price\nA-1,2,9.50\nA-2,1,20.00\nA-3,5,1.25'
let rows = 0
for await (const event of client.stream('sendMessage', { params: { id: conversation.id }, body: { content } })) {
  if (event.type === 'table-start')
    console.log(`table ${event.title}: ${event.columns.map(({ name }) => name).join(', ')}`)
  if (event.type === 'rows-add') rows += event.rows.length
  if (event.type === 'message-end') console.log(`${rows} rows, ${event.state}`)
}

// 3. The table, as it is kept.
const tables = await client.call('listConversationTables', { params: { id: conversation.id } })
const [table] = tables.items
if (!table) throw new Error('No table came of that.')
for await (const row of client.items('listRows', { params: { table_id: table.id } })) console.log(row.join(' | '))

// 4. A Google account, once per person: they agree on a page of Google’s.
const connections = await client.call('listGoogleConnections', {})
if (connections.items.length === 0) {
  const { url } = await client.call('authorizeGoogle', {})
  console.log(`open ${url}`)
  while ((await client.call('listGoogleConnections', {})).items.length === 0) await pause(500)
}

// 5. The export: answered at once, written by a job. Sent again with the same key, it would not be written twice.
const exported = await client.call('createExport', {
  body: { conversation_id: conversation.id, table_id: table.id, template: 'plain_table', title: 'Orders of May' },
  idempotencyKey: `orders-of-may-${conversation.id}`,
})
let status = await client.call('getExportStatus', { params: { sheet_id: exported.id } })
while (['queued', 'running', 'waiting'].includes(status.state)) {
  await pause(300)
  status = await client.call('getExportStatus', { params: { sheet_id: exported.id } })
}
console.log(`${status.state}: ${status.progress.rows} rows in ${status.url}`)

function pause(ms: number) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
