// Sheets by id, and blocks of cells of them.
import type { Block } from '../../shared/plan/a1.ts'

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet
export type Range = GoogleAppsScript.Spreadsheet.Range

/** The sheet with this id, or null when there is none any more. */
export function findSheet(id: number): Sheet | null {
  return (
    SpreadsheetApp.getActiveSpreadsheet()
      .getSheets()
      .find((sheet) => sheet.getSheetId() === id) ?? null
  )
}

/** The range of a block. */
export function blockRange(sheet: Sheet, { row, column, rows, columns }: Block): Range {
  return sheet.getRange(row, column, rows, columns)
}

/** The part of a block that is on the sheet, or null when none of it is. */
export function blockOnGrid(sheet: Sheet, block: Block): Block | null {
  const rows = Math.min(block.rows, sheet.getMaxRows() - block.row + 1)
  const columns = Math.min(block.columns, sheet.getMaxColumns() - block.column + 1)
  return rows > 0 && columns > 0 ? { ...block, rows, columns } : null
}

/** Whether two blocks are the same cells. */
export function sameBlock(a: Block, b: Block): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns
}

/** The block of a range. */
export function rangeBlock(range: Range): Block {
  return { row: range.getRow(), column: range.getColumn(), rows: range.getNumRows(), columns: range.getNumColumns() }
}

/** Makes the sheet large enough for the block; answers how many rows and columns were added at its end. */
export function growSheet(sheet: Sheet, block: Block): { rows: number; columns: number } {
  const [maxRows, maxColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()]
  const rows = Math.max(0, block.row + block.rows - 1 - maxRows)
  const columns = Math.max(0, block.column + block.columns - 1 - maxColumns)
  if (rows > 0) sheet.insertRowsAfter(maxRows, rows)
  if (columns > 0) sheet.insertColumnsAfter(maxColumns, columns)
  return { rows, columns }
}
