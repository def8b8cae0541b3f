// A cell of a plan in words.
import type { SheetCell } from './sheet-cell.ts'

/** A serial number as ISO text: the day, the time, or both, as far as the number holds them. */
function serialText(serial: number): string {
  // Beyond some hundred thousand years, a number is no day.
  if (Math.abs(serial) > 1e8) return String(serial)
  const seconds = Math.round(serial * 86400)
  const time = new Date((((seconds % 86400) + 86400) % 86400) * 1000).toISOString().slice(11, 19)
  if (serial > 0 && serial < 1) return time
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(seconds / 86400) * 86400000).toISOString().slice(0, 10)
  return seconds % 86400 === 0 ? day : `${day} ${time}`
}

/** Whether a number format shows days or times. */
export const isDateFormat = (format: string): boolean =>
  /[yd]|h+|s+/i.test(format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]|General/gi, ''))

/** What a person will read in a cell, dates as ISO; a formula as it is written. */
export function cellText(cell: SheetCell, numberFormat: string): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return cell.formula
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'number') return isDateFormat(numberFormat) ? serialText(cell) : String(cell)
  return cell
}
