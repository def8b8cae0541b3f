// A table as a file: every value as it is, nothing that a spreadsheet program would run, nobody else's.
import { readXlsx } from 'hucre'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
  { key: 'id', name: 'Id', type: 'text' },
  { key: 'price', name: 'Price, net', type: 'currency', currency: 'EUR' },
  { key: 'day', name: 'Day', type: 'date' },
  { key: 'paid', name: 'Paid', type: 'boolean' },
]
const rows: Cell[][] = [
  ['0042', 12.5, '2026-03-01', true],
  ['=HYPERLINK("http://x.example","a")', null, '2026-12-31', false],
  ['+49 30 123-45', -3, 'soon', null],
  ['-2+cmd|x', 0.1, null, null],
  ['two\nlines, "quoted" ß 名 😀', 1e6, '1999-01-02', true],
]
const write = (evidence: Evidence[][] | null = null) =>
  writeEvidenced(app.sql, { messageId, title: 'Orders: March/April', columns, rows, evidence })
const download = (id: string, query: string) => ada.call('GET', `/tables/${id}/download${query}`)

const parse = (csv: string) => Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data

describe('CSV', () => {
  it('holds every value, and texts that look like formulas are made harmless', async () => {
    const answer = await download(await write(), '?format=csv')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Orders%20March%20April.csv")
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(parse(new TextDecoder().decode(bytes))).toEqual([
      ['Id', 'Price, net', 'Day', 'Paid'],
      ['0042', '12.5', '2026-03-01', 'TRUE'],
      ['\'=HYPERLINK("http://x.example","a")', '', '2026-12-31', 'FALSE'],
      ['+49 30 123-45', '-3', 'soon', ''],
      ["'-2+cmd|x", '0.1', '', ''],
      ['two\nlines, "quoted" ß 名 😀', '1000000', '1999-01-02', 'TRUE'],
    ])
  })

  it('is exact when asked', async () => {
    const text = await (await download(await write(), '?exact=true')).text()
    expect(parse(text)[2]?.[0]).toBe('=HYPERLINK("http://x.example","a")')
  })

  it('leaves out what stands in no source', async () => {
    const evidence = rows.map((row): Evidence[] => row.map((_, at) => (at === 1 ? 'unsupported' : null)))
    const text = await (await download(await write(evidence), '')).text()
    expect(parse(text).map((cells) => cells[1])).toEqual(['Price, net', '', '', '', '', ''])
  })
})

it('an Excel workbook keeps types: text is text, days and amounts are values', async () => {
  const answer = await download(await write(), '?format=xlsx')
  const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  const [sheet] = book.sheets
  expect(sheet?.name).toBe('Orders March April')
  expect(sheet?.rows.length).toBe(rows.length + 1)
  expect(sheet?.rows[1]?.[0]).toBe('0042')
  expect(sheet?.rows[2]?.[0]).toBe('=HYPERLINK("http://x.example","a")')
  expect(sheet?.rows[1]?.[1]).toBe(12.5)
  expect(new Date(sheet?.rows[1]?.[2] as Date).toISOString().slice(0, 10)).toBe('2026-03-01')
  expect(sheet?.rows[3]?.[2]).toBe('soon')
  expect(sheet?.rows[5]?.[0]).toBe(rows[4]?.[0])
})

it('JSON has the columns and every cell with where it comes from', async () => {
  const evidence = rows.map((row): Evidence[] => row.map((_, at) => (at === 0 ? 'confirmed' : null)))
  const body = await (await download(await write(evidence), '?format=json')).json()
  expect(body).toMatchObject({ title: 'Orders: March/April', columns, row_count: rows.length, version: 1 })
  expect(body.rows).toEqual(rows.map((cells, at) => ({ cells, evidence: evidence[at] })))
})

it('is nobody else’s, and refuses what it does not know', async () => {
  const id = await write()
  const stranger = await createClient(app)
  expect((await stranger.call('GET', `/tables/${id}/download`)).status).toBe(404)
  expect((await download(id, '?format=pdf')).status).toBe(400)
  expect((await download(id, '?version=9')).status).toBe(404)
})
