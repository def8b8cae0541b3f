// Grid ranges, coordinates and dimension ranges between Google's JSON (from 0, end excluded) and boxes (from 1).
import { columnLetters, quoteSheetName } from '../../workbook/address.ts'
import { sheetWithId } from '../../workbook/sheets.ts'
import type { Box, Sheet, Workbook } from '../../workbook/workbook.ts'
import { badRequest } from '../api-error.ts'

export type GridRange = {
  sheetId?: number | null
  startRowIndex?: number | null
  endRowIndex?: number | null
  startColumnIndex?: number | null
  endColumnIndex?: number | null
}
export type DimensionRange = {
  sheetId?: number | null
  dimension?: string | null
  startIndex?: number | null
  endIndex?: number | null
}
export type Place = { sheet: Sheet; box: Box }

/** The sheet that a range names. Throws Google's error when there is none. */
export function gridWithId(workbook: Workbook, id: number | null | undefined): Sheet {
  const sheet = sheetWithId(workbook, id ?? 0)
  if (!sheet || sheet.objectSheet) throw badRequest(`No grid with id: ${id ?? 0}`)
  return sheet
}

/** `Sheet1!A1:B2`, for error texts. */
function rangeText(sheet: Sheet, box: Box): string {
  const first = `${columnLetters(box.column)}${box.row}`
  const last = `${columnLetters(box.column + box.columns - 1)}${box.row + box.rows - 1}`
  return `${quoteSheetName(sheet.name)}!${first}${first === last ? '' : `:${last}`}`
}

/** The cells of a range; an open side reaches to the edge. Throws when it is empty or reaches out of the grid. */
export function readGridRange(workbook: Workbook, range: GridRange | null | undefined, name = 'range'): Place {
  if (!range) throw badRequest(`No ${name} specified.`)
  const sheet = gridWithId(workbook, range.sheetId)
  const [row, column] = [range.startRowIndex ?? 0, range.startColumnIndex ?? 0]
  const [endRow, endColumn] = [range.endRowIndex ?? sheet.maxRows, range.endColumnIndex ?? sheet.maxColumns]
  if (row < 0 || column < 0 || endRow < 0 || endColumn < 0) throw badRequest('GridRange indexes must be >= 0')
  if (row >= sheet.maxRows && range.endRowIndex == null)
    throw badRequest(`${name}.startRowIndex is larger than current grid size (${sheet.maxRows})`)
  if (column >= sheet.maxColumns && range.endColumnIndex == null)
    throw badRequest(`${name}.startColumnIndex is larger than current grid size (${sheet.maxColumns})`)
  if (endRow <= row) throw badRequest(`${name}.endRowIndex[${endRow}] must be after ${name}.startRowIndex[${row}]`)
  if (endColumn <= column)
    throw badRequest(`${name}.endColumnIndex[${endColumn}] must be after ${name}.startColumnIndex[${column}]`)
  const box = { row: row + 1, column: column + 1, rows: endRow - row, columns: endColumn - column }
  demandInside(sheet, box)
  return { sheet, box }
}

/** Throws Google's error when a box reaches out of the grid. */
export function demandInside(sheet: Sheet, box: Box): void {
  if (box.row + box.rows - 1 <= sheet.maxRows && box.column + box.columns - 1 <= sheet.maxColumns) return
  throw badRequest(
    `Range (${rangeText(sheet, box)}) exceeds grid limits. Max rows: ${sheet.maxRows}, max columns: ${sheet.maxColumns}`,
  )
}

/** A range as Google answers it; the first sheet's id of 0 is left out. */
export function gridRange(sheetId: number, box: Box): GridRange {
  return {
    ...(sheetId === 0 ? {} : { sheetId }),
    startRowIndex: box.row - 1,
    endRowIndex: box.row - 1 + box.rows,
    startColumnIndex: box.column - 1,
    endColumnIndex: box.column - 1 + box.columns,
  }
}

/** Rows or columns of a sheet, counted from 1. */
export type Lines = { sheet: Sheet; axis: 'row' | 'column'; start: number; count: number }

export function lineTotal(sheet: Sheet, axis: Lines['axis']): number {
  return axis === 'row' ? sheet.maxRows : sheet.maxColumns
}

/** The lines of a dimension range; open ends reach to the edge, `end` may lie past it. */
export function readLines(workbook: Workbook, range: DimensionRange | null | undefined, name = 'range'): Lines {
  if (!range) throw badRequest(`No ${name} specified.`)
  const sheet = gridWithId(workbook, range.sheetId)
  if (range.dimension !== 'ROWS' && range.dimension !== 'COLUMNS') throw badRequest('No dimension specified.')
  const axis = range.dimension === 'ROWS' ? 'row' : 'column'
  const [start, end] = [range.startIndex ?? 0, range.endIndex ?? lineTotal(sheet, axis)]
  if (start < 0 || end < 0) throw badRequest('DimensionRange indexes must be >= 0')
  if (end <= start) throw badRequest(`${name}.endIndex[${end}] must be after ${name}.startIndex[${start}]`)
  return { sheet, axis, start: start + 1, count: end - start }
}

/** A dimension range as Google answers it. */
export function dimensionRange(sheetId: number, axis: Lines['axis'], start: number, count: number): DimensionRange {
  return {
    ...(sheetId === 0 ? {} : { sheetId }),
    dimension: axis === 'row' ? 'ROWS' : 'COLUMNS',
    startIndex: start - 1,
    endIndex: start - 1 + count,
  }
}
