// Reads the numbers of one stretch of text with every value that each of them may mean.

import { findNumerals } from '../parse/find-numerals.ts'
import { readNumeral } from '../parse/parse-number.ts'
import { readEasternNumber, readNumberWords } from './read-number-words.ts'
import type { TextValue } from './read-values.ts'
import { finds, type Reading } from './reading.ts'

type Taken = { start: number; end: number }

/** Every number of a prepared text that is no part of a date, a time, an address or a code. */
export function readNumbers(reading: Reading): TextValue[] {
  const { plain } = reading
  const taken: Taken[] = [
    ...finds(reading, 'date'),
    ...finds(reading, 'datetime'),
    ...finds(reading, 'time').filter(({ start, end }) => !/^\d+\s?[点點时時시]$/.test(plain.slice(start, end))),
    ...phones(plain),
  ]
  const found = [...bothWays(reading, 'number'), ...bare(plain)]
  for (const amount of bothWays(reading, 'currency')) {
    if (amount.currency) found.push({ start: amount.start, end: amount.end, value: amount.value, rank: -1 })
  }
  return [
    ...found.filter(
      (value) => isFree(plain, value) && !taken.some((date) => date.start < value.end && value.start < date.end),
    ),
    ...readNumberWords(plain),
    ...readEasternNumber(plain),
  ].sort((a, b) => a.start - b.start)
}

/** The values of a type with the decimal mark read either way. */
export function bothWays(reading: Reading, type: 'number' | 'currency' | 'percent'): TextValue[] {
  const all: TextValue[] = []
  const seen = new Set<string>()
  // Only three digits behind a single mark can be read either way.
  const open = /\d[.,]\d{3}(?!\d)/.test(reading.plain)
  for (const { start, end, value, currency, rank } of open
    ? [...finds(reading, type), ...finds(reading, type, 'de')]
    : finds(reading, type)) {
    const key = `${start} ${value} ${currency ?? ''}`
    if (typeof value !== 'number' || seen.has(key)) continue
    seen.add(key)
    all.push({ start, end, value, rank, ...(currency ? { currency } : {}) })
  }
  return all
}

// Numerals as they stand: the two of a score or a range, a count beside an x, a number that a letter follows, and the
// two that a space parts where it need not group.
function bare(plain: string): TextValue[] {
  const found: TextValue[] = []
  const add = (start: number, end: number, digits: string, negative = false) => {
    for (const decimal of ['.', ','] as const) {
      const body = readNumeral(digits, decimal)
      if (body) found.push({ start, end, value: Number(`${negative ? '-' : ''}${body.plain}`), rank: -1 })
    }
  }
  for (const { start, end, digits, glued, joined } of findNumerals(plain)) {
    const dense = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]-$/.test(
      plain.slice(Math.max(0, start - 2), start),
    )
    const times = /(?<![\p{L}\d])[x×X*]$/u.test(plain.slice(Math.max(0, start - 2), start))
    const rest = plain.slice(end, end + 8)
    if (dense) add(start - 1, end, digits, true)
    else if (times && glued) add(start, end, digits)
    else if (!glued && isPair(plain, start, end)) add(start, end, digits)
    else if (!glued && !joined && (/^(?:M|st|nd|rd|th|\.?º|ª)(?!\p{L})/u.test(rest) || /^\.(?:\s|$)/.test(rest)))
      add(start, end, digits)
    const parted = /^(\d{1,3}) (\d{3}(?:\.\d{1,2})?)$/.exec(plain.slice(start, end))
    if (parted && (parted[2]!.includes('.') || !/[a-zа-я]/i.test(plain))) {
      add(start, start + parted[1]!.length, parted[1]!)
      add(start + parted[1]!.length + 1, end, parted[2]!)
    }
  }
  return found
}

// 103-95, 11–17, 2:1, 4/5, but no part of a longer chain.
const pair =
  /(?<![\p{L}\d.,:/–-])(\d{1,3}|(?:1\d|20)\d\d|\d+[.,]\d+)([-–—:/])(\d{1,3}|(?:1\d|20)\d\d|\d+[.,]\d+)(?![\d:/]|[.,–-]\d)/gu

function isPair(plain: string, start: number, end: number): boolean {
  const from = Math.max(0, start - 12)
  for (const match of plain.slice(from, end + 12).matchAll(pair)) {
    const [all, a = '', mark, b = ''] = match
    if (/^0\d/.test(a) || (/^0\d/.test(b) && mark !== ':') || (mark === ':' && b.length > 1)) continue
    if ((a.length === 4) !== (b.length === 4) && !/[.,]/.test(a + b)) continue
    if (match.index <= start - from && start - from < match.index + all.length) return true
  }
  return false
}

// +49 2026 55 and 030 1234 5678 are numbers of nothing.
function phones(plain: string): Taken[] {
  return [...plain.matchAll(/\+\d[\d ()/-]{6,}\d|(?<![\d.,])0\d{1,4}[ /-]\d[\d /-]{4,}\d/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const word = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}_]/u

// No longer word or code goes on before or behind it; a short unit may.
function isFree(plain: string, { start, end }: Taken): boolean {
  const after = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}_]+/u.exec(plain.slice(end, end + 24))?.[0] ?? ''
  if (/\d$/.test(plain.slice(start, end)) && (/\d|_/.test(after) || after.length > 4)) return false
  const before = plain.slice(Math.max(0, start - 3), start)
  const times = /(?<![\p{L}\d])[xX]$/u.test(before)
  if (/\d|-/.test(plain[start] ?? '') && !times && (/[_#]$/.test(before) || word.test(before.at(-1) ?? '')))
    return false
  if (/[\p{L}\d_][-_./]$/u.test(before)) return /\d[-–—:/]$/.test(before) || !word.test(before.at(-2)!)
  return true
}
