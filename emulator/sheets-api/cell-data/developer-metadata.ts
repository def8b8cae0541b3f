// Developer metadata as Google answers it.
import type { JsonObject } from '../../workbook/sheet-objects.ts'
import type { Metadata } from '../../workbook/workbook.ts'
import { dimensionRange } from './grid-range.ts'

function location({ at }: Metadata): JsonObject {
  if (at.type === 'SPREADSHEET') return { locationType: at.type, spreadsheet: true }
  if (at.type === 'SHEET') return { locationType: at.type, sheetId: at.sheetId }
  const axis = at.type === 'ROW' ? 'row' : 'column'
  return {
    locationType: at.type,
    dimensionRange: { ...dimensionRange(at.sheetId, axis, at.start, at.count) } as JsonObject,
  }
}

/** `DeveloperMetadata`. */
export function developerMetadata(entry: Metadata): JsonObject {
  return {
    metadataId: entry.id,
    metadataKey: entry.key,
    ...(entry.value ? { metadataValue: entry.value } : {}),
    location: location(entry),
    visibility: entry.visibility,
  }
}
