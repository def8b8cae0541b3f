// Looks into the part of a sheet that was read.
import type { PlaceSheet, SheetValue, SheetWindow } from './place.ts'
import type { PlanBlock } from './plan-edit.ts'
import type { SheetCell } from './sheet-cell.ts'

/** The window's rows and columns end before these. */
export const windowEnd = ({ row, column, values }: SheetWindow) => ({
  row: row + values.length,
  column: column + (values[0]?.length ?? 0),
})

export const valueAt = (window: SheetWindow, row: number, column: number): SheetValue =>
  window.values[row - window.row]?.[column - window.column] ?? null

export const formulaAt = (window: SheetWindow, row: number, column: number): string =>
  window.formulas[row - window.row]?.[column - window.column] ?? ''

export const formatAt = (window: SheetWindow, row: number, column: number): string =>
  window.formats[row - window.row]?.[column - window.column] ?? ''

/** Whether anything stands in a cell; a formula that shows nothing does. */
export function isFilled(window: SheetWindow, row: number, column: number): boolean {
  const value = valueAt(window, row, column)
  return (value !== null && value !== '') || formulaAt(window, row, column) !== ''
}

/** What stands in a cell, as it would be written. */
export function cellAt(window: SheetWindow, row: number, column: number): SheetCell {
  const formula = formulaAt(window, row, column)
  if (formula !== '') return { formula }
  const value = valueAt(window, row, column)
  return value === '' ? null : value
}

/** What a person sees in a cell; a formula where it shows nothing. */
export function shownAt(window: SheetWindow, row: number, column: number): string {
  const shown = window.display[row - window.row]?.[column - window.column] ?? ''
  return shown === '' ? formulaAt(window, row, column) : shown
}

/** Whether anything stands in a block, as far as it was read. */
export function isBlockFilled(window: SheetWindow, { row, column, rows, columns }: PlanBlock): boolean {
  const end = windowEnd(window)
  const [lastRow, lastColumn] = [Math.min(row + rows, end.row), Math.min(column + columns, end.column)]
  for (let r = Math.max(row, window.row); r < lastRow; r++)
    for (let c = Math.max(column, window.column); c < lastColumn; c++) if (isFilled(window, r, c)) return true
  return false
}

export const overlaps = (a: PlanBlock, b: PlanBlock): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns

/** Whether `inner` lies in `outer` with all of its cells. */
export const contains = (outer: PlanBlock, inner: PlanBlock): boolean =>
  outer.row <= inner.row &&
  outer.column <= inner.column &&
  outer.row + outer.rows >= inner.row + inner.rows &&
  outer.column + outer.columns >= inner.column + inner.columns

/** The rows from `from` on in which something stands left or right of these columns. */
export function rowsBeside(sheet: PlaceSheet, block: { column: number; columns: number }, from: number): number[] {
  const { window } = sheet
  const rows = new Set(sheet.beside.filter((row) => row >= from))
  const end = windowEnd(window)
  for (let row = Math.max(from, window.row); row < end.row; row++) {
    for (let column = window.column; column < end.column; column++) {
      if (column >= block.column && column < block.column + block.columns) continue
      if (isFilled(window, row, column)) rows.add(row)
    }
  }
  return [...rows].sort((a, b) => a - b)
}
