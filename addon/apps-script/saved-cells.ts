// Keeps what a write will replace in a hidden sheet, at the same addresses, and puts it back.
import type { Block } from '../../shared/plan/a1.ts'
import { uniqueSheetName } from '../../shared/template/sheet-name.ts'
import { Failure } from './failure.ts'
import { blockRange, growSheet, type Range, rangeBlock, type Sheet } from './sheets.ts'

function union(a: Block, b: Block): Block {
  const row = Math.min(a.row, b.row)
  const column = Math.min(a.column, b.column)
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  }
}

/** The block, widened until no merged cell lies half in it: such a one can be neither copied nor written. */
function withWholeMerges(sheet: Sheet, block: Block): Block {
  for (let whole = block; ; ) {
    const wider = blockRange(sheet, whole).getMergedRanges().map(rangeBlock).reduce(union, whole)
    if (wider.rows === whole.rows && wider.columns === whole.columns) return wider
    whole = wider
  }
}

/** Formulas, and what is displayed where there are none: the same in a faithful copy on another sheet. */
function contentsOf(range: Range): string {
  const shown = range.getDisplayValues()
  return JSON.stringify(range.getFormulas().map((row, r) => row.map((formula, c) => formula || shown[r]?.[c])))
}

/**
 * Copies the block, with the merged cells that reach out of it, to a new hidden sheet: values, formulas, formats,
 * validations, notes and merges. The same addresses keep relative formulas as they are. Nothing is changed when the
 * copy is not faithful, as it may be under a filter that hides rows.
 */
export function saveCells(sheet: Sheet, block: Block): { sheetId: number; block: Block } {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const names = spreadsheet.getSheets().map((each) => each.getName())
  const whole = withWholeMerges(sheet, block)
  const active = spreadsheet.getActiveSheet()
  const hidden = spreadsheet.insertSheet(uniqueSheetName('Tablewright undo', names), names.length)
  hidden.hideSheet()
  active.activate()
  growSheet(hidden, whole)
  const [from, to] = [blockRange(sheet, whole), blockRange(hidden, whole)]
  from.copyTo(to)
  SpreadsheetApp.flush()
  if (contentsOf(from) !== contentsOf(to)) {
    spreadsheet.deleteSheet(hidden)
    throw new Failure(
      'invalid',
      'What stands there now could not be kept for undo.',
      'Nothing was changed. If a filter hides rows there, remove it, or choose another place.',
    )
  }
  return { sheetId: hidden.getSheetId(), block: whole }
}

/** Separates all merged cells of the range. */
export function separateMerges(range: Range): void {
  for (const merged of range.getMergedRanges()) merged.breakApart()
}

/** Puts the saved cells back where they were. */
export function restoreCells(hidden: Sheet, sheet: Sheet, block: Block): void {
  const target = blockRange(sheet, block)
  separateMerges(target)
  blockRange(hidden, block).copyTo(target)
}
