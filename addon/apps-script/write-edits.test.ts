// Edits of a plan, made and taken back.
import { expect, test } from 'vitest'
import { newWorkbook } from '../../emulator/workbook/workbook.ts'
import { openEdits } from '../testing/open-edits.ts'
import { plainBook } from '../testing/plain-book.ts'
import { anchorOf } from '../testing/random-edits.ts'

test('a small table at a cell', async () => {
  const { make, undo, become, runtime } = await openEdits()
  const workbook = become(newWorkbook())
  const before = plainBook(workbook)
  const { operation_id, answer } = make([
    { kind: 'grow', rows: 1005, columns: 30 },
    { kind: 'look', block: { row: 2, column: 2, rows: 1, columns: 2 }, look: { number_format: '@', bold: true } },
    {
      kind: 'cells',
      row: 2,
      column: 2,
      cells: [
        ['A', 'B'],
        ['=x', 3],
      ],
    },
    {
      kind: 'band',
      block: { row: 2, column: 2, rows: 2, columns: 2 },
      header: '#112233',
      first: '#ffffff',
      second: '#eeeeee',
    },
    { kind: 'filter', block: { row: 2, column: 2, rows: 2, columns: 2 } },
    { kind: 'anchor', block: { row: 2, column: 2, rows: 2, columns: 2 }, anchor: anchorOf('anchor-1') },
  ])
  expect(answer).toEqual({})
  expect(runtime.evaluate('SpreadsheetApp.getActiveSheet().getRange("B2:C3").getValues()')).toEqual([
    ['A', 'B'],
    ['=x', 3],
  ])
  expect(undo(operation_id)).toMatchObject({ value: { undone: operation_id } })
  expect(plainBook(workbook)).toEqual(before)
})
