// Whoever runs a server can lower how much it takes at once, and how much each may have.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limits } from '../../shared/contract/limits.ts'
import { loadConfig } from '../config.ts'
import { createExportClient, type ExportClient } from '../exports/testing/export-client.ts'
import { startConnected } from '../google/testing/connect.ts'
import type { TestApp } from '../platform/testing/test-app.ts'

let world: Awaited<ReturnType<typeof startConnected>>
let app: TestApp
let ann: ExportClient
beforeAll(async () => {
  world = await startConnected({
    ...{ BODY_BYTES: '20000', MESSAGE_BODY_BYTES: '60000', MESSAGE_BYTES: '15000', FILE_BYTES: '200' },
    ...{ FIELD_CHARACTERS: '10000', FIELD_ITEMS: '100', TABLE_ROWS: '5', TABLE_COLUMNS: '4', TABLE_CELLS: '16' },
    ...{ PAGE_ITEMS: '3', PAGE_ROWS: '2', KEYS_PER_USER: '2', TEMPLATES_PER_WORKSPACE: '1', WAITING_UPDATES: '2' },
  })
  app = world.app
  ann = await createExportClient(app, world.google)
})
afterAll(() => world.close())

const refusal = async (answer: Response) => {
  const { code, detail } = await answer.json()
  return { status: answer.status, code, detail }
}
const say = (id: string, body: object) => ann.call('POST', `/chat/conversations/${id}/messages`, { body })
const csv = (rows: number, columns: number) =>
  Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: columns }, (_, column) => (row === 0 ? `Name ${column}` : `${row}${column}`)).join(','),
  ).join('\n')
const range = (rows: unknown[][]) => ({
  content: 'Take these.',
  attachments: [{ kind: 'range', a1: 'Sheet1!A1:A2', columns: [{ key: 'a', name: 'A', type: 'text' }], rows }],
})

test('a client is told what this server takes', async () => {
  const { limits: told } = await (await app.call('GET', '/about')).json()
  expect(told).toEqual({
    ...{ message_bytes: 15_000, message_body_bytes: 60_000, body_bytes: 20_000, file_bytes: 200 },
    ...{ field_characters: 10_000, field_items: 100, table_rows: 5, table_columns: 4, table_cells: 16 },
    ...{ page_items: 3, page_rows: 2, streams_per_user: 20, keys_per_user: 2, templates_per_workspace: 1 },
    waiting_updates: 2,
  })
})

test('messages, files and bodies end where the server says', async () => {
  const id = await ann.converse()
  const long = await refusal(await say(id, { content: 'x'.repeat(15_001) }))
  expect(long).toMatchObject({ status: 413, code: 'message_too_long' })
  const whole = await refusal(await say(id, { content: 'x'.repeat(60_000) }))
  expect(whole).toMatchObject({ status: 413, code: 'message_too_long', detail: expect.stringContaining('60 kB') })
  const plain = await refusal(await ann.call('POST', '/chat/conversations', { body: { title: 'x'.repeat(20_000) } }))
  expect(plain).toMatchObject({ status: 400, code: 'invalid_request', detail: expect.stringContaining('20 kB') })
  const large = await refusal(await ann.upload('large.csv', `a,b\n${'1,2\n'.repeat(60)}`))
  expect(large).toMatchObject({ status: 413, code: 'file_too_large', detail: expect.stringContaining('200 bytes') })
  const within = { name: 'large.csv', content_base64: Buffer.from(`a,b\n${'1,2\n'.repeat(60)}`).toString('base64') }
  expect(await refusal(await ann.call('POST', '/extract', { body: { file: within } }))).toEqual(large)
  expect((await ann.upload('small.csv', 'a,b\n1,2\n')).status).toBe(201)
})

test('a text and a list in a field end there too, but not the text of a message', async () => {
  const id = await ann.converse()
  expect((await say(id, { content: 'word '.repeat(2_500) })).status).toBe(201)
  expect(await refusal(await say(id, range([['x'], ['x'.repeat(10_001)]])))).toEqual({
    ...{ status: 400, code: 'invalid_request' },
    detail: '“attachments.0.rows.1.0” in the body has 10,001 characters; a field may have 10,000.',
  })
  expect(await refusal(await say(id, range(new Array(101).fill(['x']))))).toMatchObject({
    detail: '“attachments.0.rows” in the body has 101 items; a field may have 100.',
  })
  const fields = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`field-${at}`, 1]))
  expect(await refusal(await ann.call('POST', '/export/templates/import', { body: fields }))).toMatchObject({
    detail: 'The body has 101 items; a field may have 100.',
  })
  const deep = `{"content":"x","template":${'['.repeat(9_000)}${']'.repeat(9_000)}}`
  const nested = await fetch(`${app.url}/api/v1/chat/conversations/${id}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ann.token}`, 'content-type': 'application/json' },
    body: deep,
  })
  expect(await refusal(nested)).toMatchObject({ status: 400, detail: expect.stringContaining('more than 100 levels') })
})

