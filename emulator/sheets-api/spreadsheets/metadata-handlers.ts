// The methods of `spreadsheets.developerMetadata`.

import type { Metadata, Workbook } from '../../workbook/workbook.ts'
import { filterPlaces } from '../a1/data-filter.ts'
import { notFound } from '../api-error.ts'
import { developerMetadata } from '../cell-data/developer-metadata.ts'
import { bookOf, type Handlers, type Json } from '../http/call.ts'
import { findMetadata } from './developer-metadata.ts'

export const metadataHandlers: Handlers = {
  'sheets.spreadsheets.developerMetadata.get': (call) => {
    const found = bookOf(call).metadata.find((entry) => entry.id === Number(call.path.metadataId))
    if (!found) throw notFound()
    return developerMetadata(found)
  },
  'sheets.spreadsheets.developerMetadata.search': (call) => {
    const book = bookOf(call)
    const matched = new Map<Metadata, Json[]>()
    for (const filter of (call.body.dataFilters ?? []) as Json[])
      for (const entry of matches(book, filter)) matched.set(entry, [...(matched.get(entry) ?? []), filter])
    const all = [...matched].map(([entry, dataFilters]) => ({
      developerMetadata: developerMetadata(entry),
      dataFilters,
    }))
    return all.length > 0 ? { matchedDeveloperMetadata: all } : {}
  },
}

/** A filter by range finds what is on the rows, columns and sheet of that range. */
function matches(book: Workbook, filter: Json): Metadata[] {
  if (filter.developerMetadataLookup) return findMetadata(book, filter.developerMetadataLookup as Json)
  const places = filterPlaces(book, filter)
  return book.metadata.filter(({ at }) =>
    places.some(({ sheet, box }) => {
      if (at.type === 'SPREADSHEET' || at.sheetId !== sheet.id) return false
      if (at.type === 'SHEET') return box.rows === sheet.maxRows && box.columns === sheet.maxColumns
      const [first, count, across] =
        at.type === 'ROW'
          ? [box.row, box.rows, box.columns === sheet.maxColumns]
          : [box.column, box.columns, box.rows === sheet.maxRows]
      return across && at.start < first + count && first < at.start + at.count
    }),
  )
}
