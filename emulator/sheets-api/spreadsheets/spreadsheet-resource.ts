// A spreadsheet as `spreadsheets.get` shows it, whole or within the ranges asked for.
import { wholeSheet } from '../../workbook/cells.ts'
import type { Sheet, Workbook } from '../../workbook/workbook.ts'
import type { Place } from '../a1/data-filter.ts'
import { developerMetadata } from '../cell-data/developer-metadata.ts'
import { gridData } from '../cell-data/grid-data.ts'
import { gridRange } from '../cell-data/grid-range.ts'
import { sheetResource } from '../cell-data/sheet-resource.ts'
import { spreadsheetProperties } from '../cell-data/spreadsheet-properties.ts'
import type { Json } from '../http/call.ts'

/** `Spreadsheet` of the API. With places, only their sheets; with `grids`, the cells of the places or of every sheet. */
export function spreadsheetResource(book: Workbook, places: Place[] | null, grids: boolean): Json {
  const sheets = places ? book.sheets.filter((sheet) => places.some((place) => place.sheet === sheet)) : book.sheets
  const boxesOf = (sheet: Sheet) =>
    places?.filter((place) => place.sheet === sheet).map((place) => place.box) ?? [wholeSheet(sheet)]
  const metadata = book.metadata.filter(({ at }) => at.type === 'SPREADSHEET')
  return {
    spreadsheetId: book.id,
    properties: spreadsheetProperties(book),
    sheets: sheets.map((sheet) => ({
      ...sheetResource(book, sheet),
      ...(grids && !sheet.objectSheet ? { data: boxesOf(sheet).map((box) => gridData(book, sheet, box)) } : {}),
    })),
    ...(book.namedRanges.length > 0 ? { namedRanges: book.namedRanges.map(namedRange) } : {}),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
    ...(metadata.length > 0 ? { developerMetadata: metadata.map(developerMetadata) } : {}),
  }
}

function namedRange({ id, name, sheetId, box }: Workbook['namedRanges'][number]): object {
  return { namedRangeId: id, name, range: gridRange(sheetId, box) }
}
