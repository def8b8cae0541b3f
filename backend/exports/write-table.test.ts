import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cellAt, putCell } from '../../emulator/workbook/cells.ts'
import type { Workbook } from '../../emulator/workbook/workbook.ts'
import { Problem } from '../platform/problem.ts'
import { createSpreadsheetWithTable } from './create-spreadsheet.ts'
import { snapshot, startLocalGoogle } from './testing/local-google.ts'
import { orders, orderWrite } from './testing/writes.ts'
import { writeTable } from './write-table.ts'

let local: Awaited<ReturnType<typeof startLocalGoogle>>
beforeEach(async () => {
  local = await startLocalGoogle()
})
afterEach(() => local.close())

const newSheet = { kind: 'new_sheet' as const }
const posts = () => local.traffic.calls.filter((call) => call.startsWith('POST'))
const sheetNamed = (book: Workbook, name: string) => book.sheets.find((sheet) => sheet.name === name)!
const atCell = (row: number, column: number) => ({ kind: 'at_cell' as const, sheet_id: 0, row, column })

describe('a table', () => {
  it('goes to a new sheet by one read and one write', async () => {
    const book = local.addBook()
    const receipt = await writeTable(book.id, newSheet, orderWrite(), local)
    expect(local.traffic.calls).toEqual([
      `GET /v4/spreadsheets/${book.id}`,
      `POST /v4/spreadsheets/${book.id}:batchUpdate`,
    ])
    const sheet = sheetNamed(book, 'Orders')
    expect(receipt).toMatchObject({ sheet_id: sheet.id, range: 'A1:F5', rows_written: 3, new_sheet: true })
    expect(cellAt(sheet, 2, 1)?.value).toBe('0042')
    expect(cellAt(sheet, 3, 1)?.value).toBe('=1+1')
    expect(cellAt(sheet, 3, 1)?.formula).toBeUndefined()
    expect(cellAt(sheet, 2, 5)?.formula).toBe('=C2*D2')
    expect(cellAt(sheet, 1, 1)?.note).toBe('The number of the order')
    expect(sheet).toMatchObject({ frozenRows: 1, hidden: false })
    expect(sheet.bandings).toHaveLength(1)
    expect(sheet.filter?.box).toEqual({ row: 1, column: 1, rows: 4, columns: 6 })
    expect(book.namedRanges.map(({ name }) => name)).toEqual(['Orders'])
  })

  it('goes to a cell, with what stands around it as it was', async () => {
    const book = local.addBook()
    await writeTable(book.id, newSheet, orderWrite(), local)
    const before = snapshot(book)
    await writeTable(book.id, atCell(3, 2), orderWrite({ operation_id: 'operation-2' }), local)
    const after = snapshot(book)
    expect(after.sheets[1]).toEqual(before.sheets[1])
    expect(cellAt(book.sheets[0]!, 4, 2)?.value).toBe('0042')
    expect(book.namedRanges.map(({ name }) => name)).toEqual(['Orders', 'Orders_2'])
  })

  it('does not go over what stands there without a yes', async () => {
    const book = local.addBook()
    await writeTable(book.id, atCell(1, 1), orderWrite(), local)
    const before = snapshot(book)
    const again = orderWrite({ operation_id: 'operation-2', table: { ...orders, rows: orders.rows.toReversed() } })
    const refusal = await writeTable(book.id, atCell(1, 1), again, local).catch((error) => error)
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({ code: 'plan_refused' })
    expect(snapshot(book)).toEqual(before)
    await writeTable(book.id, atCell(1, 1), { ...again, allow: ['overwrite', 'resize'] }, local)
    expect(cellAt(book.sheets[0]!, 2, 1)?.value).toBe('3-5')
  })

  it('does not go over a rule of the sheet that refuses it', async () => {
    const book = local.addBook()
    const rule = { type: 'VALUE_IN_LIST', args: [['yes', 'no'], true], allowInvalid: false, helpText: null }
    putCell(book, book.sheets[0]!, 3, 1, { value: null, validation: rule })
    const before = snapshot(book)
    const refusal = await writeTable(book.id, atCell(1, 1), orderWrite(), local).catch((error) => error)
    expect(refusal).toMatchObject({ code: 'plan_refused' })
    expect(refusal.detail).toContain('1 row has to be looked at')
    expect(snapshot(book)).toEqual(before)
    putCell(book, book.sheets[0]!, 3, 1, { value: null, validation: { ...rule, allowInvalid: true } })
    await writeTable(book.id, atCell(1, 1), orderWrite(), local)
    expect(cellAt(book.sheets[0]!, 3, 1)).toMatchObject({ value: '=1+1', validation: { type: 'VALUE_IN_LIST' } })
  })

  it('does not go where the place has changed since it was looked at', async () => {
    const book = local.addBook()
    await expect(
      writeTable(book.id, newSheet, orderWrite({ digest: 'of another place' }), local),
    ).rejects.toMatchObject({
      code: 'plan_changed',
    })
  })

  it('that is not allowed where it should go says so', async () => {
    await expect(writeTable('no-such-spreadsheet', newSheet, orderWrite(), local)).rejects.toMatchObject({
      code: 'spreadsheet_missing',
    })
  })
})

