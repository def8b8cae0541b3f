// Turns a value from a script into what a cell takes: numbers, booleans, dates as serials, text parsed as typed.
import { instantToSerial } from '../workbook/dates.ts'
import { showsDate } from '../workbook/display.ts'
import { type Input, parseInput } from '../workbook/typed-input.ts'
import type { Cell, Workbook } from '../workbook/workbook.ts'
import { isDate } from './arguments.ts'
import { Handle } from './service.ts'
import { javaText } from './services/java-text.ts'

const longestText = 50_000

/** What `setValue` makes of a value in that cell. */
export function inputFrom(workbook: Workbook, cell: Cell | undefined, value: unknown): Input {
  if (value === null || value === undefined) return { value: null }
  if (typeof value === 'number') return { value: Number.isFinite(value) ? value : '#NUM!' }
  if (typeof value === 'boolean') return { value }
  if (isDate(value)) {
    const serial = instantToSerial(value.getTime(), workbook.timeZone)
    const format = Number.isInteger(serial) ? 'M/d/yyyy' : 'M/d/yyyy H:mm:ss'
    return showsDate(cell?.format) ? { value: serial } : { value: serial, format }
  }
  // Google writes an object as Java does: `{a=1.0}`.
  const isObject = Object.prototype.toString.call(value) === '[object Object]' && !(value instanceof Handle)
  const text = isObject ? javaText(value) : String(value)
  if (text.length > longestText)
    throw new Error(`Your input contains more than the maximum of ${longestText} characters in a single cell.`)
  return parseInput(text, workbook.locale, cell?.format)
}
