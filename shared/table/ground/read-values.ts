// Reads the numbers, amounts, shares, dates and times of one stretch of text, each with every value it may mean.
import { findValues } from '../infer.ts'
import { findNumerals } from '../parse/find-numerals.ts'
import { plainText } from '../parse/parse-digits.ts'
import { readNumeral } from '../parse/parse-number.ts'
import type { ColumnType } from '../table.ts'

/** A value of the text with its place; `currency` is the code that the text gives it. */
export type TextValue = { start: number; end: number; value: string | number; currency?: string; rank: number }

const unit =
  /^(?:g|m|s|h|l|k|w|v|a|kg|km|cm|mm|ml|gb|mb|tb|kb|hz|khz|mhz|ghz|kw|kwh|mah|px|dpi|fps|mp|in|ft|lb|lbs|oz|pts?|yds?|mi|nm|mg|hp|ps|min|mins|sec|hrs?|x|c|f|th|st|nd|rd|d|y|yr|yrs|mo|bn|mn|pc|pcs|er|e|o|n|t|r|u)$/i

/** Every value of a type in a text; a numeral that may be read in two ways is there twice. */
export function readValues(text: string, type: ColumnType, locale: string | undefined): TextValue[] {
  switch (type) {
    case 'number':
      return readNumbers(text, locale)
    case 'currency':
      return both(text, type, locale).filter(({ start, end }) => isFree(text, start, end))
    case 'percent':
      return both(text, type, locale)
    case 'date':
    case 'datetime':
      return readDays(text, type, locale)
    case 'time':
      return findValues(text, type, { locale }) as TextValue[]
    default:
      return []
  }
}

function both(text: string, type: ColumnType, locale: string | undefined): TextValue[] {
  const first = findValues(text, type, { locale }) as TextValue[]
  const other = findValues(text, type, { locale: 'de' }) as TextValue[]
  const seen = new Set(first.map(keyOf))
  return [...first, ...other.filter((value) => !seen.has(keyOf(value)))]
}

function keyOf({ start, value, currency }: TextValue): string {
  return `${start} ${value} ${currency ?? ''}`
}

function readDays(text: string, type: ColumnType, locale: string | undefined): TextValue[] {
  const first = findValues(text, type, { locale })
  const open = first.some(({ ambiguous }) => ambiguous)
  const all =
    open || locale
      ? [...first, ...findValues(text, type, { locale: 'en-US' }), ...findValues(text, type, { locale: 'en-GB' })]
      : first
  return all as TextValue[]
}

// Numbers as they are found, those with a currency or a percent sign, and the two of a range or a score.
function readNumbers(text: string, locale: string | undefined): TextValue[] {
  const plain = plainText(text)
  const taken = [
    ...findValues(text, 'date', { locale }),
    ...findValues(text, 'datetime', { locale }),
    ...findValues(text, 'time', { locale }),
  ]
  const found: TextValue[] = both(text, 'number', locale)
  for (const amount of both(text, 'currency', locale)) {
    if (amount.currency) found.push({ start: amount.start, end: amount.end, value: amount.value, rank: -1 })
  }
  for (const numeral of findNumerals(plain)) {
    if (numeral.glued || !isPair(plain, numeral.start, numeral.end)) continue
    for (const decimal of ['.', ','] as const) {
      const body = readNumeral(numeral.digits, decimal)
      if (body) found.push({ start: numeral.start, end: numeral.end, value: Number(body.plain), rank: -1 })
    }
  }
  return found
    .filter(
      ({ start, end }) => isFree(plain, start, end) && !taken.some((date) => date.start < end && start < date.end),
    )
    .sort((a, b) => a.start - b.start)
}

// 103-95, 11–17, 2:1, 4/5, but no part of a longer chain.
function isPair(plain: string, start: number, end: number): boolean {
  const around = plain.slice(Math.max(0, start - 12), end + 12)
  const own = Math.min(12, start)
  for (const match of around.matchAll(
    /(?<![\p{L}\d.,:/–-])(\d{1,3}|(?:1\d|20)\d\d|\d+[.,]\d+)([-–—:/])(\d{1,3}|(?:1\d|20)\d\d|\d+[.,]\d+)(?![\d:/]|[.,–-]\d)/gu,
  )) {
    const [, a = '', mark, b = ''] = match
    if (/^0\d/.test(a) || (/^0\d/.test(b) && mark !== ':')) continue
    if (mark === ':' && b.length > 1) continue
    if ((a.length === 4) !== (b.length === 4) && !/[.,]/.test(a + b)) continue
    if (match.index <= own && own < match.index + match[0].length) return true
  }
  return false
}

// No letters or digits go on behind it, but for a unit; nothing of a code stands before it.
function isFree(plain: string, start: number, end: number): boolean {
  const after = /^[\p{L}\p{N}]+/u.exec(plain.slice(end, end + 24))?.[0]
  if (after && /[A-Za-z\d]/.test(after) && /\d$/.test(plain.slice(start, end)) && !unit.test(after)) return false
  return (
    !/[\p{L}\d_][-_./]$|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}_#]$/u.test(
      plain.slice(Math.max(0, start - 2), start),
    ) ||
    /\p{Sc}/u.test(plain[start] ?? '') ||
    (/[-–—:/]$/.test(plain.slice(Math.max(0, start - 2), start)) && /\d/.test(plain[start - 2] ?? ''))
  )
}
