// Parses one raw cell: on its own, or as a value of a known type.

import { parseBoolean } from './parse-boolean.ts'
import { parseCurrency } from './parse-currency.ts'
import { parseDate } from './parse-date.ts'
import { plainDigits } from './parse-digits.ts'
import { type Conventions, type Decimal, dayFirstOf, decimalOf } from './parse-locale.ts'
import { parseNumber } from './parse-number.ts'
import { parseTime } from './parse-time.ts'
import type { ColumnType } from './table.ts'

export type ParsedCell = {
  type: ColumnType
  /** ISO 8601 for dates and times, a fraction for percent, the text itself for text, email and url. */
  value: string | number | boolean
  /** ISO 4217, for amounts of money. */
  currency?: string
  /** True when point and comma, or day and month, could be exchanged and an assumption decided. */
  ambiguous?: boolean
}

/** What a cell's own writing proves about its column, beside its value. */
export type CellReading = ParsedCell & {
  decimal?: Decimal | null
  order?: 'day-first' | 'month-first' | null
  separator?: string | null
  zone?: string | null
}

const email = /^[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}$/u
const url = /^(?:(?:https?|ftp):\/\/[^\s/?#]+|www\.[^\s/?#]+\.[^\s/?#]+)(?:[/?#]\S*)?$/i

/**
 * Parses a cell. Without a type the cell decides, text being the last resort; with a type, null means it does not fit.
 * An empty cell is null. Open questions (1,234 and 03/04/2026) follow the locale, else point decimals and month first.
 */
export function parseCell(text: string, options: { type?: ColumnType; locale?: string } = {}): ParsedCell | null {
  const conventions = {
    locale: options.locale,
    decimal: decimalOf(options.locale),
    dayFirst: dayFirstOf(options.locale),
  }
  const reading = readCell(text, conventions, options.type)
  if (!reading) return null
  const { type, value, currency, ambiguous } = reading
  const settled = conventions.dayFirst !== undefined
  const parsed: ParsedCell = { type, value }
  if (currency) parsed.currency = currency
  if (ambiguous && !(settled && (type === 'date' || type === 'datetime'))) parsed.ambiguous = true
  return parsed
}

/** Like parseCell, with explicit conventions and with what the writing proves. */
export function readCell(text: string, conventions: Conventions, type?: ColumnType): CellReading | null {
  const plain = plainDigits(text)
  if (plain === '') return null
  if (type) return readAs(type, text, plain, conventions, true)
  for (const guess of guesses(plain)) {
    const reading = readAs(guess, text, plain, conventions)
    if (reading) return reading
  }
  return { type: 'text', value: text }
}

const digitGuesses: ColumnType[] = ['number', 'percent', 'currency', 'date', 'datetime', 'time', 'email', 'url']
const otherGuesses: ColumnType[] = ['currency', 'boolean', 'date', 'datetime', 'percent', 'email', 'url']
const wordGuesses: ColumnType[] = ['boolean', 'email', 'url']

// Most cells of a big table are plain words or plain digits: look at no more than can fit.
function guesses(plain: string): ColumnType[] {
  if (plain.length > 60) return ['email', 'url']
  const code = plain.charCodeAt(0)
  if ((code >= 48 && code <= 57) || code === 40 || code === 43 || code === 45 || code === 46) return digitGuesses
  return /\d/.test(plain) ? otherGuesses : wordGuesses
}

function readAs(
  type: ColumnType,
  text: string,
  plain: string,
  conventions: Conventions,
  known = false,
): CellReading | null {
  switch (type) {
    case 'text':
      return { type, value: text }
    case 'number': {
      const read = parseNumber(plain, conventions.decimal)
      return read && { type, value: read.value, decimal: read.proves, ambiguous: read.open }
    }
    case 'percent':
      return readPercent(plain, conventions)
    case 'currency': {
      const read = parseCurrency(plain, conventions.decimal, conventions.locale)
      return read && { type, value: read.value, currency: read.currency, decimal: read.proves, ambiguous: read.open }
    }
    case 'date':
    case 'datetime': {
      const read = parseDate(plain, conventions.dayFirst)
      if (!read || read.type !== type) return null
      const { value, proves, separator, zone, open } = read
      return { type, value, order: proves, separator, zone, ambiguous: open }
    }
    case 'time': {
      const read = parseTime(plain)
      // 9:00-10:00 is a span, and no value keeps a zone beside a time without a day.
      return read && !read.zone ? { type, value: read.value } : null
    }
    case 'boolean': {
      const value = parseBoolean(plain, known)
      return value === null ? null : { type, value }
    }
    case 'email':
      return plain.length <= 254 && email.test(plain) ? { type, value: text.trim() } : null
    case 'url':
      return plain.length <= 4000 && url.test(plain) ? { type, value: text.trim() } : null
  }
}

function readPercent(plain: string, conventions: Conventions): CellReading | null {
  const bare = plain.endsWith('%') ? plain.slice(0, -1) : plain.startsWith('%') ? plain.slice(1) : null
  const bracketed = bare === null && plain.startsWith('(') && plain.endsWith('%)') ? `${plain.slice(0, -2)})` : bare
  const read = bracketed === null ? null : parseNumber(bracketed.trim(), conventions.decimal)
  if (!read) return null
  // Shifting the decimal text keeps 14.1% at 0.141; dividing by 100 would not.
  const value = /e/i.test(read.plain) ? read.value / 100 : Number(`${read.plain}e-2`)
  return { type: 'percent', value, decimal: read.proves, ambiguous: read.open }
}
