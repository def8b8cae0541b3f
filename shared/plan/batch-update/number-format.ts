// The kind of a number format, which the Sheets API wants beside its pattern.
import type { CellFormat } from './request.ts'

/** What is written as it stands: quoted words, escaped characters, fillers, and brackets but those that count time. */
const literal = /"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi

/**
 * The type of a pattern: which values it is for. A pattern with a currency sign, quoted or in brackets, is of amounts.
 */
export function numberFormatType(pattern: string): string {
  const plain = pattern.replace(literal, '').toLowerCase()
  if (plain.trim() === '@') return 'TEXT'
  const time = /[hs]/.test(plain)
  const day = /[yd]/.test(plain) || (/m/.test(plain) && !time)
  if (/general/.test(plain)) return 'NUMBER'
  if (day && time) return 'DATE_TIME'
  if (day) return 'DATE'
  if (time) return 'TIME'
  if (plain.includes('%')) return 'PERCENT'
  if (/e[+-]/.test(plain)) return 'SCIENTIFIC'
  return /\p{Sc}|\[\$[^-\]]|"\p{Lu}{3}"|\\\p{Sc}/u.test(pattern) ? 'CURRENCY' : 'NUMBER'
}

/** The number format of a cell; undefined, which clears it, for the automatic one. */
export function numberFormat(pattern: string): CellFormat['numberFormat'] {
  return pattern === '' || pattern === 'General' ? undefined : { type: numberFormatType(pattern), pattern }
}
