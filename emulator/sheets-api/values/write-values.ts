// Writes rows of values from a corner on, and tells what was written as `values.update` does.

import { columnLetters } from '../../workbook/address.ts'
import { cellAt, putCell } from '../../workbook/cells.ts'
import { type Input, parseInput, withInput } from '../../workbook/typed-input.ts'
import type { Box, Cell, CellValue, Sheet, Workbook } from '../../workbook/workbook.ts'
import { writeRange } from '../a1/read-range.ts'
import { badRequest } from '../api-error.ts'
import { demandCharacters } from '../batch/limits.ts'
import type { Json } from '../http/call.ts'
import { protoText } from './proto-text.ts'

/** A range to write to. `limit` is how far values may reach: the range, or the grid where only a corner was named. */
export type Target = { sheet: Sheet; shown: Box; limit: Box }
export type Written = { sheet: Sheet; box: Box; rows: Set<number>; columns: Set<number>; cells: number }

/** The option of a request; Google's error when there is none. */
export function inputOption(options: Json): 'RAW' | 'USER_ENTERED' {
  const option = options.valueInputOption
  if (option === 'RAW' || option === 'USER_ENTERED') return option
  throw badRequest("'valueInputOption' is required but not specified")
}

/** The values of a `ValueRange` as rows; a column-major one is turned. `undefined` stands where no value was given. */
export function rowsOf(range: Json): unknown[][] {
  const lines = (range.values ?? []) as unknown[][]
  if (range.majorDimension !== 'COLUMNS') return lines
  const height = Math.max(0, ...lines.map((line) => line.length))
  return Array.from({ length: height }, (_, row) => lines.map((line) => (row < line.length ? line[row] : null)))
}

/** Writes the rows; null leaves a cell as it is, '' empties it. Throws before anything is written. */
export function writeRows(book: Workbook, target: Target, rows: unknown[][], option: 'RAW' | 'USER_ENTERED'): Written {
  const { sheet, limit } = target
  demandFit(target, rows)
  const inputs = rows.map((line, row) =>
    line.map((value, column) => toInput(book, value, option, row, column, sheet, limit)),
  )
  const box = {
    row: limit.row,
    column: limit.column,
    rows: Math.max(1, rows.length),
    columns: Math.max(1, ...rows.map((line) => line.length)),
  }
  const written: Written = { sheet, box, rows: new Set(), columns: new Set(), cells: 0 }
  for (const [down, line] of inputs.entries())
    for (const [right, input] of line.entries()) {
      if (input === null) continue
      const [row, column] = [limit.row + down, limit.column + right]
      putCell(book, sheet, row, column, withoutRuns(withInput(cellAt(sheet, row, column), input)))
      written.rows.add(row)
      written.columns.add(column)
      written.cells += 1
    }
  return { ...written, box: withoutSkippedEnd(written) }
}

/** Cells skipped by null at the ends of rows, or whole rows of them at the end, are not told as written. */
function withoutSkippedEnd({ box, rows, columns, cells }: Written): Box {
  if (cells === 0) return box
  return { ...box, rows: Math.max(...rows) - box.row + 1, columns: Math.max(...columns) - box.column + 1 }
}

/** Formatting of single characters goes with the text it was on. */
function withoutRuns({ runs: _runs, ...cell }: Cell): Cell {
  return cell
}

/** Values that go beyond the range, or beyond the grid, are refused as a whole. */
function demandFit({ sheet, shown, limit }: Target, rows: unknown[][]): void {
  const bottom = limit.row + limit.rows - 1
  const right = limit.column + limit.columns - 1
  for (const [index, line] of rows.entries()) {
    const place =
      limit.row + index > bottom
        ? `row [${limit.row + index}]`
        : limit.column + line.length - 1 > right
          ? `column [${columnLetters(right + 1)}]`
          : null
    if (place)
      throw badRequest(`Requested writing within range [${writeRange(sheet, shown)}], but tried writing to ${place}`)
  }
}

function toInput(
  book: Workbook,
  value: unknown,
  option: 'RAW' | 'USER_ENTERED',
  row: number,
  column: number,
  sheet: Sheet,
  limit: Box,
): Input | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'object') throw badRequest(`Invalid values[${row}][${column}]: ${protoText(value)}`)
  if (typeof value !== 'string') return { value: value as CellValue }
  demandCharacters(value)
  if (option === 'RAW') return { value: value === '' ? null : value }
  return parseInput(value, book.locale, cellAt(sheet, limit.row + row, limit.column + column)?.format)
}

/** `UpdateValuesResponse` of the API; counts of nothing are left out, as zeros are. */
export function updateResponse(book: Workbook, { sheet, box, rows, columns, cells }: Written): Json {
  return {
    spreadsheetId: book.id,
    updatedRange: writeRange(sheet, box),
    ...(cells > 0 ? { updatedRows: rows.size, updatedColumns: columns.size, updatedCells: cells } : {}),
  }
}
