// A sheet as the API shows it: its properties and everything on it but the cells.
import type { Sheet, Workbook } from '../../workbook/workbook.ts'

/** `Sheet` of the API without `data`: properties, merges, rules, bandings, filters, groups, tables … */
export function sheetResource(book: Workbook, sheet: Sheet): { properties: object } & object {
  return {
    properties: {
      sheetId: sheet.id,
      title: sheet.name,
      index: book.sheets.indexOf(sheet),
      sheetType: 'GRID',
      gridProperties: { rowCount: sheet.maxRows, columnCount: sheet.maxColumns },
    },
  }
}
