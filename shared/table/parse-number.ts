// Reads a number as people write it: grouped, with a decimal point or comma, signed or in brackets.
import type { Decimal } from './parse-locale.ts'

export type ParsedNumber = {
  value: number
  /** The number in plain notation, `-1234.5`, for exact scaling. */
  plain: string
  /** The decimal mark that the writing itself proves, if it does. */
  proves: Decimal | null
  /** True when point and comma could be exchanged and the assumed mark decided. */
  open: boolean
}

type Body = { plain: string; proves: Decimal | null; open: boolean }

const threes = /^\d{1,3}(?:,\d{3})+$/
const lakhs = /^\d{1,2}(?:,\d{2})+,\d{3}$/

/**
 * Parses ASCII text (see plainDigits) as a number; null when it is none.
 * Zero-led digits, 16 digits and more, and +phone numbers are identifiers, not numbers.
 */
export function parseNumber(text: string, decimal?: Decimal): ParsedNumber | null {
  if (text.length === 0 || text.length > 40) return null
  // 850,- is how round amounts are priced.
  let body = text.replace(/(\d)([.,])(?:-{1,2}|–|—)$/, '$1$200')
  let negative = false
  if (body.startsWith('(') && body.endsWith(')')) {
    body = body.slice(1, -1).trim()
    if (!/^\d/.test(body)) return null
    negative = true
  } else if (body.startsWith('-')) {
    body = body.slice(1).trimStart()
    negative = true
  } else if (body.endsWith('-')) {
    body = body.slice(0, -1).trimEnd()
    negative = true
  } else if (body.startsWith('+')) {
    body = body.slice(1)
    if (/^\d{7,}$|^\d+ /.test(body)) return null
  }
  const read = readExponent(body) ?? readBody(body, decimal)
  if (!read) return null
  const plain = negative ? `-${read.plain}` : read.plain
  const value = Number(plain)
  if (!Number.isFinite(value)) return null
  return { value: value === 0 ? 0 : value, plain, proves: read.proves, open: read.open }
}

function readExponent(body: string): Body | null {
  if (!/^\d+(?:\.\d+)?[eE][+-]?\d{1,3}$/.test(body)) return null
  // 12e5 is as likely a code as a number; a point or a sign settles it.
  return /[.+-]/.test(body) ? { plain: body, proves: body.includes('.') ? '.' : null, open: false } : null
}

function readBody(body: string, decimal: Decimal | undefined): Body | null {
  if (/^\d+$/.test(body)) return whole(body) ? { plain: body, proves: null, open: false } : null
  if (!/^[.,]?\d[\d.,' ]*$/.test(body) || !/\d$/.test(body)) return null
  if (/[ ']/.test(body)) return readSpaced(body)
  const dot = body.lastIndexOf('.')
  const comma = body.lastIndexOf(',')
  if (dot >= 0 && comma >= 0) return readBoth(body, dot > comma ? '.' : ',')
  return readOneMark(body, dot >= 0 ? '.' : ',', decimal)
}

function readSpaced(body: string): Body | null {
  const match = /^(\d{1,3}(?:[ ']\d{3})+)(?:([.,])(\d+))?$/.exec(body)
  if (!match || (body.includes(' ') && body.includes("'"))) return null
  const integer = match[1]!.replace(/[ ']/g, '')
  if (!whole(integer)) return null
  return {
    plain: match[3] ? `${integer}.${match[3]}` : integer,
    proves: (match[2] as Decimal | undefined) ?? null,
    open: false,
  }
}

function readBoth(body: string, mark: Decimal): Body | null {
  const at = body.lastIndexOf(mark)
  const integer = body.slice(0, at)
  if (integer.includes(mark)) return null
  const grouped = mark === '.' ? integer : integer.replaceAll('.', ',')
  if (!threes.test(grouped) && !lakhs.test(grouped)) return null
  const digits = grouped.replaceAll(',', '')
  return whole(digits) ? { plain: `${digits}.${body.slice(at + 1)}`, proves: mark, open: false } : null
}

function readOneMark(body: string, mark: Decimal, decimal: Decimal | undefined): Body | null {
  const parts = body.split(mark)
  if (parts.length > 2) {
    const grouped = parts.join(',')
    const fits = threes.test(grouped) || (mark === ',' && lakhs.test(grouped))
    const digits = parts.join('')
    return fits && whole(digits) ? { plain: digits, proves: mark === ',' ? '.' : ',', open: false } : null
  }
  const [integer = '', fraction = ''] = parts
  if (integer !== '' && !whole(integer)) return null
  const asDecimal = `${integer || '0'}.${fraction}`
  const couldGroup = fraction.length === 3 && integer.length > 0 && integer.length <= 3 && integer !== '0'
  if (!couldGroup) return { plain: asDecimal, proves: mark, open: false }
  return { plain: (decimal ?? '.') === mark ? asDecimal : integer + fraction, proves: null, open: true }
}

// 15 digits are what a double, and a spreadsheet, keeps.
function whole(digits: string): boolean {
  return digits.length < 16 && (digits.length === 1 || digits[0] !== '0')
}
