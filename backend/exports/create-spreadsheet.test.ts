import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cellAt } from '../../emulator/workbook/cells.ts'
import { createSpreadsheetWithTable } from './create-spreadsheet.ts'
import { snapshot, startLocalGoogle } from './testing/local-google.ts'
import { orderWrite } from './testing/writes.ts'

let local: Awaited<ReturnType<typeof startLocalGoogle>>
beforeEach(async () => {
  local = await startLocalGoogle()
})
afterEach(() => local.close())

const asked = { title: 'Orders of March', locale: 'de_DE', time_zone: 'Europe/Berlin' }
const once = { ...orderWrite(), exactly_once: true, again: false }
const plain = { ...orderWrite(), exactly_once: false, again: false }

describe('a spreadsheet with a table', () => {
  it('is made by two calls', async () => {
    const { spreadsheet_id, url, receipt } = await createSpreadsheetWithTable(asked, plain, local)
    expect(local.traffic.calls).toEqual([
      'POST /v4/spreadsheets',
      `POST /v4/spreadsheets/${spreadsheet_id}:batchUpdate`,
    ])
    const [book, ...others] = local.books()
    expect(others).toEqual([])
    expect(book).toMatchObject({ title: 'Orders of March', locale: 'de_DE', timeZone: 'Europe/Berlin' })
    expect(book!.sheets.map(({ name }) => name)).toEqual(['Orders'])
    expect(cellAt(book!.sheets[0]!, 2, 1)?.value).toBe('0042')
    expect(receipt).toMatchObject({ sheet_id: 0, rows_written: 3, range: 'A1:F5' })
    expect(url).toContain(spreadsheet_id)
  })

  it('is the same by Drive, in two calls too', async () => {
    await createSpreadsheetWithTable(asked, plain, local)
    local.traffic.calls.length = 0
    const { spreadsheet_id } = await createSpreadsheetWithTable(asked, once, local)
    expect(local.traffic.calls).toEqual(['POST /drive/v3/files', `POST /v4/spreadsheets/${spreadsheet_id}:batchUpdate`])
    const [first, second] = local.books().map((book) => ({ ...snapshot(book), id: '', metadata: [], namedRanges: [] }))
    expect(second).toEqual(first)
  })

  it.each(['429', '503-html', '408-html', 'applied-but-answer-lost'] as const)(
    'is made once despite %s',
    async (kind) => {
      local.inject({ kind, match: 'POST /drive', times: 2 })
      local.inject({ kind, match: ':batchUpdate', times: 2 })
      const { receipt } = await createSpreadsheetWithTable(asked, once, local)
      expect(receipt.rows_written).toBe(3)
      expect(local.books()).toHaveLength(1)
      expect(local.books()[0]!.sheets.map(({ name }) => name)).toEqual(['Orders'])
    },
  )

  it('that was made before its process ended is found again, done or not', async () => {
    const impatient = await startLocalGoogle({ attempts: 1 })
    impatient.inject({ kind: '503-html', match: ':batchUpdate' })
    await expect(createSpreadsheetWithTable(asked, once, impatient)).rejects.toMatchObject({ code: 'google_failed' })
    const again = { ...once, again: true }
    const first = await createSpreadsheetWithTable(asked, again, impatient)
    const second = await createSpreadsheetWithTable(asked, again, impatient)
    expect(second).toEqual(first)
    expect(impatient.books()).toHaveLength(1)
    await impatient.close()
  })

  it('is not made a second time where nobody can tell whether it was', async () => {
    local.inject({ kind: 'applied-but-answer-lost', match: 'POST /v4/spreadsheets' })
    await expect(createSpreadsheetWithTable(asked, plain, local)).rejects.toMatchObject({ code: 'google_failed' })
    expect(local.books()).toHaveLength(1)
  })

  it('goes again when its table is refused', async () => {
    const table = { ...orderWrite().table, rows: [] as never[] }
    const impatient = await startLocalGoogle({ attempts: 1 })
    impatient.inject({ kind: '429', match: ':batchUpdate' })
    await expect(createSpreadsheetWithTable(asked, { ...once, table }, impatient)).rejects.toMatchObject({
      code: 'google_busy',
    })
    expect(impatient.books()).toEqual([])
    await impatient.close()
  })

  it('may have a native table in place of bands and a filter', async () => {
    await createSpreadsheetWithTable(asked, { ...plain, native_table: true }, local)
    const [sheet] = local.books()[0]!.sheets
    expect(sheet!.bandings).toEqual([])
    expect(sheet!.tables).toMatchObject([
      { name: 'Orders_table', box: { row: 1, column: 1, rows: 4, columns: 6 }, columns: { length: 6 } },
    ])
    expect(sheet!.tables[0]!.columns[5]).toMatchObject({ name: 'Status', type: 'DROPDOWN' })
  })
})
