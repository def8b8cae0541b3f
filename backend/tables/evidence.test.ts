// Where a cell comes from, over HTTP: the message, the file or the place that states it, with the words around.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CellEvidence } from '../../shared/contract/table-schemas.ts'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import { type Client, createClient } from '../chat/testing/client.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'
import { writeEvidenced } from './testing/write-evidenced.ts'

let app: TestApp
let ada: Client
beforeAll(async () => {
  app = await createTestApp()
  ada = await createClient(app)
})
afterAll(() => app.close())

const columns: Column[] = [
  { key: 'name', name: 'Name', type: 'text' },
  { key: 'paid', name: 'Paid', type: 'number' },
  { key: 'twice', name: 'Twice', type: 'number', formula: 'paid * 2' },
]
type Start = { message_id: string; user_message_id: string }
const say = async (id: string, body: Record<string, unknown>) =>
  (await ada.send(id, body)).events[0] as unknown as Start
const at = (text: string, part: string, source: string): Evidence => {
  const start = text.indexOf(part)
  return { source, start, end: start + part.length }
}
const ask = (id: string, row: number, column: string) =>
  ada.get<CellEvidence>(`/tables/${id}/evidence?row=${row}&column=${column}`)
const write = (messageId: string, rows: Cell[][], evidence: Evidence[][] | null) =>
  writeEvidenced(app.sql, { messageId, columns, rows, evidence })

describe('a quoted cell', () => {
  it('names the message and the line, and says the words around', async () => {
    const text = 'Hello 👋,\nyesterday Žofie paid 1 250 for the room.\nBye'
    const { message_id, user_message_id } = await say(await ada.converse(), { content: text })
    const source = `message:${user_message_id}`
    const id = await write(
      message_id,
      [['Žofie', 1250, 2500]],
      [[at(text, 'Žofie', source), at(text, '1 250', source), 'computed']],
    )
    expect(await ask(id, 0, 'paid')).toEqual({
      kind: 'quoted',
      source: { kind: 'message', label: 'your message', line: 2 },
      before: 'yesterday Žofie paid ',
      quote: '1 250',
      after: ' for the room.',
      formula: null,
    })
    expect(await ask(id, 0, 'twice')).toMatchObject({
      kind: 'computed',
      formula: '[Paid]*2',
      quote: '2500',
      source: null,
    })
  })

  it('of an earlier message says so', async () => {
    const talk = await ada.converse()
    const text = 'Ada paid 7.'
    const first = await say(talk, { content: text })
    const { message_id } = await say(talk, { content: 'As a table, please.' })
    const id = await write(
      message_id,
      [['Ada', 7, null]],
      [[at(text, 'Ada', `message:${first.user_message_id}`), 'unsupported', null]],
    )
    expect(await ask(id, 0, 'name')).toMatchObject({
      source: { label: 'an earlier message', line: 1 },
      after: ' paid 7.',
    })
  })

  it('of a file is found in its text as it was decoded', async () => {
    const text = 'Protokoll\nFür Jürgen wurden 40 Euro gezahlt, alles in Ordnung. Mehr steht hier nicht drin.'
    const { id: file_id } = (await (await ada.upload('alt.txt', Buffer.from(text, 'latin1'))).json()) as { id: string }
    const { message_id } = await say(await ada.converse(), {
      content: 'Bitte als Tabelle.',
      locale: 'de_DE',
      attachments: [{ kind: 'file', file_id }],
    })
    const id = await write(
      message_id,
      [['Jürgen', 40, null]],
      [[at(text, 'Jürgen', `file:${file_id}`), at(text, '40', `file:${file_id}`), null]],
    )
    for (const column of ['name', 'paid'])
      expect(await ask(id, 0, column)).toMatchObject({ source: { kind: 'file', label: 'alt.txt', line: 2 } })
    expect(await ask(id, 0, 'name')).toMatchObject({ before: 'Für ', quote: 'Jürgen' })
  })

  it('of a selected range is found in its row', async () => {
    const range = {
      ...{ kind: 'range', a1: "'My sheet'!A1:B3", columns: columns.slice(0, 2) },
      rows: [
        ['Ada', 7],
        ['Bob', 8.5],
      ],
    }
    const { message_id } = await say(await ada.converse(), { content: 'Who paid?', attachments: [range] })
    const text = 'Name\tPaid\nAda\t7\nBob\t8.5'
    const source = `range:${range.a1}`
    const id = await write(message_id, [['Bob', 8.5, null]], [[at(text, 'Bob', source), at(text, '8.5', source), null]])
    expect(await ask(id, 0, 'paid')).toMatchObject({
      kind: 'quoted',
      source: { kind: 'range', label: range.a1, line: 3 },
      before: 'Bob\t',
      quote: '8.5',
      after: '',
    })
  })

  it('whose source is gone, or of somebody else, says its value and no words', async () => {
    const eve = await createClient(app)
    const secret = (await eve.send(await eve.converse(), { content: 'Eve paid 99 in secret.' }))
      .events[0] as unknown as Start
    const { message_id } = await say(await ada.converse(), { content: 'Hm.' })
    const rows = [
      ['Eve', 99, null],
      ['Bob', 1, null],
    ]
    const evidence: Evidence[][] = [
      [
        { source: `message:${secret.user_message_id}`, start: 0, end: 3 },
        { source: `file:${crypto.randomUUID()}`, start: 0, end: 2 },
        null,
      ],
      [
        { source: 'range:Sheet1!A1:B2', start: 0, end: 3 },
        { source: `message:${message_id}`, start: 5_000, end: 5_001 },
        null,
      ],
    ]
    const id = await write(message_id, rows, evidence)
    expect(await ask(id, 0, 'name')).toMatchObject({
      kind: 'quoted',
      source: null,
      before: '',
      quote: 'Eve',
      after: '',
    })
    expect(await ask(id, 0, 'paid')).toMatchObject({
      source: { label: 'a file that is not here any more' },
      quote: '99',
    })
    expect(await ask(id, 1, 'name')).toMatchObject({ kind: 'read', source: { kind: 'range', label: 'Sheet1!A1:B2' } })
    expect(await ask(id, 1, 'paid')).toMatchObject({ kind: 'quoted', quote: '1', before: '' })
  })
})

describe('other cells', () => {
  it('say what they are', async () => {
    const { message_id } = await say(await ada.converse(), { content: 'Hm.' })
    const id = await write(message_id, [['Ada', 7, null]], [['unsupported', 'confirmed', null]])
    expect(await ask(id, 0, 'name')).toMatchObject({ kind: 'unsupported', source: null, quote: 'Ada' })
    expect(await ask(id, 0, 'paid')).toMatchObject({ kind: 'confirmed', quote: '7' })
    expect(await ask(id, 0, 'twice')).toMatchObject({ kind: 'empty', quote: '' })
    for (const query of ['row=1&column=name', 'row=0&column=nope', 'row=0&column=name&version=2'])
      expect((await ada.call('GET', `/tables/${id}/evidence?${query}`)).status).toBe(404)
    expect((await ada.call('GET', `/tables/${id}/evidence?column=name`)).status).toBe(400)
  })

  it('of the reader name the place that their table was read from', async () => {
    const { events } = await ada.send(await ada.converse(), { content: 'Name,Paid\nAda,7\nBob,8\n' })
    const start = events.find((event) => event.type === 'table-start')
    const id = start?.type === 'table-start' ? start.table_id : ''
    const found = await ask(id, 1, start?.type === 'table-start' ? start.columns[0]!.key : '')
    expect(found).toMatchObject({ kind: 'read', quote: 'Bob', before: '', after: '' })
  })
})
