// Takes a write back: what it made goes, rows come and go the other way round, and what stood there before returns.
import { covers, without } from '../edits/blocks.ts'
import { clearBlock } from '../edits/clear-block.ts'
import { blockOnGrid, findSheet, rangeBlock, type Sheet, sameBlock } from '../sheets.ts'
import { removeConditions } from './conditions.ts'
import { restoreAnchors } from './keep-anchors.ts'
import { restoreSheet } from './keep-sheet.ts'
import { restoreBlocks } from './saved-cells.ts'
import type { UndoStep } from './undo-step.ts'
import { readProgress } from './undo-store.ts'

/** How many structural edits took effect: all, or for a run that was cut off, those that the size of the sheet shows. */
function structureDone(sheet: Sheet, step: UndoStep): number {
  if (step.state === 'done') return step.structure.length
  const begun = readProgress(step.receipt.operation_id)
  if (begun === null) return 0
  const next = step.structure[begun]
  const before = step.structure[begun - 1]?.rows_after ?? step.sheet?.rows
  return next && next.rows_after !== before && sheet.getMaxRows() === before ? begun : begun + 1
}

function reverseStructure(sheet: Sheet, step: UndoStep): void {
  for (const { kind, row, count } of step.structure.slice(0, structureDone(sheet, step)).reverse()) {
    if (kind === 'insert') sheet.deleteRows(row, count)
    else if (kind === 'delete' && row > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), count)
    else if (kind === 'delete') sheet.insertRowsBefore(row, count)
  }
}

/** Bands that the write made, where they still are. */
function removeOwnBands(sheet: Sheet, step: UndoStep): void {
  if (step.bands.length === 0) return
  for (const banding of sheet.getBandings())
    if (step.bands.some((block) => sameBlock(block, rangeBlock(banding.getRange())))) banding.remove()
}

/** Lines that the write added at the end go as far as they are empty: somebody may have used them since. */
function shrinkGrid(sheet: Sheet, step: UndoStep): void {
  if (!step.sheet) return
  for (const block of step.fresh) {
    const onGrid = blockOnGrid(sheet, block)
    if (onGrid) clearBlock(sheet, onGrid)
  }
  const rows = sheet.getMaxRows() - Math.max(step.sheet.rows, sheet.getLastRow())
  const columns = sheet.getMaxColumns() - Math.max(step.sheet.columns, sheet.getLastColumn())
  if (rows > 0) sheet.deleteRows(sheet.getMaxRows() - rows + 1, rows)
  if (columns > 0) sheet.deleteColumns(sheet.getMaxColumns() - columns + 1, columns)
}

/** The sheet that comes before it is active then: it was when the new one was made. */
function revertNewSheet(sheet: Sheet, step: UndoStep): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  for (const { range_name } of step.anchors) {
    const range = spreadsheet.getRangeByName(range_name)
    if (range && range.getSheet().getSheetId() === sheet.getSheetId()) spreadsheet.removeNamedRange(range_name)
  }
  spreadsheet.deleteSheet(sheet)
}

/** The hidden sheets stay until the step is removed. Throws when the cells that were kept are gone. */
export function revertStep(sheet: Sheet, step: UndoStep): void {
  if (step.receipt.new_sheet) revertNewSheet(sheet, step)
  else if (step.state !== 'staging') revertPlace(sheet, step)
}

function revertPlace(sheet: Sheet, step: UndoStep): void {
  const hidden = step.saved ? findSheet(step.saved.sheet_id) : null
  if (step.saved && !hidden) throw new Error('The hidden sheet with the cells as they were is gone.')
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  removeOwnBands(sheet, step)
  removeConditions(sheet, step.conditions)
  reverseStructure(sheet, step)
  if (hidden && step.saved) restoreBlocks(hidden, sheet, step.saved.blocks)
  if (step.sheet) restoreSheet(spreadsheet, sheet, step.sheet)
  restoreAnchors(spreadsheet, sheet, step.anchors)
  shrinkGrid(sheet, step)
  SpreadsheetApp.flush()
}

/** The cells of blocks that are beyond a grid of so many rows and columns. */
export function beyondGrid(blocks: UndoStep['fresh'], rows: number, columns: number): UndoStep['fresh'] {
  const grid = { row: 1, column: 1, rows, columns }
  return blocks.flatMap((block) => (covers(grid, block) ? [] : without(block, grid)))
}
