// Requests about developer metadata.
import type { sheets_v4 as v4 } from '@googleapis/sheets'
import { touch } from '../../workbook/changes.ts'
import { sheetWithId } from '../../workbook/sheets.ts'
import type { Metadata, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import { developerMetadata } from '../cell-data/developer-metadata.ts'
import { demandFields, fieldOf, readMask } from '../cell-data/field-mask.ts'
import { gridWithId, lineTotal, readGridRange, readLines } from '../cell-data/grid-range.ts'
import { findMetadata } from '../spreadsheets/developer-metadata.ts'
import { freshId } from './fresh-id.ts'
import type { Handlers } from './request.ts'

const mostCharacters = 30_000

function readLocation(book: Workbook, location: v4.Schema$DeveloperMetadataLocation | undefined): Metadata['at'] {
  if (!location) throw badRequest('Developer metadata must always have a location specified.')
  if (location.dimensionRange) {
    const { sheet, axis, start, count } = readLines(book, location.dimensionRange, 'dimensionRange')
    if (count !== 1) throw badRequest('DimensionRange must represent a single row or column.')
    const size = lineTotal(sheet, axis)
    if (start > size) throw badRequest(`range.startIndex is larger than current grid size (${size})`)
    return { type: axis === 'row' ? 'ROW' : 'COLUMN', sheetId: sheet.id, start, count }
  }
  if (location.sheetId != null) {
    if (!sheetWithId(book, location.sheetId)) throw badRequest(`No sheet with id: ${location.sheetId}`)
    return { type: 'SHEET', sheetId: location.sheetId }
  }
  if (location.spreadsheet) return { type: 'SPREADSHEET' }
  throw badRequest('Developer metadata must always have a location specified.')
}

function readVisibility(visibility: string | null | undefined): Metadata['visibility'] {
  if (visibility !== 'DOCUMENT' && visibility !== 'PROJECT')
    throw badRequest('Developer metadata must always have visibility specified.')
  return visibility
}

function readKey(key: string | null | undefined): string {
  if (!key) throw badRequest('Developer metadata must always have a key specified.')
  return key
}

/** The characters of keys and values are limited for each sheet and for the spreadsheet apart from its sheets. */
function demandRoom(book: Workbook): void {
  const sums = new Map<number | null, number>()
  for (const { key, value, at } of book.metadata) {
    const place = at.type === 'SPREADSHEET' ? null : at.sheetId
    sums.set(place, (sums.get(place) ?? 0) + key.length + (value?.length ?? 0))
  }
  for (const [place, sum] of sums)
    if (sum > mostCharacters)
      throw badRequest(
        `Developer metadata of ${place === null ? 'the spreadsheet' : `sheet ${place}`} exceeds the limit of ${mostCharacters} characters.`,
      )
}

/** The entries that a data filter means: by what they are, or by standing on the rows and columns of a range. */
function matching(book: Workbook, filter: v4.Schema$DataFilter | undefined): Metadata[] {
  if (filter?.developerMetadataLookup) return findMetadata(book, { ...filter.developerMetadataLookup })
  if (!filter?.gridRange)
    throw badRequest('DataFilter must have developerMetadataLookup, gridRange or a1Range specified.')
  const { sheet, box } = readGridRange(book, filter.gridRange)
  return book.metadata.filter(({ at }) => {
    if (at.type !== 'ROW' && at.type !== 'COLUMN') return false
    const [first, count] = at.type === 'ROW' ? [box.row, box.rows] : [box.column, box.columns]
    return at.sheetId === sheet.id && at.start < first + count && first < at.start + at.count
  })
}

export const metadataRequests: Handlers = {
  createDeveloperMetadata: ({ book }, { developerMetadata: asked = {} }) => {
    const key = readKey(asked.metadataKey)
    const visibility = readVisibility(asked.visibility)
    const at = readLocation(book, asked.location)
    const ids = book.metadata.map(({ id }) => id)
    if (asked.metadataId && ids.includes(asked.metadataId))
      throw badRequest(
        `Cannot add developer metadata with ID [${asked.metadataId}] because developer metadata with that ID already exists.`,
      )
    const id = freshId(asked.metadataId, ids, 'developer metadata')
    const entry: Metadata = { id, key, value: asked.metadataValue ?? null, visibility, at }
    book.metadata = [...book.metadata, entry]
    demandRoom(book)
    touch(book)
    return { developerMetadata: developerMetadata(entry) }
  },

  updateDeveloperMetadata: ({ book }, { dataFilters, developerMetadata: asked = {}, fields }) => {
    const mask = readMask(fields)
    demandFields(mask, ['metadataKey', 'metadataValue', 'location', 'visibility'])
    const found = new Set((dataFilters ?? []).flatMap((filter) => matching(book, filter)))
    if (found.size === 0) throw badRequest('No developer metadata matched the data filters.')
    const changed: Metadata[] = []
    book.metadata = book.metadata.map((entry) => {
      if (!found.has(entry)) return entry
      const now = { ...entry }
      if (fieldOf(mask, 'metadataKey')) now.key = readKey(asked.metadataKey)
      if (fieldOf(mask, 'metadataValue')) now.value = asked.metadataValue ?? null
      if (fieldOf(mask, 'visibility')) now.visibility = readVisibility(asked.visibility)
      if (fieldOf(mask, 'location')) now.at = readLocation(book, asked.location)
      changed.push(now)
      return now
    })
    demandRoom(book)
    touch(book)
    return { developerMetadata: changed.map(developerMetadata) }
  },

  deleteDeveloperMetadata: ({ book }, { dataFilter }) => {
    const gone = matching(book, dataFilter)
    if (dataFilter?.gridRange) gridWithId(book, dataFilter.gridRange.sheetId)
    book.metadata = book.metadata.filter((entry) => !gone.includes(entry))
    touch(book)
    return gone.length > 0 ? { deletedDeveloperMetadata: gone.map(developerMetadata) } : {}
  },
}
