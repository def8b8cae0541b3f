// Reads a number as people write it: grouped, with a decimal point or comma, signed, in brackets, with a scale.
import type { Decimal } from './parse-locale.ts'
import { scaleOf } from './parse-scale.ts'

export type ParsedNumber = {
  value: number
  /** The number in plain notation, `-1234.5` or `1.2e6`, for exact scaling. */
  plain: string
  /** The decimal mark that the writing itself proves, if it does. */
  proves: Decimal | null
  /** The mark in 1,234 or 1.234 that could group or be decimal; the assumed decimal mark decided. */
  open: Decimal | null
}

type Body = Omit<ParsedNumber, 'value'>

/**
 * Parses ASCII text (see plainDigits) as a number; null when it is none.
 * Zero-led digits, 16 digits and more, and +phone numbers are identifiers, not numbers.
 */
export function parseNumber(text: string, decimal?: Decimal, locale?: string): ParsedNumber | null {
  if (text.length === 0 || text.length > 48) return null
  const code = text.charCodeAt(text.length - 1)
  // 850,- is how round amounts are priced.
  return readSigned(isDigit(code) ? text : text.replace(/(\d[.,])(?:--?|–|—)$/, '$100'), decimal, locale)
}

function readSigned(text: string, decimal: Decimal | undefined, locale: string | undefined): ParsedNumber | null {
  let start = 0
  let end = text.length
  let negative = false
  const first = text[0]!
  if (first === '(' && text[end - 1] === ')') {
    start = skipSpaces(text, 1)
    end--
    negative = true
    if (!isDigit(text.charCodeAt(start))) return null
  } else if (first === '-') {
    start = skipSpaces(text, 1)
    negative = true
  } else if (text[end - 1] === '-') {
    end--
    negative = true
  } else if (first === '+') {
    start = 1
  }
  while (text[end - 1] === ' ') end--
  const read = readBody(text, start, end, decimal, locale)
  if (!read || (first === '+' && /^\+(?:\d{7,}$|\d+ )/.test(text) && !/[^\d +]/.test(text))) return null
  const plain = negative ? `-${read.plain}` : read.plain
  const value = Number(plain)
  if (!Number.isFinite(value)) return null
  return { value: value === 0 ? 0 : value, plain, proves: read.proves, open: read.open }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function skipSpaces(text: string, at: number): number {
  while (text.charCodeAt(at) === 32) at++
  return at
}

// What follows the last digit is nothing, an exponent that began before it, or a scale.
function readBody(
  text: string,
  start: number,
  end: number,
  decimal: Decimal | undefined,
  locale: string | undefined,
): Body | null {
  let last = end
  while (last > start && !isDigit(text.charCodeAt(last - 1))) last--
  if (last === start) return null
  if (last === end) return readNumeral(text.slice(start, end), decimal) ?? readExponent(text.slice(start, end))
  const power = scaleOf(text.slice(last, end), locale)
  const body = power === null ? null : readNumeral(text.slice(start, last), decimal)
  return body && { ...body, plain: `${body.plain}e${power}` }
}

function readExponent(body: string): Body | null {
  const match = /^(\d+)(?:([.,])(\d+))?(?:[eE]|\s?[x×*]\s?10\^?)([+-]?\d{1,3})$/.exec(body)
  if (!match) return null
  const [, integer, mark, fraction, power] = match
  // 12e5 is as likely a code as a number; a point or a sign settles it.
  if (!mark && !/[+-]/.test(power!) && !body.includes('10')) return null
  const plain = `${integer}${mark ? `.${fraction}` : ''}e${power}`
  return { plain, proves: (mark as Decimal | undefined) ?? null, open: null }
}

/** Reads unsigned digits with their grouping and decimal marks; null when the marks stand where none can. */
export function readNumeral(body: string, decimal: Decimal | undefined): Body | null {
  const runs: string[] = []
  let marks = ''
  let from = 0
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at)
    if (isDigit(code)) continue
    // , . ' and space
    if (code !== 44 && code !== 46 && code !== 39 && code !== 32) return null
    runs.push(body.slice(from, at))
    marks += body[at]
    from = at + 1
  }
  runs.push(body.slice(from))
  if (from >= body.length) return null
  if (marks === '') return whole(body) ? { plain: body, proves: null, open: null } : null
  if (marks.length === 1 && (marks === '.' || marks === ',')) return readOneMark(runs[0]!, runs[1]!, marks, decimal)
  const last = marks.at(-1)!
  const group = marks[0]!
  const fractional = last !== group
  const groups = fractional ? runs.slice(0, -1) : runs
  for (let at = 1; at < groups.length - 1; at++) if (marks[at] !== group) return null
  if (fractional && last !== '.' && last !== ',') return null
  if (!isGrouped(groups, group)) return null
  const digits = groups.join('')
  if (!whole(digits)) return null
  if (fractional) return { plain: `${digits}.${runs.at(-1)}`, proves: last as Decimal, open: null }
  return { plain: digits, proves: group === ',' ? '.' : group === '.' ? ',' : null, open: null }
}

// Threes, or twos before the last three as in 1,23,45,678.
function isGrouped(groups: string[], mark: string): boolean {
  const [first = ''] = groups
  if (first.length < 1 || first.length > 3 || groups.at(-1)!.length !== 3) return false
  const inner = groups.slice(1, -1)
  return (
    inner.every((run) => run.length === 3) ||
    (mark === ',' && first.length < 3 && inner.every((run) => run.length === 2))
  )
}

function readOneMark(integer: string, fraction: string, mark: Decimal, decimal: Decimal | undefined): Body | null {
  if (integer !== '' && !whole(integer)) return null
  const asDecimal = `${integer || '0'}.${fraction}`
  const couldGroup = fraction.length === 3 && integer.length > 0 && integer.length <= 3 && integer !== '0'
  if (!couldGroup) return { plain: asDecimal, proves: mark, open: null }
  return { plain: (decimal ?? '.') === mark ? asDecimal : integer + fraction, proves: null, open: mark }
}

// 15 digits are what a double, and a spreadsheet, keeps.
function whole(digits: string): boolean {
  return digits.length < 16 && (digits.length === 1 || digits.charCodeAt(0) !== 48)
}

/** Reads what is a number only among numbers: `1.` and `12e5`. */
export function parseAlmostNumber(text: string): ParsedNumber | null {
  if (!isAlmostNumber(text)) return null
  const plain = text.replace(/^\+|\.$/g, '')
  const value = Number(plain)
  return Number.isFinite(value) ? { value: value === 0 ? 0 : value, plain, proves: null, open: null } : null
}

/** Whether a cell would be a number beside decimals, and may be a code or an ordinal otherwise. */
export function isAlmostNumber(text: string): boolean {
  return text.length <= 24 && /^[-+]?\d{1,15}(?:\.|[eE]\+?\d{1,3})$/.test(text)
}
