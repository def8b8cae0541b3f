// A table changed by hand over HTTP: every change a version, under its tag, with its receipt and its history.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RowsPage, TableHead } from '../../shared/contract/schemas.ts'
import type { TableBody, TableVersion } from '../../shared/contract/table-schemas.ts'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import { type Client, createClient } from '../chat/testing/client.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'
import { writeEvidenced } from './testing/write-evidenced.ts'

let app: TestApp
let ada: Client
let messageId: string
beforeAll(async () => {
  app = await createTestApp()
  ada = await createClient(app)
  messageId = (await ada.send(await ada.converse(), { content: 'Three orders, please.' })).messageId
})
afterAll(() => app.close())

const columns: Column[] = [
  { key: 'item', name: 'Item', type: 'text' },
  { key: 'count', name: 'Count', type: 'number' },
  { key: 'price', name: 'Price', type: 'currency', currency: 'EUR' },
  { key: 'sum', name: 'Sum', type: 'currency', currency: 'EUR', formula: 'count * price' },
]
const rows: Cell[][] = [
  ['Pen', 3, 2, 6],
  ['Ink', 2, 5, 10],
  ['Pad', 1, null, null],
]
const span = (start: number): Evidence => ({ source: 'message:1', start, end: start + 1 })
const evidence: Evidence[][] = [
  [span(0), span(2), 'unsupported', 'computed'],
  [span(4), 'unsupported', span(6), 'computed'],
  [span(8), span(9), null, null],
]
const write = () => writeEvidenced(app.sql, { messageId, columns, rows, evidence })

const change = (id: string, body: TableBody, headers: Record<string, string> = {}) =>
  ada.call('PATCH', `/tables/${id}`, { body, headers })
const changed = async (id: string, body: TableBody) => {
  const answer = await change(id, body)
  if (answer.status !== 200) throw new Error(await answer.text())
  return (await answer.json()) as TableHead
}
const read = (id: string, query = '') => ada.get<RowsPage>(`/tables/${id}/rows${query}`)

describe('cells', () => {
  it('that are set, emptied and confirmed make a version with its own receipt', async () => {
    const id = await write()
    const before = await ada.get<TableHead>(`/tables/${id}`)
    expect(before).toMatchObject({ version: 1, receipt: { cells_quoted: 6, cells_computed: 2, cells_unsupported: 2 } })
    const head = await changed(id, {
      cells: [
        { row: 0, column: 'price', confirm: true },
        { row: 1, column: 'count', value: null },
        { row: 2, column: 'price', value: '4,50 €' },
      ],
    })
    expect(head).toMatchObject({ id, version: 2, latest_version: 2, row_count: 3, message_id: messageId })
    expect(head.receipt).toMatchObject({ cells_quoted: 8, cells_computed: 3, cells_unsupported: 0, cells_unread: 0 })
    const now = await read(id)
    expect(now.items).toEqual([
      ['Pen', 3, 2, 6],
      ['Ink', null, 5, 0],
      ['Pad', 1, 4.5, 4.5],
    ])
    expect(now.evidence?.[0]?.[2]).toBe('confirmed')
    expect(now.evidence?.[1]?.[1]).toBeNull()
    expect(now.evidence?.[2]).toEqual([span(8), span(9), 'confirmed', 'computed'])
    expect((await read(id, '?version=1')).items).toEqual(rows)
    expect(await ada.get(`/tables/${id}?version=1`)).toEqual({ ...before, latest_version: 2 })
  })

  it('are read as their column, and stay the text they are where they do not fit', async () => {
    const id = await write()
    const head = await changed(id, {
      cells: [
        { row: 0, column: 'count', value: 'about three' },
        { row: 1, column: 'count', value: '1,200' },
        { row: 2, column: 'price', value: '$3' },
        { row: 2, column: 'item', value: '007' },
      ],
    })
    expect((await read(id)).items.map((row) => row.slice(0, 3))).toEqual([
      ['Pen', 'about three', 2],
      ['Ink', 1200, 5],
      ['007', 1, '$3'],
    ])
    expect(head.receipt?.cells_unread).toBe(2)
  })

  it('of rows from the reader get evidence only when they are changed', async () => {
    const source = { origin: 'message' as const, where: 'your message', format: 'csv' }
    const id = await writeEvidenced(app.sql, {
      messageId,
      columns: columns.slice(0, 3),
      rows: rows.map((row) => row.slice(0, 3)),
      evidence: null,
      source,
    })
    expect((await read(id)).evidence).toBeUndefined()
    const head = await changed(id, { cells: [{ row: 0, column: 'item', value: 'Quill' }] })
    expect(head).toMatchObject({ source, receipt: { cells_quoted: 8, cells_unsupported: 0 } })
    expect((await read(id)).evidence?.[0]).toEqual(['confirmed', null, null])
  })

  it('that are not there, or computed, are refused, and nothing is changed', async () => {
    const id = await write()
    for (const cell of [
      { row: 3, column: 'item', value: 'x' },
      { row: 0, column: 'nope', value: 'x' },
      { row: 0, column: 'sum', value: 1 },
    ]) {
      const answer = await change(id, { title: 'New', cells: [cell] })
      expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'invalid_request' }])
    }
    expect(await ada.get(`/tables/${id}`)).toMatchObject({ version: 1, title: 'Orders' })
    expect((await change(id, { cells: [{ row: 0, column: 'item' } as never] })).status).toBe(400)
  })
})

