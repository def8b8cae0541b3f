// What made a table known before a write, kept and put back.
import { anchorKey } from '../../../shared/plan/anchor.ts'
import type { PlanEdit } from '../../../shared/plan/plan-edit.ts'
import { findAnchorNote } from '../edits/apply-anchor.ts'
import type { Spreadsheet } from '../edits/write-place.ts'
import { blockRange, rangeBlock, type Sheet } from '../sheets.ts'
import type { KeptAnchor } from './undo-step.ts'

/** The named ranges and notes that the edits put others in place of. */
export function keepAnchors(spreadsheet: Spreadsheet, sheet: Sheet | null, edits: PlanEdit[]): KeptAnchor[] {
  return edits.flatMap((edit) => {
    if (edit.kind !== 'anchor') return []
    const { id, range_name } = edit.anchor
    const range = sheet ? spreadsheet.getRangeByName(range_name) : null
    const note = sheet ? (findAnchorNote(sheet, id)?.getValue() ?? null) : null
    return [{ anchor_id: id, range_name, block: range ? rangeBlock(range) : null, note }]
  })
}

export function restoreAnchors(spreadsheet: Spreadsheet, sheet: Sheet, kept: KeptAnchor[]): void {
  for (const { anchor_id, range_name, block, note } of kept) {
    if (block) spreadsheet.setNamedRange(range_name, blockRange(sheet, block))
    else if (spreadsheet.getRangeByName(range_name)) spreadsheet.removeNamedRange(range_name)
    const entry = findAnchorNote(sheet, anchor_id)
    if (note === null) entry?.remove()
    else if (entry) entry.setValue(note)
    else sheet.addDeveloperMetadata(anchorKey, note, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT)
  }
}
