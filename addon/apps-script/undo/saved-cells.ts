// Keeps cells that a write will change in a hidden sheet, at the same addresses, and puts them back.
import type { Block } from '../../../shared/plan/a1.ts'
import { uniqueSheetName } from '../../../shared/template/sheet-name.ts'
import { around, covers, fewBlocks } from '../edits/blocks.ts'
import { withRowsShown } from '../edits/move-filter.ts'
import { Failure } from '../failure.ts'
import { blockOnGrid, blockRange, growSheet, rangeBlock, type Sheet, sameBlock } from '../sheets.ts'

/** Each block is copied by itself; more than this and near ones are taken together. */
const mostBlocks = 12

/** The block, widened until no merged cell lies half in it: such a one can be neither copied nor written. */
function withWholeMerges(sheet: Sheet, block: Block): Block {
  let whole = block
  for (;;) {
    const wider = blockRange(sheet, whole).getMergedRanges().map(rangeBlock).reduce(around, whole)
    if (sameBlock(wider, whole)) return whole
    whole = wider
  }
}

/** A few blocks on the grid that hold all of these cells, with the merged cells that reach out of them. */
export function blocksToSave(sheet: Sheet, touched: Block[]): Block[] {
  const onGrid = fewBlocks(touched, 1000)
    .map((block) => blockOnGrid(sheet, block))
    .filter((block) => block !== null)
  if (onGrid.length === 0) return []
  const whole = fewBlocks(onGrid, mostBlocks).map((block) => withWholeMerges(sheet, block))
  return whole.filter(
    (block, at) =>
      !whole.some((other, index) => index !== at && covers(other, block) && (index < at || !sameBlock(other, block))),
  )
}

/** Formulas, and what is displayed where there are none: the same in a faithful copy on another sheet. */
function contentsOf(sheet: Sheet, block: Block): string {
  const range = blockRange(sheet, block)
  const [formulas, display] = [range.getFormulas(), range.getDisplayValues()]
  return JSON.stringify(formulas.map((row, r) => row.map((formula, c) => formula || display[r]?.[c])))
}

/** A hidden sheet at the end of the spreadsheet; the person stays where they are. */
export function insertHidden(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, title: string): Sheet {
  const active = spreadsheet.getActiveSheet()
  const names = spreadsheet.getSheets().map((each) => each.getName())
  const hidden = spreadsheet.insertSheet(uniqueSheetName(title, names), names.length)
  hidden.hideSheet()
  active.activate()
  return hidden
}

/**
 * Copies blocks to a new hidden sheet: values, formulas, formats, validations, notes and merges. The same addresses keep
 * relative formulas as they are. Nothing is changed when the copy is not faithful.
 */
export function saveBlocks(sheet: Sheet, blocks: Block[]): Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const hidden = insertHidden(spreadsheet, 'Tablewright undo')
  try {
    growSheet(hidden, blocks.reduce(around))
    withRowsShown(sheet, () => {
      for (const block of blocks) blockRange(sheet, block).copyTo(blockRange(hidden, block))
      SpreadsheetApp.flush()
    })
    if (blocks.every((block) => contentsOf(sheet, block) === contentsOf(hidden, block))) return hidden
  } catch (error) {
    spreadsheet.deleteSheet(hidden)
    throw error
  }
  spreadsheet.deleteSheet(hidden)
  throw new Failure(
    'invalid',
    'What stands there now could not be kept for undo.',
    'Nothing was changed. A formula may fill several cells there. Remove it, or choose another place.',
  )
}

/** Puts the saved cells back where they were. A copy brings its conditional formats along, which are there already. */
export function restoreBlocks(hidden: Sheet, sheet: Sheet, blocks: Block[]): void {
  const rules = sheet.getConditionalFormatRules()
  withRowsShown(sheet, () => {
    for (const block of blocks) {
      const target = blockRange(sheet, block)
      for (const merged of target.getMergedRanges()) merged.breakApart()
      blockRange(hidden, block).copyTo(target)
    }
  })
  sheet.setConditionalFormatRules(rules)
}