describe('the same operation', () => {
  it('twice writes once, and gives the same receipt', async () => {
    const book = local.addBook()
    const receipt = await writeTable(book.id, newSheet, orderWrite(), local)
    const before = snapshot(book)
    expect(await writeTable(book.id, newSheet, orderWrite(), local)).toEqual(receipt)
    expect(snapshot(book)).toEqual(before)
  })

  it.each(['429', '503-html', '408-html', 'applied-but-answer-lost'] as const)('survives %s', async (kind) => {
    const calm = local.addBook()
    await writeTable(calm.id, newSheet, orderWrite(), local)
    const book = local.addBook()
    local.inject({ kind, match: 'GET', times: 2 })
    local.inject({ kind, match: ':batchUpdate', times: 2 })
    const receipt = await writeTable(book.id, newSheet, orderWrite(), local)
    expect(receipt.rows_written).toBe(3)
    expect(book.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Orders'])
    expect(snapshot(book).sheets).toEqual(snapshot(calm).sheets)
    expect(local.waits.length).toBeGreaterThan(0)
  })

  it('that was applied while its answer was lost is not sent again', async () => {
    const book = local.addBook()
    local.inject({ kind: 'applied-but-answer-lost', match: ':batchUpdate' })
    await writeTable(book.id, newSheet, orderWrite(), local)
    expect(posts()).toHaveLength(1)
  })

  it('cannot be written twice by two who did not see each other', async () => {
    const book = local.addBook()
    const both = await Promise.allSettled([1, 2].map(() => writeTable(book.id, newSheet, orderWrite(), local)))
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
    expect(book.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Orders'])
  })

  it('is left open when nobody knows, and is done by the next try', async () => {
    const impatient = await startLocalGoogle({ attempts: 2 })
    const book = impatient.addBook()
    impatient.inject({ kind: '503-html', match: ':batchUpdate', times: 2 })
    const failed = await writeTable(book.id, newSheet, orderWrite(), impatient).catch((error) => error)
    expect(failed).toMatchObject({ code: 'google_failed' })
    expect(failed.detail).toContain('not written twice')
    expect(book.sheets).toHaveLength(1)
    await writeTable(book.id, newSheet, orderWrite(), impatient)
    expect(book.sheets).toHaveLength(2)
    await impatient.close()
  })
})

describe('a table of many calls', () => {
  const rows = Array.from({ length: 300 }, (_, at) => [`order number ${at} `.repeat(8), '2026-03-12', at, 1.5, 'Open'])
  const large = orderWrite({ table: { ...orders, rows } })
  const most_bytes = 40_000

  it('fills a hidden sheet that the last one shows', async () => {
    const book = local.addBook()
    const calls: string[] = []
    const onProgress = ({ call, of }: { call: number; of: number }) => {
      calls.push(`${call}/${of} ${book.sheets.map(({ hidden }) => (hidden ? 'hidden' : 'seen'))}`)
    }
    await writeTable(book.id, newSheet, large, { ...local, most_bytes, onProgress })
    expect(calls.length).toBeGreaterThan(2)
    expect(calls[0]).toMatch(/^1\/\d seen$/)
    expect(calls.at(-1)).toMatch(/seen,hidden$/)
    const sheet = sheetNamed(book, 'Orders')
    expect(sheet.hidden).toBe(false)
    expect(cellAt(sheet, 301, 3)?.value).toBe(299)
    expect(posts().length).toBe(calls.length)
  })

  it('goes to a cell in one moment', async () => {
    const book = local.addBook()
    const seen: number[] = []
    const onProgress = () => seen.push(book.sheets[0]!.rows.size)
    await writeTable(book.id, atCell(3, 2), large, { ...local, most_bytes, onProgress })
    expect(seen.length).toBeGreaterThan(2)
    expect(new Set(seen)).toEqual(new Set([0]))
    const [sheet, ...others] = book.sheets
    expect(others).toEqual([])
    expect(cellAt(sheet!, 303, 4)?.value).toBe(299)
    expect(cellAt(sheet!, 303, 6)?.formula).toBe('=D303*E303')
    expect(cellAt(sheet!, 303, 2)?.value).toBe('order number 299 '.repeat(8))
  })

  it('leaves nothing behind when it cannot be finished, and can be tried again', async () => {
    const impatient = await startLocalGoogle({ attempts: 1 })
    const book = impatient.addBook()
    const before = snapshot(book)
    const onProgress = ({ call, of }: { call: number; of: number }) => {
      if (call === of) impatient.inject({ kind: '429', match: ':batchUpdate' })
    }
    await expect(writeTable(book.id, newSheet, large, { ...impatient, most_bytes, onProgress })).rejects.toMatchObject({
      code: 'google_busy',
    })
    expect(snapshot(book)).toEqual(before)
    await writeTable(book.id, newSheet, large, { ...impatient, most_bytes })
    expect(book.sheets).toHaveLength(2)
    await impatient.close()
  })

  it('clears away what a try left that was cut off', async () => {
    const book = local.addBook()
    const stop = new Error('the process ended')
    const onProgress = ({ call }: { call: number }) => {
      if (call === 3) throw stop
    }
    await expect(writeTable(book.id, atCell(1, 1), large, { ...local, most_bytes, onProgress })).rejects.toBe(stop)
    await writeTable(book.id, atCell(1, 1), large, { ...local, most_bytes })
    expect(book.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
    expect(cellAt(book.sheets[0]!, 301, 3)?.value).toBe(299)
  })

  it('goes to a spreadsheet of its own', async () => {
    const asked = { title: 'Many orders', locale: 'en_US', time_zone: null }
    await createSpreadsheetWithTable(asked, { ...large, exactly_once: true, again: false }, { ...local, most_bytes })
    const [book] = local.books()
    expect(book!.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['Orders', false]])
    expect(cellAt(book!.sheets[0]!, 301, 3)?.value).toBe(299)
  })
})
