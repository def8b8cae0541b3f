// Google's limits of a workbook, in the words it refuses with.
import type { Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'

const mostCells = 10_000_000
const mostColumns = 18_278
const mostSheets = 200
const mostCharacters = 50_000

/** Throws when the grids of a workbook are too large together; call it with what would be added. */
export function demandRoom(book: Workbook, added: number): void {
  const cells = book.sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0)
  if (cells + added > mostCells)
    throw badRequest(
      `This action would increase the number of cells in the workbook above the limit of ${mostCells} cells.`,
    )
}

/** Throws when a sheet would get more columns than there are letters for (ZZZ). */
export function demandColumns(columns: number): void {
  if (columns > mostColumns)
    throw badRequest(
      `This action would increase the number of columns in the sheet above the limit of ${mostColumns} columns.`,
    )
}

/** Throws when one more sheet is too many. */
export function demandSheetRoom(book: Workbook): void {
  if (book.sheets.length >= mostSheets)
    throw badRequest(
      `This action would increase the number of sheets in the workbook above the limit of ${mostSheets} sheets.`,
    )
}

/** Throws when a cell would hold too long a text. */
export function demandCharacters(text: string): void {
  if (text.length > mostCharacters)
    throw badRequest(`Your input contains more than the maximum of ${mostCharacters} characters in a single cell.`)
}
