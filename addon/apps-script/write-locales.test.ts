// Values, formats and formulas come out right in spreadsheets of any locale and time zone.
import { expect, test } from 'vitest'
import type { Table } from '../../shared/table/table.ts'
import { plainTable } from '../../shared/template/built-in/plain-table.ts'
import { openScript } from '../testing/open-script.ts'
import { previewInput, writeWhole } from '../testing/write.ts'

const table: Table = {
  title: 'Orders',
  columns: [
    { key: 'id', name: 'Id', type: 'text' },
    { key: 'day', name: 'Day', type: 'date' },
    { key: 'at', name: 'At', type: 'datetime' },
    { key: 'hour', name: 'Hour', type: 'time' },
    { key: 'net', name: 'Net', type: 'number' },
    { key: 'price', name: 'Price', type: 'currency', currency: 'EUR' },
    { key: 'gross', name: 'Gross', type: 'number', formula: 'IF(net>1,ROUND(net*1.5,2),0)' },
  ],
  rows: [
    ['0042', '2026-03-29', '2026-03-29T02:30:00', '02:30:00', 1234.5, 12.5, 1851.75],
    ['1,5', '2026-10-25', '2026-10-25T02:30:00', '23:59:59', 0.25, -3, 0],
    ['3-5', '1999-12-31', '1999-12-31T23:59:59', '00:00:00', -7, 0.01, 0],
    ['=1+1', '2026-11-01', '2026-11-01T01:30:00', '12:00:00', 1e6, 1e6, 1.5e6],
    ['12.03.2026', null, null, null, null, null, null],
  ],
}

test.each([
  ['en_US', 'America/New_York'],
  ['de_DE', 'Europe/Berlin'],
  ['fr_FR', 'Europe/Paris'],
  ['pt_BR', 'America/Sao_Paulo'],
  ['ja_JP', 'Asia/Tokyo'],
  ['hi_IN', 'Asia/Kolkata'],
  ['ar_EG', 'Africa/Cairo'],
])('in %s, %s', async (locale, zone) => {
  const script = await openScript()
  script.run(
    `SpreadsheetApp.getActive().setSpreadsheetLocale('${locale}'); SpreadsheetApp.getActive().setSpreadsheetTimeZone('${zone}')`,
  )
  const before = script.snapshot()
  const receipt = writeWhole(script, previewInput(table, plainTable, { kind: 'new_sheet' }))
  const sheet = script.runtime.workbook.sheets.find(({ id }) => id === receipt.sheet_id)
  const held = (row: number) => [1, 2, 3, 4, 5, 6].map((column) => sheet?.rows.get(row)?.get(column)?.value ?? null)
  const day = 46110
  expect(held(2)).toEqual(['0042', day, expect.closeTo(day + 2.5 / 24, 9), expect.closeTo(2.5 / 24, 9), 1234.5, 12.5])
  expect(held(3).slice(0, 2)).toEqual(['1,5', day + 210])
  expect(held(3)[2]).toBeCloseTo(day + 210 + 2.5 / 24, 9)
  expect(held(4)).toEqual(['3-5', 36525, expect.closeTo(36526 - 1 / 86400, 9), 0, -7, 0.01])
  expect(held(5)[0]).toBe('=1+1')
  expect(held(6)[0]).toBe('12.03.2026')
  expect(
    script.run(`return SpreadsheetApp.getActive().getSheetByName('Orders').getRange('G2:G5').getValues().flat()`),
  ).toEqual([1851.75, 0, 0, 1_500_000])
  script.ask('undo', { operation_id: receipt.operation_id, force: false })
  expect(script.snapshot()).toBe(before)
})