describe('title and columns', () => {
  it('change under the tag of the last read', async () => {
    const id = await write()
    const etag = (await ada.call('GET', `/tables/${id}`)).headers.get('etag') ?? ''
    const first = await change(id, { title: 'Orders in May' }, { 'if-match': etag })
    expect(first.status).toBe(200)
    expect(await first.json()).toMatchObject({ title: 'Orders in May', version: 2 })
    const second = await change(id, { title: 'Stale' }, { 'if-match': etag })
    expect([second.status, await second.json()]).toMatchObject([412, { code: 'stale' }])
    const now = first.headers.get('etag') ?? ''
    expect(now).not.toBe(etag)
    expect((await change(id, { columns: [{ key: 'item', name: 'Thing' }] }, { 'if-match': now })).status).toBe(200)
    expect(await read(id)).toEqual(await read(id, '?version=1'))
  })

  it('read their cells anew as another type, in every row', async () => {
    const id = await write()
    const asText = await changed(id, { columns: [{ key: 'price', type: 'text' }] })
    expect(asText.columns[2]).toEqual({ key: 'price', name: 'Price', type: 'text' })
    expect((await read(id)).items.map((row) => row[2])).toEqual(['2 EUR', '5 EUR', null])
    const asNumber = await changed(id, { columns: [{ key: 'count', type: 'date', name: 'When' }] })
    expect(asNumber.columns[1]).toMatchObject({ type: 'date', name: 'When' })
    expect(asNumber.receipt?.cells_unread).toBe(3)
    await changed(id, { columns: [{ key: 'count', type: 'number' }] })
    expect((await read(id)).items.map((row) => row[1])).toEqual([3, 2, 1])
    const sum = await change(id, { columns: [{ key: 'sum', type: 'text' }] })
    expect(sum.status).toBe(400)
  })
})

describe('the history', () => {
  it('tells every version, the newest first, page by page', async () => {
    const id = await write()
    await changed(id, { title: 'May', cells: [{ row: 0, column: 'price', confirm: true }] })
    await changed(id, { cells: [0, 1].map((row) => ({ row, column: 'item', value: null })) })
    type Page = { items: TableVersion[]; next_cursor: string | null }
    const first = await ada.get<Page>(`/tables/${id}/history?limit=2`)
    expect(first.items).toMatchObject([
      { version: 3, by: 'person', message_id: messageId, changes: 'Emptied 2 cells', row_count: 3 },
      { version: 2, by: 'person', changes: 'Renamed the table, confirmed a cell' },
    ])
    const rest = await ada.get<Page>(`/tables/${id}/history?cursor=${first.next_cursor}`)
    expect(rest).toMatchObject({ items: [{ version: 1, by: 'reply', changes: 'Made the table' }], next_cursor: null })
  })
})

describe('two changes at once', () => {
  it('come one after the other: one with a tag wins, the other is stale', async () => {
    const id = await write()
    const etag = (await ada.call('GET', `/tables/${id}`)).headers.get('etag') ?? ''
    const answers = await Promise.all(['A', 'B', 'C'].map((title) => change(id, { title }, { 'if-match': etag })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412])
    const plain = await Promise.all(
      [0, 1, 2].map((row) => change(id, { cells: [{ row, column: 'item', value: 'x' }] })),
    )
    expect(plain.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await read(id)).items.map((row) => row[0])).toEqual(['x', 'x', 'x'])
  })
})

it('a table of somebody else is as if it did not exist', async () => {
  const id = await write()
  const eve = await createClient(app)
  for (const [method, path, body] of [
    ['PATCH', '', { title: 'Mine' }],
    ['GET', '/history'],
    ['GET', '/evidence?row=0&column=item'],
    ['GET', '/rows?version=1'],
    ['GET', '?version=1'],
  ] as const) {
    const foreign = await eve.call(method, `/tables/${id}${path}`, { body })
    const unknown = await eve.call(method, `/tables/${crypto.randomUUID()}${path}`, { body })
    expect([method, path, foreign.status]).toEqual([method, path, 404])
    expect(((await foreign.json()) as { detail: string }).detail).toBe(
      ((await unknown.json()) as { detail: string }).detail,
    )
  }
  expect(await ada.get(`/tables/${id}`)).toMatchObject({ title: 'Orders', version: 1 })
})
