// Keeps what a write will replace in a hidden sheet, at the same addresses, and puts it back.
import type { Block } from '../../shared/plan/a1.ts'
import type { PriorState } from '../../shared/plan/preview.ts'
import { uniqueSheetName } from '../../shared/template/sheet-name.ts'
import { Failure } from './failure.ts'
import { blockRange, growSheet, type Range, rangeBlock, type Sheet, sameBlock } from './sheets.ts'

/** What stands on a block of a sheet: as displayed and as formulas, and the merged cells that touch it. */
export type StandingCells = { block: Block; prior: PriorState; merges: Range[] }

/** Reads what is displayed and the formulas. */
export function readPrior(range: Range): PriorState {
  return { display: range.getDisplayValues(), formulas: range.getFormulas() }
}

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
function withWholeMerges(sheet: Sheet, { block, merges }: StandingCells): Block {
  let whole = block
  for (let touching = merges; ; touching = blockRange(sheet, whole).getMergedRanges()) {
    const wider = touching.map(rangeBlock).reduce(union, whole)
    if (sameBlock(wider, whole)) return whole
    whole = wider
  }
}

/** Formulas, and what is displayed where there are none: the same in a faithful copy on another sheet. */
function contentsOf({ display, formulas }: PriorState): string {
  return JSON.stringify(formulas.map((row, r) => row.map((formula, c) => formula || display[r]?.[c])))
}

/**
 * Copies the block, with the merged cells that reach out of it, to a new hidden sheet: values, formulas, formats,
 * validations, notes and merges. The same addresses keep relative formulas as they are. Nothing is changed when the
 * copy is not faithful, as it may be under a filter that hides rows. `names` are those of all sheets.
 */
export function saveCells(sheet: Sheet, standing: StandingCells, names: string[]): { sheet_id: number; block: Block } {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const whole = withWholeMerges(sheet, standing)
  const active = spreadsheet.getActiveSheet()
  const hidden = spreadsheet.insertSheet(uniqueSheetName('Tablewright undo', names), names.length)
  hidden.hideSheet()
  active.activate()
  growSheet(hidden, whole)
  const [from, to] = [blockRange(sheet, whole), blockRange(hidden, whole)]
  from.copyTo(to)
  SpreadsheetApp.flush()
  const before = sameBlock(whole, standing.block) ? standing.prior : readPrior(from)
  if (contentsOf(before) !== contentsOf(readPrior(to))) {
    spreadsheet.deleteSheet(hidden)
    throw new Failure(
      'invalid',
      'What stands there now could not be kept for undo.',
      'Nothing was changed. A filter may hide rows there, or a formula fill several cells. Remove it, or choose another place.',
    )
  }
  return { sheet_id: hidden.getSheetId(), block: whole }
}

/** Puts the saved cells back where they were. A copy brings its conditional formats along, which are there already. */
export function restoreCells(hidden: Sheet, sheet: Sheet, block: Block): void {
  const target = blockRange(sheet, block)
  for (const merged of target.getMergedRanges()) merged.breakApart()
  const rules = sheet.getConditionalFormatRules()
  blockRange(hidden, block).copyTo(target)
  if (rules.length > 0) sheet.setConditionalFormatRules(rules)
}
