// Data filters: places named by A1 notation, by a grid range, or by the developer metadata on them.
import type { Box, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'
import type { Json } from '../http/call.ts'
import { findMetadata } from '../spreadsheets/developer-metadata.ts'
import { boxOf, exceedsGrid, readRange } from './read-range.ts'

export type Place = { sheet: Sheet; box: Box }

/** `GridRange` of the API as a box of its sheet; missing bounds are open. */
export function gridRangePlace(book: Workbook, range: Json): Place {
  const id = Number(range.sheetId ?? 0)
  const sheet = book.sheets.find((one) => one.id === id)
  if (!sheet) throw badRequest(`No grid with id: ${id}`)
  const at = (key: string) => (range[key] === undefined ? undefined : Number(range[key]))
  const [top, left] = [at('startRowIndex') ?? 0, at('startColumnIndex') ?? 0]
  const [bottom, right] = [at('endRowIndex'), at('endColumnIndex')]
  if (top >= sheet.maxRows || left >= sheet.maxColumns)
    throw exceedsGrid(sheet, {
      top: top + 1,
      left: left + 1,
      ...(bottom === undefined ? {} : { bottom }),
      ...(right === undefined ? {} : { right }),
    })
  const box = {
    row: top + 1,
    column: left + 1,
    rows: Math.min(bottom ?? sheet.maxRows, sheet.maxRows) - top,
    columns: Math.min(right ?? sheet.maxColumns, sheet.maxColumns) - left,
  }
  return { sheet, box }
}

/** Every place that a filter finds, in the order of the sheet. */
export function filterPlaces(book: Workbook, filter: Json): Place[] {
  if (typeof filter.a1Range === 'string') {
    const range = readRange(book, filter.a1Range)
    return [{ sheet: range.sheet, box: boxOf(range) }]
  }
  if (filter.gridRange) return [gridRangePlace(book, filter.gridRange as Json)]
  if (!filter.developerMetadataLookup) throw badRequest('Must specify a filter in DataFilter.')
  return findMetadata(book, filter.developerMetadataLookup as Json).flatMap(({ at }) => {
    const sheet = at.type === 'SPREADSHEET' ? undefined : book.sheets.find((one) => one.id === at.sheetId)
    if (!sheet || at.type === 'SPREADSHEET') return []
    const box = { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns }
    if (at.type === 'ROW') return [{ sheet, box: { ...box, row: at.start, rows: at.count } }]
    if (at.type === 'COLUMN') return [{ sheet, box: { ...box, column: at.start, columns: at.count } }]
    return [{ sheet, box }]
  })
}
