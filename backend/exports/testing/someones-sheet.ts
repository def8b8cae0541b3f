// For tests: a sheet with a little of everything that people have in theirs, where a table is going to be written.
import { putCell } from '../../../emulator/workbook/cells.ts'
import { takeId, type Workbook } from '../../../emulator/workbook/workbook.ts'

/** Values, looks, notes, merged cells, bands, a conditional format, a filter and sizes around B2:H12 of the first sheet. */
export function fillSheet(book: Workbook): void {
  const sheet = book.sheets[0]!
  for (let row = 2; row <= 12; row++)
    for (let column = 2; column <= 8; column++) {
      const style = { italic: true, background: row % 2 ? '#fff2cc' : '#d9ead3', fontColor: '#38761d' }
      const value = column % 3 === 0 ? `text ${row}` : row * column
      putCell(book, sheet, row, column, { value, format: column === 4 ? 'yyyy-mm-dd' : '#,##0', style })
    }
  putCell(book, sheet, 14, 2, { value: null, formula: '=SUM(B2:B12)' })
  putCell(book, sheet, 3, 10, { value: 'beside', note: 'a note of mine' })
  sheet.merges = [
    { row: 4, column: 3, rows: 2, columns: 2 },
    { row: 20, column: 1, rows: 1, columns: 3 },
  ]
  for (const [row, column] of [
    [4, 4],
    [5, 3],
    [5, 4],
  ] as const)
    putCell(book, sheet, row, column, undefined)
  const colors = { header: '#cccccc', first: '#ffffff', second: '#eeeeee', footer: null }
  sheet.bandings = [{ id: takeId(book), box: { row: 2, column: 2, rows: 11, columns: 7 }, rows: colors, columns: null }]
  sheet.conditionalRules = [
    {
      ranges: [{ row: 2, column: 2, rows: 11, columns: 1 }],
      ...{ kind: 'boolean', type: 'NUMBER_GREATER_THAN', args: [10], style: { background: '#ff0000' } },
    },
  ]
  sheet.filter = {
    box: { row: 2, column: 2, rows: 11, columns: 7 },
    criteria: { 3: { hiddenValues: ['text 7'], type: null, args: [] } },
  }
  sheet.columnWidths.set(3, 180)
  sheet.hiddenColumns.add(9)
  Object.assign(sheet, { frozenRows: 1, maxRows: 40, maxColumns: 12 })
}
