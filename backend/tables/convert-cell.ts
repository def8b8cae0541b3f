// Reads a value that a person typed, or that a column of another type held, as the type of its column.
import { readCell } from '../../shared/table/parse/parse-cell.ts'
import { conventionsOf } from '../../shared/table/parse/parse-locale.ts'
import type { Cell, Column, ColumnType } from '../../shared/table/table.ts'

/** Enough digits for any amount, without the tail that binary fractions have. */
const plain = (value: number): string => String(Number(value.toPrecision(15)))

/** The value as people would write it, for a column that is to hold text or another kind. */
function toText(cell: string | number | boolean, from: Column): string {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'string') return cell
  if (from.type === 'percent') return `${plain(cell * 100)}%`
  return from.type === 'currency' && from.currency ? `${plain(cell)} ${from.currency}` : plain(cell)
}

const numeric: ReadonlySet<ColumnType> = new Set(['number', 'currency', 'percent'])

/** A typed text as the column's type; what does not fit stays the text it is, and so does another currency. */
export function readValue(value: Cell, column: Column): Cell {
  if (typeof value !== 'string') {
    const fits = value === null || (typeof value === 'number' ? numeric.has(column.type) : column.type === 'boolean')
    return fits ? value : readValue(toText(value, { ...column, type: 'text' }), column)
  }
  const text = value.trim()
  if (text === '') return null
  if (column.type === 'text') return value
  // The whole cell only: a number in the middle of words must not swallow the words.
  const parsed = readCell(text, conventionsOf(undefined), column.type)
  if (!parsed || (parsed.currency && column.currency && parsed.currency !== column.currency)) return text
  return parsed.value
}

/** A cell of `from` in a column that is of another type now. A number stays the number it is among numeric types. */
export function convertCell(cell: Cell, from: Column, to: Column): Cell {
  if (cell === null) return null
  if (typeof cell === 'number' && numeric.has(from.type) && numeric.has(to.type)) return cell
  const text = toText(cell, from)
  return to.type === 'text' ? text : readValue(text, to)
}
