// The text a cell shows: its value through its number format in the workbook's locale.
import { format as formatNumber, isDateFormat } from 'numfmt'
import { cellAt } from './cells.ts'
import { computedValue } from './formula-engine.ts'
import { shownFormat } from './implied-format.ts'
import { localeTag } from './typed-input.ts'
import type { CellValue, Sheet, Workbook } from './workbook.ts'

/** A cell's value, with formulas worked out; null when empty. */
export function valueAt(workbook: Workbook, sheet: Sheet, row: number, column: number): CellValue {
  const cell = cellAt(sheet, row, column)
  if (cell && cell.formula === undefined && cell.value !== null) return cell.value
  return computedValue(workbook, sheet, row, column)
}

/** The text shown for a cell. */
export function textAt(workbook: Workbook, sheet: Sheet, row: number, column: number): string {
  const format = shownFormat(workbook, sheet, cellAt(sheet, row, column))
  return displayText(valueAt(workbook, sheet, row, column), format, workbook.locale)
}

/** The text for a value under a number format. */
export function displayText(value: CellValue, pattern: string | undefined, locale: string): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (!pattern) return typeof value === 'string' ? value : generalText(value, locale)
  if (pattern === '@') return String(value)
  try {
    return formatNumber(pattern, value, { locale: localeTag(locale), ignoreTimezone: true, throws: true })
  } catch {
    return String(value)
  }
}

/** Ten significant digits, but all of a whole number; very large and very small ones as powers of ten. */
function generalText(value: number, locale: string): string {
  const magnitude = Math.abs(value)
  const options = { locale: localeTag(locale) }
  if (magnitude >= 1e15 || (magnitude !== 0 && magnitude < 1e-9))
    return formatNumber('0.#####E+00', value, options).replace(/[.,](?=E)/, '')
  if (Number.isInteger(value)) return String(value)
  const decimals = Math.max(0, Math.min(20, 9 - Math.floor(Math.log10(magnitude))))
  const text = value.toFixed(decimals)
  return (decimals > 0 ? text.replace(/\.?0+$/, '') : text).replace('.', decimalSign(locale))
}

const decimalSigns = new Map<string, string>()

function decimalSign(locale: string): string {
  let sign = decimalSigns.get(locale)
  if (sign === undefined) {
    sign = formatNumber('0.0', 1.5, { locale: localeTag(locale) }).slice(1, -1)
    decimalSigns.set(locale, sign)
  }
  return sign
}

/** True when a number under this format is a date or time to Google. */
export function showsDate(pattern: string | undefined): boolean {
  return pattern !== undefined && isDateFormat(pattern)
}
