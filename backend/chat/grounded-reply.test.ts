// A reply that a model wrote, as JSON and as events: where its values stand is stored, told, counted and kept.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Message, RowsPage } from '../../shared/contract/schemas.ts'
import type { CellEvidence } from '../../shared/contract/table-schemas.ts'
import type { ReplayReply } from '../platform/model/testing/replay-openai.ts'
import type { Client } from './testing/client.ts'
import { startScriptedApp } from './testing/scripted-app.ts'

let reply: ReplayReply
let scripted: Awaited<ReturnType<typeof startScriptedApp>>
let ada: Client
beforeAll(async () => {
  scripted = await startScriptedApp(() => reply)
  ada = scripted.ada
})
afterAll(() => scripted.close())

const content =
  'Guten Tag 👋,\nŽofie Müller zahlte am Montag 1.250,50 € für das Zimmer.\nBob Stone zahlte 80 €.\nDanke!'
const column = (name: string, type: string, currency: string | null = null) => ({ name, type, currency, formula: null })
/** Bob's amount stands nowhere. */
const written = {
  title: 'Payments',
  rows_announced: null,
  columns: [column('Name', 'text'), column('Paid', 'currency', 'EUR')],
  rows: [
    ['Žofie Müller', '1.250,50 €'],
    ['Bob Stone', '95 €'],
  ],
}
const send = async (id: string) =>
  (await (
    await ada.call('POST', `/chat/conversations/${id}/messages`, { body: { content, locale: 'de_DE' } })
  ).json()) as Message

it('is the same as JSON as in its events', async () => {
  reply = { say: [{ text: 'Hier.' }, { call: 'write_table', arguments: written }] }
  const message = await send(await ada.converse())
  const [table] = message.tables
  const counts = { cells_quoted: 3, cells_computed: 0, cells_unsupported: 1, rows_extracted: 2 }
  expect(message).toMatchObject({
    content: 'Hier.',
    state: 'complete',
    tables: [{ title: 'Payments', receipt: counts }],
  })
  const page = await ada.get<RowsPage>(`/tables/${table?.id}/rows`)
  expect(page.items).toEqual([
    ['Žofie Müller', 1250.5],
    ['Bob Stone', 95],
  ])
  const { events } = await ada.send(await ada.converse(), { content, locale: 'de_DE' })
  const rows = events.find((event) => event.type === 'rows-add')
  const end = events.find((event) => event.type === 'table-end')
  const bare = (evidence: RowsPage['evidence']) =>
    evidence?.map((row) => row.map((cell) => (cell && typeof cell === 'object' ? [cell.start, cell.end] : cell)))
  expect(rows?.type === 'rows-add' && [rows.rows, bare(rows.evidence)]).toEqual([page.items, bare(page.evidence)])
  expect(end?.type === 'table-end' && end.receipt).toEqual(table?.receipt)
})

it('tells the sentence of each value, and counts anew when a person decides about one', async () => {
  reply = { say: [{ text: 'Hier.' }, { call: 'write_table', arguments: written }] }
  const [table] = (await send(await ada.converse())).tables
  const ask = (row: number) => ada.get<CellEvidence>(`/tables/${table?.id}/evidence?row=${row}&column=paid`)
  expect(await ask(0)).toEqual({
    kind: 'quoted',
    source: { kind: 'message', label: 'your message', line: 2 },
    before: 'Žofie Müller zahlte am Montag ',
    quote: expect.stringContaining('1.250,50'),
    after: expect.stringContaining('für das Zimmer.'),
    formula: null,
  })
  expect(await ask(1)).toMatchObject({ kind: 'unsupported', source: null, quote: '95' })
  const path = `/tables/${table?.id}`
  const kept = await ada.call('PATCH', path, { body: { cells: [{ row: 1, column: 'paid', confirm: true }] } })
  expect(await kept.json()).toMatchObject({ version: 2, receipt: { cells_quoted: 4, cells_unsupported: 0 } })
  expect(await ask(1)).toMatchObject({ kind: 'confirmed' })
})

it('keeps what a table was quoted from when its message is edited', async () => {
  reply = { say: [{ call: 'write_table', arguments: written }] }
  const id = await ada.converse()
  const [table] = (await send(id)).tables
  const [user] = (await ada.get<{ items: Message[] }>(`/chat/conversations/${id}/messages`)).items
  reply = { say: [{ text: 'Nichts.' }] }
  await ada.call('PATCH', `/chat/conversations/${id}/messages/${user?.id}`, { body: { content: 'Etwas anderes.' } })
  // Not listed any more, and still there for who kept its id.
  expect((await ada.get<{ items: unknown[] }>(`/chat/conversations/${id}/tables`)).items).toEqual([])
  const evidence = await ada.get<CellEvidence>(`/tables/${table?.id}/evidence?row=0&column=name&version=1`)
  expect(evidence).toMatchObject({ quote: 'Žofie Müller', after: expect.stringContaining('zahlte am Montag') })
})
