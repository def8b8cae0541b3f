// The sheet that edits are made on, and ranges of it.
import { type Block, blockAddress } from '../../../shared/plan/a1.ts'
import { blockRange, type Sheet } from '../sheets.ts'

export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet

/** `blank` says that nothing is on the sheet yet: what is not written needs no care. */
export type WritePlace = { spreadsheet: Spreadsheet; sheet: Sheet; blank: boolean }

/** Up to so many cells a value for each is sent in one call; above, one value for each block is. */
export const mostInGrid = 60_000

/** What a range and a list of ranges can both be told. */
export type LookCells = {
  setNumberFormat: (format: string) => unknown
  setHorizontalAlignment: (alignment: 'left' | 'center' | 'right' | null) => unknown
  setVerticalAlignment: (alignment: 'top' | 'middle' | 'bottom' | null) => unknown
  setFontWeight: (weight: 'bold' | 'normal' | null) => unknown
  setFontColor: (color: string | null) => unknown
  setBackground: (color: string | null) => unknown
  setWrapStrategy: (strategy: GoogleAppsScript.Spreadsheet.WrapStrategy) => unknown
}

/** Calls a setter on all the blocks at once. */
export function onBlocks({ sheet }: WritePlace, blocks: Block[], set: (cells: LookCells) => unknown): void {
  const [first] = blocks
  if (!first) return
  if (blocks.length === 1) set(blockRange(sheet, first))
  else set(sheet.getRangeList(blocks.map(blockAddress)))
}
