// Makes a table known: the named range that follows it around, and the note on the sheet that says which table it is.
import { anchorKey } from '../../../shared/plan/anchor.ts'
import type { PlanEdit } from '../../../shared/plan/plan-edit.ts'
import { blockRange, type Sheet } from '../sheets.ts'
import type { WritePlace } from './write-place.ts'

type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata

/** The note of a table on its sheet, or null. */
export function findAnchorNote(sheet: Sheet, anchorId: string): Metadata | null {
  const entries: Metadata[] = sheet.createDeveloperMetadataFinder().withKey(anchorKey).find()
  return entries.find((entry) => anchorIdOf(entry.getValue()) === anchorId && onSheet(entry)) ?? null
}

const onSheet = (entry: Metadata) =>
  entry.getLocation().getLocationType() === SpreadsheetApp.DeveloperMetadataLocationType.SHEET

function anchorIdOf(json: string | null): string | null {
  try {
    const value: unknown = JSON.parse(json ?? 'null')
    return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null
  } catch {
    return null
  }
}

export function applyAnchor(
  { spreadsheet, sheet, blank }: WritePlace,
  { block, anchor }: Extract<PlanEdit, { kind: 'anchor' }>,
): void {
  spreadsheet.setNamedRange(anchor.range_name, blockRange(sheet, block))
  const value = JSON.stringify(anchor)
  const known = blank ? null : findAnchorNote(sheet, anchor.id)
  if (known) known.setValue(value)
  else sheet.addDeveloperMetadata(anchorKey, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT)
}
