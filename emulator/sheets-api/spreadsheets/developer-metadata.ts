// Developer metadata: found by id, key, value, visibility and place.
import type { Metadata, Workbook } from '../../workbook/workbook.ts'
import type { Json } from '../http/call.ts'

/** The entries that a `DeveloperMetadataLookup` describes; whatever it leaves out matches all. */
export function findMetadata(book: Workbook, lookup: Json): Metadata[] {
  const { metadataLocation: location, locationMatchingStrategy: strategy } = lookup
  const asked = location === undefined ? null : reachOf(location as Json)
  const exact = strategy === 'EXACT_LOCATION' || (strategy !== 'INTERSECTING_LOCATION' && asked?.lines !== undefined)
  return book.metadata.filter(
    (entry) =>
      (lookup.metadataId === undefined || entry.id === lookup.metadataId) &&
      (lookup.metadataKey === undefined || entry.key === lookup.metadataKey) &&
      (lookup.metadataValue === undefined || entry.value === lookup.metadataValue) &&
      (lookup.visibility === undefined || entry.visibility === lookup.visibility) &&
      (lookup.locationType === undefined || entry.at.type === lookup.locationType) &&
      (asked === null || meets(reachAt(entry.at), asked, exact)),
  )
}

/** The whole spreadsheet, one sheet, or lines of it (counted from 1, the end excluded). */
type Reach = { sheetId?: number; lines?: { type: 'ROW' | 'COLUMN'; start: number; end: number } }

function meets(own: Reach, asked: Reach, exact: boolean): boolean {
  if (exact) return own.sheetId === asked.sheetId && JSON.stringify(own.lines) === JSON.stringify(asked.lines)
  if (asked.sheetId === undefined) return true
  if (own.sheetId !== asked.sheetId) return false
  if (!own.lines || !asked.lines || own.lines.type !== asked.lines.type) return true
  return own.lines.start < asked.lines.end && asked.lines.start < own.lines.end
}

function reachOf(location: Json): Reach {
  const range = location.dimensionRange as Json | undefined
  if (!range) return location.sheetId === undefined ? {} : { sheetId: Number(location.sheetId) }
  const start = Number(range.startIndex ?? 0) + 1
  const end = range.endIndex === undefined ? start + 1 : Number(range.endIndex) + 1
  return {
    sheetId: Number(range.sheetId ?? 0),
    lines: { type: range.dimension === 'COLUMNS' ? 'COLUMN' : 'ROW', start, end },
  }
}

function reachAt(at: Metadata['at']): Reach {
  if (at.type === 'SPREADSHEET') return {}
  if (at.type === 'SHEET') return { sheetId: at.sheetId }
  return { sheetId: at.sheetId, lines: { type: at.type, start: at.start, end: at.start + at.count } }
}
