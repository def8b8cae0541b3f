// Takes a write back: its new sheet goes, or the place gets what stood there before.
import { restoreCells } from './saved-cells.ts'
import { blockOnGrid, blockRange, findSheet, type Sheet } from './sheets.ts'
import type { UndoStep } from './undo-steps.ts'

/** Also deletes the hidden sheet that kept the cells. */
export function revertWrite(sheet: Sheet, step: UndoStep): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  if (step.receipt.new_sheet) {
    if (spreadsheet.getActiveSheet().getSheetId() === sheet.getSheetId()) findSheet(step.came_from)?.activate()
    spreadsheet.deleteSheet(sheet)
    return
  }
  const hidden = step.saved ? findSheet(step.saved.sheet_id) : null
  if (step.saved && !hidden) throw new Error('The hidden sheet with the cells as they were is gone.')
  const grown = step.added.rows > 0 || step.added.columns > 0
  const written = grown ? blockOnGrid(sheet, step.written) : null
  if (written) blockRange(sheet, written).clear().clearDataValidations()
  if (step.saved && hidden) restoreCells(hidden, sheet, step.saved.block)
  // Only lines that are empty now: somebody may have used them since.
  const rows = Math.min(step.added.rows, sheet.getMaxRows() - sheet.getLastRow())
  const columns = Math.min(step.added.columns, sheet.getMaxColumns() - sheet.getLastColumn())
  if (rows > 0) sheet.deleteRows(sheet.getMaxRows() - rows + 1, rows)
  if (columns > 0) sheet.deleteColumns(sheet.getMaxColumns() - columns + 1, columns)
  SpreadsheetApp.flush()
  if (hidden) spreadsheet.deleteSheet(hidden)
}
