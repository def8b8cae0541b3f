// The computed columns of a table are formulas in the sheet, which go on computing and are taken back like all else.
import { expect, test } from 'vitest'
import type { Table } from '../../shared/table/table.ts'
import { plainTable } from '../../shared/template/built-in/plain-table.ts'
import { openScript } from '../testing/open-script.ts'
import { previewInput, writeInput } from '../testing/write.ts'

const table: Table = {
  title: 'Purchases',
  columns: [
    { key: 'item', name: 'Item', type: 'text' },
    { key: 'qty', name: 'Qty', type: 'number' },
    { key: 'price', name: 'Price', type: 'currency', currency: 'EUR' },
    { key: 'total', name: 'Total', type: 'currency', currency: 'EUR', formula: 'qty*price' },
    { key: 'due', name: 'Due', type: 'date' },
    { key: 'late', name: 'Late', type: 'text', formula: 'IF(due<DATE(2026,4,1),"late: "&item,"")' },
  ],
  rows: [
    ['=Lamp', 2, 10.25, 20.5, '2026-03-12', 'late: =Lamp'],
    ['Desk', null, 250, 0, '2026-05-01', null],
    ['Pen', 'some', 0.5, null, 'soon', null],
  ],
}

const read = (method: string) => `return SpreadsheetApp.getActiveSheet().getRange('A1:F4').${method}()`

test.each(['en_US', 'de_DE'])('written, computed on and undone in %s', async (locale) => {
  const script = await openScript()
  script.run(`SpreadsheetApp.getActive().setSpreadsheetLocale('${locale}')`)
  const before = script.snapshot()
  const input = previewInput(table, plainTable, { kind: 'at_cell', sheet_id: 0, row: 1, column: 1 })
  expect(script.ask('preview', input).matches.map(({ computed }) => computed)).toEqual([
    false,
    false,
    false,
    true,
    false,
    true,
  ])
  const { operation_id } = script.ask('write', writeInput(script, input)).receipt
  const values = script.run(read('getValues')) as unknown[][]
  expect(values.slice(1).map((row) => [row[0], row[3], row[5]])).toEqual([
    ['=Lamp', 20.5, 'late: =Lamp'],
    ['Desk', 0, ''],
    ['Pen', '', ''],
  ])
  const formulas = script.run(read('getFormulas')) as string[][]
  expect(formulas.flat().filter(Boolean)).toHaveLength(5)
  expect(JSON.stringify(script.run(read('getDisplayValues')))).not.toContain('#')
  script.ask('undo', { operation_id, force: false })
  expect(script.snapshot()).toBe(before)
})

test('a change in the sheet is computed on', async () => {
  const script = await openScript()
  const input = previewInput(table, plainTable, { kind: 'at_cell', sheet_id: 0, row: 1, column: 1 })
  script.ask('write', writeInput(script, input))
  expect(
    script.run(`const sheet = SpreadsheetApp.getActiveSheet()
    sheet.getRange('B2').setValue(4)
    return sheet.getRange('D2').getValue()`),
  ).toBe(41)
})
