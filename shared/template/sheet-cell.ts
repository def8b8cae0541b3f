// A typed value as the sheet holds it: dates as serial numbers, text as text.
import type { SheetCell } from '../plan/sheet-cell.ts'
import { fractionOfTime, serialOfDate, serialOfDateTime } from '../table/compute/serial.ts'
import type { Cell, ColumnType } from '../table/table.ts'

/** How a value is written where the column is text. */
export function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return String(cell)
}

/** A string of a typed column as what it says, or as itself when it does not say it. */
function typedString(text: string, type: ColumnType): string | number {
  if (type === 'date') return serialOfDate(text) ?? text
  if (type === 'datetime') return serialOfDateTime(text) ?? text
  if (type === 'time') return fractionOfTime(text) ?? text
  return text
}

/**
 * The cell to write for a value of a table column of type `type`. With `asText`, everything is written as text. A
 * string is never more than text or a date: it cannot become a formula.
 */
export function toSheetCell(cell: Cell, type: ColumnType, asText: boolean): SheetCell {
  if (cell === null || cell === '') return null
  if (asText) return textOf(cell)
  return typeof cell === 'string' ? typedString(cell, type) : cell
}
