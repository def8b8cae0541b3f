// Parses one raw cell: on its own, or as a value of a known type.

import type { ColumnType } from '../table.ts'
import { findValues, preferredValue } from './find-values.ts'
import { parseBoolean } from './parse-boolean.ts'
import { parseCurrency } from './parse-currency.ts'
import { parseDate } from './parse-date.ts'
import { plainDigits } from './parse-digits.ts'
import { type Conventions, conventionsOf, type Decimal } from './parse-locale.ts'
import { parseAlmostNumber, parseNumber } from './parse-number.ts'
import { parsePercent } from './parse-percent.ts'
import { parseTime } from './parse-time.ts'
import { isEmail, isLooseUrl, isUrl } from './parse-url.ts'

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
  /** The only mark of 1,234 or 1.234. */
  openMark?: Decimal | null
  order?: 'day-first' | 'month-first' | null
  separator?: string | null
  zone?: string | null
  period?: 'week' | 'month' | 'quarter'
}

/**
 * Parses a cell. Without a type the cell decides, text being the last resort; a sentence is text.
 * With a type, the cell is that value or holds it somewhere in running text (see findValues for which one); null means
 * that it has none. An empty cell is null. Open questions (1,234 and 03/04/2026) follow the locale, else point decimals
 * and month first.
 */
export function parseCell(text: string, options: { type?: ColumnType; locale?: string } = {}): ParsedCell | null {
  const conventions = conventionsOf(options.locale)
  const whole = readCell(text, conventions, options.type)
  if (!whole) return options.type ? findIn(text, options.type, options.locale) : null
  const { type, value, currency, ambiguous } = whole
  const parsed: ParsedCell = { type, value }
  if (currency) parsed.currency = currency
  if (ambiguous && !(conventions.dayFirst !== undefined && (type === 'date' || type === 'datetime'))) {
    parsed.ambiguous = true
  }
  return parsed
}

function findIn(text: string, type: ColumnType, locale: string | undefined): ParsedCell | null {
  const found = preferredValue(findValues(text, type, { locale }))
  if (!found) return null
  const { value, currency, ambiguous } = found
  return { type, value, ...(currency ? { currency } : {}), ...(ambiguous ? { ambiguous } : {}) }
}

/** Like parseCell for the whole cell only, with explicit conventions and with what the writing proves. */
export function readCell(text: string, conventions: Conventions, type?: ColumnType): CellReading | null {
  if (text.length > 4200)
    return type && type !== 'text' ? null : text.trim() === '' ? null : { type: 'text', value: text }
  const plain = plainDigits(text)
  if (plain === '') return null
  if (type) return readAs(type, text, plain, conventions, true)
  for (const guess of guesses(plain)) {
    const reading = guess === 'date' ? readDay(plain, conventions, false) : readAs(guess, text, plain, conventions)
    if (reading) return reading
  }
  return { type: 'text', value: text }
}

const none: ColumnType[] = []
const addresses: ColumnType[] = ['email', 'url']
const amounts: ColumnType[] = ['currency']
const shares: ColumnType[] = ['percent']
const sharesOrAddresses: ColumnType[] = ['percent', 'url']
const wordsOrAddresses: ColumnType[] = ['boolean', 'url']
const clocks: ColumnType[] = ['date', 'time', 'url']
const digitGuesses: ColumnType[] = ['number', 'date', 'currency', 'time', 'percent', 'url']
const otherGuesses: ColumnType[] = ['currency', 'date', 'number', 'time', 'percent', 'boolean', 'url']
const words: ColumnType[] = ['boolean']

// Most cells of a big table are plain words or plain digits: look at no more than can fit.
function guesses(plain: string): ColumnType[] {
  const first = plain.charCodeAt(0)
  let digits = false
  let colon = false
  let percent = false
  let point = false
  let money = false
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at)
    if (code === 64) return addresses
    if (code >= 48 && code <= 57) digits = true
    else if (code === 58) {
      if (plain.charCodeAt(at + 1) === 47) return addresses
      colon = true
    } else if (code === 36 || code === 0xa3 || code === 0xa5 || (code >= 0x20a0 && code <= 0x20cf)) money = true
    else if (code === 37 || code === 0x2030) percent = true
    else if (code === 46) point = true
    // No address has a space, and nothing else is so long.
    else if (code === 32 && at > 80) return none
  }
  if (plain.length > 80) return addresses
  if (money) return digits ? amounts : none
  if (percent && !colon) return digits ? (point ? sharesOrAddresses : shares) : none
  if (colon) return digits ? clocks : point ? addresses : none
  if (!digits) return point ? wordsOrAddresses : words
  return (first >= 48 && first <= 57) || first === 40 || first === 43 || first === 45 || first === 46
    ? digitGuesses
    : otherGuesses
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
      const strict = parseNumber(plain, conventions.decimal, conventions.locale)
      const read = strict ?? (known ? parseAlmostNumber(plain) : null)
      return (
        read && { type, value: read.value, decimal: read.proves, openMark: read.open, ambiguous: read.open !== null }
      )
    }
    case 'percent': {
      const read = parsePercent(plain, conventions.decimal, conventions.locale)
      return (
        read && { type, value: read.value, decimal: read.proves, openMark: read.open, ambiguous: read.open !== null }
      )
    }
    case 'currency': {
      const read = parseCurrency(plain, conventions.moneyDecimal, conventions.locale, known)
      if (!read) return null
      const { value, currency, proves, open } = read
      return { type, value, currency, decimal: proves, openMark: open, ambiguous: open !== null }
    }
    case 'date':
    case 'datetime': {
      const read = readDay(plain, conventions, known)
      return read?.type === type ? read : null
    }
    case 'time': {
      // 14.05 is a number until a time is expected.
      const read = parseTime(known ? plain.replace(/^(\d{1,2})\.(\d{2})(?:\.(\d{2}))?$/, pointed) : plain)
      // 9:00-10:00 is a span, and no value keeps a zone beside a time without a day.
      return read && !read.zone ? { type, value: read.value } : null
    }
    case 'boolean': {
      const value = parseBoolean(plain, known)
      return value === null ? null : { type, value }
    }
    case 'email':
      return plain.includes('@') && isEmail(plain) ? { type, value: text.trim() } : null
    case 'url':
      return isUrl(plain) || (known && isLooseUrl(plain)) ? { type, value: text.trim() } : null
  }
}

function readDay(plain: string, conventions: Conventions, known: boolean): CellReading | null {
  const read = parseDate(plain, conventions.dayFirst, known)
  if (!read) return null
  const { type, value, proves, separator, zone, open, period } = read
  return { type, value, order: proves, separator, zone, ambiguous: open, period }
}

function pointed(_all: string, hours: string, minutes: string, seconds: string | undefined): string {
  return seconds ? `${hours}:${minutes}:${seconds}` : `${hours}:${minutes}`
}
