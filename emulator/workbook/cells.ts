// The sparse cell store of a sheet: get, change, walk and measure cells by row and column.
import { touch } from './changes.ts'
import { lineForWriting, rowsForWriting } from './snapshot.ts'
import type { Box, Cell, CellStyle, Sheet, Workbook } from './workbook.ts'

/** The cell, or undefined where nothing was ever put. Treat it as read-only. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows.get(row)?.get(column)
}

/** Merges `patch` into a cell; a key set to undefined is removed, and a cell with nothing left is dropped. */
export function patchCell(workbook: Workbook, sheet: Sheet, row: number, column: number, patch: Partial<Cell>): void {
  putCell(workbook, sheet, row, column, { ...(cellAt(sheet, row, column) ?? { value: null }), ...patch })
}

/** Replaces a cell. */
export function putCell(workbook: Workbook, sheet: Sheet, row: number, column: number, cell: Cell | undefined): void {
  const kept = cell && tidy(cell)
  if (kept) lineForWriting(sheet, row).set(column, kept)
  else if (sheet.rows.has(row)) {
    const line = lineForWriting(sheet, row)
    line.delete(column)
    if (line.size === 0) rowsForWriting(sheet).delete(row)
  }
  touch(workbook)
}

function tidy(cell: Cell): Cell | undefined {
  const kept: Cell = { value: cell.value }
  if (cell.formula !== undefined) kept.formula = cell.formula
  if (cell.format) kept.format = cell.format
  if (cell.numberType && cell.numberType.pattern === cell.format) kept.numberType = cell.numberType
  if (cell.style && Object.values(cell.style).some((value) => value !== undefined)) kept.style = cell.style
  if (cell.runs?.length && typeof cell.value === 'string' && cell.formula === undefined) kept.runs = cell.runs
  if (cell.note) kept.note = cell.note
  if (cell.validation) kept.validation = cell.validation
  return kept.value === null && Object.keys(kept).length === 1 ? undefined : kept
}

/** Merges a style patch into a cell. */
export function patchStyle(workbook: Workbook, sheet: Sheet, row: number, column: number, patch: CellStyle): void {
  patchCell(workbook, sheet, row, column, { style: { ...cellAt(sheet, row, column)?.style, ...patch } })
}

/** Calls `visit` for every position of a box, empty ones too. */
export function eachPosition(box: Box, visit: (row: number, column: number) => void): void {
  for (let row = box.row; row < box.row + box.rows; row++)
    for (let column = box.column; column < box.column + box.columns; column++) visit(row, column)
}

/** Calls `visit` for every stored cell of a box, without walking the empty ones. */
export function eachCell(sheet: Sheet, box: Box, visit: (cell: Cell, row: number, column: number) => void): void {
  const tall = box.rows > sheet.rows.size
  const rows = tall ? [...sheet.rows.keys()] : Array.from({ length: box.rows }, (_, index) => box.row + index)
  for (const row of rows) {
    if (row < box.row || row >= box.row + box.rows) continue
    const line = sheet.rows.get(row)
    if (!line) continue
    for (const [column, cell] of [...line])
      if (column >= box.column && column < box.column + box.columns) visit(cell, row, column)
  }
}

/** The last row and column that hold content (a value or a formula); 0 when the sheet is empty. */
export function usedSize(sheet: Sheet): { rows: number; columns: number } {
  let rows = 0
  let columns = 0
  for (const [row, line] of sheet.rows)
    for (const [column, cell] of line) {
      if (cell.value === null && cell.formula === undefined) continue
      if (row > rows) rows = row
      if (column > columns) columns = column
    }
  return { rows, columns }
}

export function contains(box: Box, row: number, column: number): boolean {
  return row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns
}

export function overlaps(one: Box, other: Box): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  )
}

/** True when `inner` lies wholly inside `outer`. */
export function encloses(outer: Box, inner: Box): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  )
}

export function wholeSheet(sheet: Sheet): Box {
  return { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns }
}
