// TEXT with the patterns that mean the same in every spreadsheet: digits, percent, and days in digits.
import type { Settings } from './call.ts'
import { dayOfSerial, isDaySerial, isoTime } from './serial.ts'
import { fault, toNumber, type Value } from './values.ts'

const numberPattern = /^(#,##)?(0+)(?:\.(0+))?(%?)$/
const dayPattern = /^(?:yyyy|mm|dd)(?:[-./ ](?:yyyy|mm|dd)){0,2}$/i
const timePattern = /^hh:mm(:ss)?$/i

/** Whether a pattern means the same wherever decimals have a comma too. */
export const isPlainPattern = (pattern: string): boolean =>
  dayPattern.test(pattern) || timePattern.test(pattern) || /^0+%?$/.test(pattern)

/** Whether TEXT can work with a pattern at all. */
export const isKnownPattern = (pattern: string): boolean => isPlainPattern(pattern) || numberPattern.test(pattern)

/** A value as a pattern shows it. */
export function formatValue(value: Value, pattern: string, { decimalPoint }: Settings): Value {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  const number = toNumber(value, decimalPoint)
  if (typeof number !== 'number') return number
  const numeric = numberPattern.exec(pattern)
  if (numeric && (decimalPoint || isPlainPattern(pattern))) {
    const [, grouped, whole = '0', decimals = '', percent] = numeric
    const scaled = Math.abs(percent ? number * 100 : number)
    const format = new Intl.NumberFormat('en-US', {
      useGrouping: grouped !== undefined,
      minimumIntegerDigits: Math.min(21, whole.length),
      minimumFractionDigits: decimals.length,
      maximumFractionDigits: decimals.length,
      roundingMode: 'halfExpand',
    }).format(Number(scaled.toPrecision(15)))
    return `${number < 0 && /[1-9]/.test(format) ? '-' : ''}${format}${percent}`
  }
  if (timePattern.test(pattern)) return isoTime(number).slice(0, pattern.length)
  if (!dayPattern.test(pattern)) return fault('#VALUE!', `the pattern “${pattern.slice(0, 40)}” is not known`)
  if (!isDaySerial(number)) return fault('#NUM!', 'it is no day of the calendar')
  const { year, month, day } = dayOfSerial(number)
  const parts: Record<string, string> = {
    yyyy: String(year),
    mm: String(month).padStart(2, '0'),
    dd: String(day).padStart(2, '0'),
  }
  return pattern.replace(/yyyy|mm|dd/gi, (part) => parts[part.toLowerCase()] ?? part)
}
