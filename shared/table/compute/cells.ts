// Cells of a typed column as values of an expression, and back.
import type { Cell, ColumnType } from '../table.ts'
import { fractionOfTime, isoDate, isoDateTime, isoTime, serialOfDate, serialOfDateTime } from './serial.ts'
import { isFault, type Value } from './values.ts'

/** A cell as the sheet holds it: a date is its serial number, an empty text nothing. */
export function toValue(cell: Cell, type: ColumnType): Value {
  if (cell === '' || typeof cell !== 'string') return cell === '' ? null : cell
  if (type === 'date') return serialOfDate(cell) ?? cell
  if (type === 'datetime') return serialOfDateTime(cell) ?? cell
  if (type === 'time') return fractionOfTime(cell) ?? cell
  return cell
}

/** The dust that adding decimals leaves is not worth showing: at most 15 digits, as the sheet has them. */
const clean = (value: number) => Number(value.toPrecision(15))

/** A value as a cell of a column of this type; null where the sheet would show an error or nothing. */
export function toCell(value: Value, type: ColumnType): Cell {
  if (isFault(value) || value === '') return null
  if (typeof value !== 'number')
    return typeof value === 'boolean' && type === 'text' ? (value ? 'TRUE' : 'FALSE') : value
  switch (type) {
    case 'date':
      return isoDate(value) ?? clean(value)
    case 'datetime':
      return isoDateTime(value) ?? clean(value)
    case 'time':
      return value >= 0 && value < 1 ? isoTime(value) : clean(value)
    case 'text':
    case 'email':
    case 'url':
      return String(clean(value))
    default:
      return clean(value)
  }
}
