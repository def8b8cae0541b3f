// The cells of a sheet that are protected, and whether the person may edit them all the same.
import type { Block } from '../../../shared/plan/a1.ts'
import type { PlaceSheet } from '../../../shared/plan/place.ts'
import { without } from '../edits/blocks.ts'
import { rangeBlock, type Sheet } from '../sheets.ts'

type Protection = GoogleAppsScript.Spreadsheet.Protection

function blocksOf(protection: Protection, wholeSheet: Block | null): Block[] {
  if (!wholeSheet) return [rangeBlock(protection.getRange())]
  // A protected sheet may leave some ranges open.
  return protection
    .getUnprotectedRanges()
    .map(rangeBlock)
    .reduce((left, open) => left.flatMap((block) => without(block, open)), [wholeSheet])
}

export function readProtected(sheet: Sheet, rows: number, columns: number): PlaceSheet['protected'] {
  const { ProtectionType } = SpreadsheetApp
  const describe = (protection: Protection, whole: Block | null) => {
    const warning_only = protection.isWarningOnly()
    const may_edit = warning_only || protection.canEdit()
    return blocksOf(protection, whole).map((block) => ({ block, may_edit, warning_only }))
  }
  return [
    ...sheet
      .getProtections(ProtectionType.SHEET)
      .flatMap((each) => describe(each, { row: 1, column: 1, rows, columns })),
    ...sheet.getProtections(ProtectionType.RANGE).flatMap((each) => describe(each, null)),
  ]
}
