// Reads what planning has to know of the spreadsheet: a snapshot of the place.
import type { Block } from '../../../shared/plan/a1.ts'
import { areaToRead } from '../../../shared/plan/area-to-read.ts'
import type { KnownTable, Place, PlaceSheet } from '../../../shared/plan/place.ts'
import type { Target } from '../../../shared/plan/target.ts'
import type { FittedTable } from '../../../shared/template/fitted-table.ts'
import { Failure } from '../failure.ts'
import { blockOnGrid, blockRange, rangeBlock, type Sheet } from '../sheets.ts'
import { findKnownTables, namedRanges } from './known-tables.ts'
import { readPlaceRules } from './read-place-rules.ts'
import { readProtected } from './read-protected.ts'
import { readWindow } from './read-window.ts'

/** Rows are asked one by one whether they are hidden; it is only said, and more would take long. */
const mostRowsAsked = 200

/** The rows from the window's first on in which something stands left or right of it. */
function rowsBeside(sheet: Sheet, window: Block, lastRow: number, lastColumn: number): number[] {
  const right = window.column + window.columns
  const sides = [
    { column: 1, columns: window.column - 1 },
    { column: right, columns: lastColumn - right + 1 },
  ]
  const rows = new Set<number>()
  for (const { column, columns } of sides) {
    if (columns <= 0 || lastRow < window.row) continue
    const values: unknown[][] = sheet.getRange(window.row, column, lastRow - window.row + 1, columns).getValues()
    values.forEach((row, r) => {
      if (row.some((value) => value !== '')) rows.add(window.row + r)
    })
  }
  return [...rows].sort((a, b) => a - b)
}

function hiddenRows(sheet: Sheet, { row, rows }: Block, filtered: boolean): number[] {
  return Array.from({ length: Math.min(rows, mostRowsAsked) }, (_, at) => row + at).filter(
    (each) => sheet.isRowHiddenByUser(each) || (filtered && sheet.isRowHiddenByFilter(each)),
  )
}

function readSheet(sheet: Sheet, name: string, area: Block, timeZone: string): PlaceSheet {
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()]
  const [lastRow, lastColumn] = [sheet.getLastRow(), sheet.getLastColumn()]
  const filter = sheet.getFilter()
  const common = {
    ...{ id: sheet.getSheetId(), name, rows, columns },
    protected: readProtected(sheet, rows, columns),
    filter: filter ? rangeBlock(filter.getRange()) : null,
    banded: sheet.getBandings().map((banding) => rangeBlock(banding.getRange())),
    below: lastRow >= area.row + area.rows,
    beside: rowsBeside(sheet, area, lastRow, lastColumn),
  }
  const block = blockOnGrid(sheet, area)
  if (!block) {
    const window = { row: area.row, column: area.column, values: [], display: [], formulas: [], formats: [] }
    return { ...common, window, ruled: [], merged: [], hidden_rows: [] }
  }
  const range = blockRange(sheet, block)
  return {
    ...common,
    window: readWindow(sheet, block, timeZone),
    ruled: readPlaceRules(range, block, timeZone),
    merged: range.getMergedRanges().map(rangeBlock),
    hidden_rows: hiddenRows(sheet, block, filter !== null),
  }
}

function sheetGone(): Failure {
  return new Failure('invalid', 'The chosen sheet is no longer there.', 'Choose another place.')
}

function tableGone(): Failure {
  return new Failure(
    'invalid',
    'The table is no longer in this spreadsheet.',
    'Its sheet, its cells or the name of its range were deleted. Choose another place.',
  )
}

/**
 * What planning knows of a spreadsheet for a new sheet when no names are read, which takes a call for each sheet. A plan
 * made with it holds where the digest is the same and its names are free.
 */
export function placeUnread(fitFor: (locale: string) => FittedTable) {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const locale = spreadsheet.getSpreadsheetLocale()
  const place: Place = { locale, sheet_names: [], range_names: [], sheet: null, known: null }
  return { place, fitted: fitFor(locale), sheet: null, spreadsheet }
}

/**
 * Reads no more of the spreadsheet than names, locale and the place itself. Sheets that are `unfinished` (by their ids)
 * are part of a write that is going on and count as not there. Throws where the target is gone.
 */
export function readPlace(target: Target, fitFor: (locale: string) => FittedTable, unfinished: number[] = []) {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet()
  const sheets = spreadsheet.getSheets().filter((sheet) => !unfinished.includes(sheet.getSheetId()))
  const names = sheets.map((sheet) => sheet.getName())
  const locale = spreadsheet.getSpreadsheetLocale()
  const ranges = namedRanges(spreadsheet)
  const fitted = fitFor(locale)
  const known: KnownTable | null =
    'anchor_id' in target
      ? (findKnownTables(spreadsheet, ranges).find(({ anchor }) => anchor.id === target.anchor_id) ?? null)
      : null
  if ('anchor_id' in target && !known) throw tableGone()
  const sheetId = target.kind === 'at_cell' ? target.sheet_id : (known?.sheet_id ?? null)
  const index = sheets.findIndex((sheet) => sheet.getSheetId() === sheetId)
  const sheet = sheets[index] ?? null
  if (sheetId !== null && !sheet) throw sheetGone()
  const area = areaToRead(fitted, target, known)
  const place: Place = {
    locale,
    sheet_names: names,
    range_names: [...ranges.keys()],
    sheet: sheet && area ? readSheet(sheet, names[index] ?? '', area, spreadsheet.getSpreadsheetTimeZone()) : null,
    known,
  }
  return { place, fitted, sheet, spreadsheet }
}
