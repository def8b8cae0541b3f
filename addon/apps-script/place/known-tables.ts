// The tables of this spreadsheet that were written before, found by what the sheets keep about them.
import { anchorKey, TableAnchor } from '../../../shared/plan/anchor.ts'
import type { KnownTable } from '../../../shared/plan/place.ts'
import type { Spreadsheet } from '../edits/write-place.ts'
import { type Range, rangeBlock } from '../sheets.ts'

/** The named ranges that still have cells. */
export function namedRanges(spreadsheet: Spreadsheet): Map<string, Range> {
  const found = new Map<string, Range>()
  for (const named of spreadsheet.getNamedRanges()) {
    const name = named.getName()
    try {
      const range: Range | null = named.getRange()
      if (range) found.set(name, range)
    } catch {
      // Its cells were deleted.
    }
  }
  return found
}

function readAnchor(json: string | null): TableAnchor | null {
  try {
    const parsed = TableAnchor.safeParse(JSON.parse(json ?? ''))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/**
 * A table is where its named range is, on the sheet that keeps its note. A copy of the sheet has the note, too, but the
 * name stays with the first: the copy is not taken for the table.
 */
export function findKnownTables(spreadsheet: Spreadsheet, ranges = namedRanges(spreadsheet)): KnownTable[] {
  const tables = new Map<string, KnownTable>()
  for (const entry of spreadsheet.createDeveloperMetadataFinder().withKey(anchorKey).find()) {
    const anchor = readAnchor(entry.getValue())
    const range = anchor ? ranges.get(anchor.range_name) : undefined
    const kept = entry.getLocation().getSheet()
    if (!anchor || !range || !kept) continue
    const sheet = range.getSheet()
    const sheet_id = sheet.getSheetId()
    if (kept.getSheetId() !== sheet_id || tables.has(anchor.id)) continue
    tables.set(anchor.id, { anchor, sheet_id, sheet_name: sheet.getName(), block: rangeBlock(range) })
  }
  return [...tables.values()]
}
