// Names what stands in a place, to notice later whether somebody changed it.
import type { Block } from '../../shared/plan/a1.ts'
import { digestOf } from '../../shared/plan/digest.ts'
import { blockOnGrid, blockRange, type Sheet } from './sheets.ts'

/** Values and formulas of the block, or of all cells in use where the whole sheet was written. */
export function digestWritten(sheet: Sheet, written: Block, wholeSheet: boolean): string {
  const block = wholeSheet ? null : blockOnGrid(sheet, written)
  const range = block ? blockRange(sheet, block) : sheet.getDataRange()
  return digestOf([range.getRow(), range.getColumn(), range.getFormulas(), range.getValues()])
}