test('a page has no more than the server gives, whether it is asked for more or for nothing', async () => {
  for (let made = 0; made < 4; made++) await ann.converse()
  const page = await (await ann.call('GET', '/chat/conversations')).json()
  expect([page.items.length, typeof page.next_cursor]).toEqual([3, 'string'])
  expect((await ann.call('GET', '/chat/conversations?limit=3')).status).toBe(200)
  expect(await refusal(await ann.call('GET', '/chat/conversations?limit=4'))).toMatchObject({
    ...{ status: 400, code: 'invalid_request', detail: expect.stringContaining('<=3') },
  })
  const id = await ann.converse()
  const { tables } = await (await say(id, { content: csv(4, 2) })).json()
  const rows = (query: string) => ann.call('GET', `/tables/${tables[0].id}/rows${query}`)
  const first = await (await rows('')).json()
  expect(first.items).toHaveLength(2)
  expect((await (await rows(`?cursor=${first.next_cursor}`)).json()).items).toHaveLength(2)
  expect(await refusal(await rows('?limit=3'))).toMatchObject({ status: 400, detail: expect.stringContaining('<=2') })
})

test('an AI client goes by the same sizes', async () => {
  const call = async (name: string, given: object) => {
    const answer = await ann.call('POST', '/mcp', {
      headers: { accept: 'application/json, text/event-stream' },
      body: { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: given } },
    })
    const [, data = '{}'] = /^data: (.*)$/m.exec(await answer.text()) ?? []
    return JSON.parse(data).result.structuredContent
  }
  // Its text is that of a message, and longer than any other field may be.
  const read = await call('extract', { text: `${'word '.repeat(2_100)}\n\n${csv(2, 2)}` })
  expect(read.tables).toMatchObject([{ row_count: 2 }])
  const { tables } = await (await say(await ann.converse(), { content: csv(4, 2) })).json()
  const page = await call('get_table', { table_id: tables[0].id })
  expect([page.rows.length, typeof page.next_cursor]).toEqual([2, 'string'])
  expect((await call('list_templates', {})).templates).toHaveLength(3)
})

test.each([
  ['rows', csv(6, 2)],
  ['columns', csv(2, 5)],
  ['cells', csv(5, 4)],
])('a table of too many %s is not taken in', async (_, content) => {
  const detail = expect.stringContaining('a table may have 5 rows, 4 columns and 16 cells')
  const problem = { code: 'table_too_large', detail }
  const reply = await (await say(await ann.converse(), { content })).json()
  expect(reply).toMatchObject({ state: 'failed', problem, tables: [] })
  const answer = await ann.call('POST', '/extract', { body: { text: content } })
  expect(await refusal(answer)).toMatchObject({ status: 413, ...problem })
})

test('updates of a spreadsheet are not taken without end, nor with more rows than a table may have', async () => {
  const { conversation_id } = await ann.tables('order,quantity\n0042,3\n')
  world.google.inject({ kind: 'slow', match: 'POST /drive/v3/files', delayMs: 400 })
  const { id } = await ann.export({ conversation_id, template: 'plain_table' })
  const append = (orders: number[]) => {
    const data = orders.map((order) => ({ order: String(order), quantity: 1 }))
    return ann.call('POST', `/export/sheets/${id}/update`, { body: { update_type: 'append', data } })
  }
  expect(await refusal(await append([1, 2, 3, 4, 5, 6]))).toMatchObject({
    ...{ status: 413, code: 'table_too_large', detail: expect.stringContaining('has 6 rows') },
  })
  // The one that makes the spreadsheet waits too.
  expect((await append([1])).status).toBe(202)
  const over = await append([2])
  expect([over.status, over.headers.get('retry-after')]).toEqual([429, '60'])
  expect((await ann.finished(id)).state).toBe('done')
})

test('nobody has more keys or templates than the server lets them', async () => {
  const key = () => ann.call('POST', '/auth/keys', { body: { name: 'Nightly', scopes: ['tables:read'] } })
  expect([(await key()).status, (await key()).status]).toEqual([201, 201])
  expect(await refusal(await key())).toMatchObject({ code: 'too_many_keys', detail: expect.stringContaining('have 2') })
  const { template } = await (await ann.call('GET', '/export/templates/contact_list/export')).json()
  const save = () => ann.call('POST', '/export/templates/create', { body: template })
  expect((await save()).status).toBe(201)
  for (const refused of [save(), ann.call('POST', '/export/templates/import', { body: template })])
    expect(await refusal(await refused)).toMatchObject({
      ...{ status: 409, code: 'too_many_templates', detail: expect.stringContaining('keep 1 ') },
    })
})

test('more than there is, or nothing, is no size', () => {
  const started = (env: Record<string, string>) => () => loadConfig({ DATA_DIR: app.config.dataDir, ...env })
  expect(started({ MESSAGE_BYTES: '1000001' })).toThrow('MESSAGE_BYTES')
  expect(started({ FILE_BYTES: '0' })).toThrow('FILE_BYTES')
  expect(started({ STREAMS_PER_USER: '21' })).toThrow('from 1 to 20')
  expect(started({ BODY_BYTES: '9999' })).toThrow('from 10000 to 256000')
  expect(started({ PAGE_ROWS: '2.5' })).toThrow('PAGE_ROWS')
  const usual = started({})().limits
  expect(limits).toMatchObject(usual)
  expect(started({ MESSAGE_BODY_BYTES: '50000' })().limits).toEqual({
    ...usual,
    messageBodyBytes: 50_000,
    messageBytes: 50_000,
  })
})
