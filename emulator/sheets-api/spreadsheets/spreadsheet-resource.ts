// A spreadsheet as `spreadsheets.get` shows it, whole or within the ranges asked for.
import { wholeSheet } from '../../workbook/cells.ts'
import type { Box, Sheet, Workbook } from '../../workbook/workbook.ts'
import { gridData } from '../cell-data/grid-data.ts'
import { sheetResource } from '../cell-data/sheet-resource.ts'
import { spreadsheetProperties } from '../cell-data/spreadsheet-properties.ts'

export type Place = { sheet: Sheet; box: Box }

/** `Spreadsheet` of the API. With places, only their sheets; with `grids`, the cells of the places or of every sheet. */
export function spreadsheetResource(book: Workbook, places: Place[] | null, grids: boolean): object {
  const sheets = places ? book.sheets.filter((sheet) => places.some((place) => place.sheet === sheet)) : book.sheets
  const boxesOf = (sheet: Sheet) =>
    places?.filter((place) => place.sheet === sheet).map((place) => place.box) ?? [wholeSheet(sheet)]
  return {
    spreadsheetId: book.id,
    properties: spreadsheetProperties(book),
    sheets: sheets.map((sheet) => ({
      ...sheetResource(book, sheet),
      ...(grids ? { data: boxesOf(sheet).map((box) => gridData(book, sheet, box)) } : {}),
    })),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
  }
}
