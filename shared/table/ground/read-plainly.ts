// Reads a numeral that stands between ordinary words without reading all that is around it.
import { leadRank } from '../parse/find-amounts.ts'
import { currencyCode } from '../parse/parse-currency.ts'
import { isoDay } from '../parse/parse-date-numeric.ts'
import { plainText } from '../parse/parse-digits.ts'
import { isTellingWord } from '../parse/parse-scan.ts'
import type { ColumnType } from '../table.ts'
import { gapBefore } from './check-gap.ts'
import type { TextValue } from './read-values.ts'
import { Kind, type Words } from './read-words.ts'

/**
 * The values that the digits at a token give for a type; null where what stands beside them may change what they mean.
 * What is read here is what the whole stretch would give.
 */
export function readPlainly(
  words: Words,
  at: number,
  type: ColumnType,
  locale: string | undefined,
): TextValue[] | null {
  const { text, starts, ends } = words
  const start = starts[at]!
  const first = text.charCodeAt(start)
  if (first < 49 || first > 57) return null
  if (type !== 'number' && type !== 'currency') return null
  if (ends[at]! - start > 5) return null
  const last = lastOf(words, at, locale)
  const end = ends[last]!
  if (text.charCodeAt(end) === 46 && end + 1 < text.length && text.charCodeAt(end + 1) > 32) return null
  const sign = text.charCodeAt(start - 1)
  const isPaid = sign === 36 || sign === 0x20ac || sign === 0xa3
  if (!endsPlainly(words, last) && !(isPaid && text.charCodeAt(end) === 44 && text.charCodeAt(end + 1) === 32))
    return null
  const written = text.slice(start, end)
  const value = Number(written.replaceAll(',', ''))
  // 1,234 may be a little more than one.
  const open = /^\d+,\d{3}$/.test(written) ? Number(written.replace(',', '.')) : null
  const others = (place: { start: number; end: number; rank: number; currency?: string }): TextValue[] =>
    open === null ? [] : [{ ...place, value: open }]
  if (!isPaid) {
    if (!beginsPlainly(words, at)) return null
    if (type === 'currency') return [{ start, end, value, rank: -1 }]
    return [{ start, end, value, rank: 0 }, ...others({ start, end, rank: 0 })]
  }
  if (at === 0 || !beginsPlainly(words, at - 1)) return null
  const currency = currencyCode(text[start - 1]!, locale)
  if (!currency) return null
  // The number in an amount is one as well.
  if (type === 'number')
    return [
      { start: start - 1, end, value, rank: -1 },
      { start, end, value, rank: 0 },
      ...others({ start, end, rank: 0 }),
    ]
  const rank = 2 + leadRank(plainText(text.slice(lineStart(text, start - 1), start - 1)))
  const amount = { start: start - 1, end, currency }
  return [{ ...amount, value, rank }, ...others({ ...amount, rank: rank - 1 })]
}

// The last token of 12, 12.50, 1,234 and 1,234.50: the groups only where the locale writes them so.
function lastOf(words: Words, at: number, locale: string | undefined): number {
  const { text, starts, ends } = words
  let last = at
  if (ends[at]! - starts[at]! <= 3 && (locale === undefined || locale.startsWith('en')))
    while (text.charCodeAt(ends[last]!) === 44 && isRun(words, last + 1, ends[last]! + 1, 3)) last++
  return text.charCodeAt(ends[last]!) === 46 && isRun(words, last + 1, ends[last]! + 1, 2) ? last + 1 : last
}

/** Whether the digits at a token are a later part of a plain day or a plain number: they say nothing of their own. */
export function isPlainPart(words: Words, at: number, locale: string | undefined): boolean {
  const mark = words.text.charCodeAt(words.starts[at]! - 1)
  if (mark === 45) return (at > 0 && isDayAt(words, at - 1)) || (at > 1 && isDayAt(words, at - 2))
  if (mark !== 46 && mark !== 44) return false
  let first = at
  while (first > 0 && words.kinds[first - 1] === Kind.digits && /^[.,]$/.test(gapBefore(words, first))) first--
  const found = first < at ? readPlainly(words, first, 'number', locale) : null
  return found !== null && found[0]!.end > words.starts[at]!
}

const isDayAt = (words: Words, at: number) => words.kinds[at] === Kind.digits && readPlainDay(words, at) !== null

/** Whether ordinary words, or nothing, stand on both sides of some tokens: what is there means what it means alone. */
export function isPlainBetween(words: Words, first: number, last: number): boolean {
  return (first === 0 || beginsPlainly(words, first)) && endsPlainly(words, last)
}

// Where the words that rank an amount may begin: they stand on its line.
function lineStart(text: string, before: number): number {
  let at = before
  while (at > 0 && before - at < 30 && text.charCodeAt(at - 1) > 31) at--
  return at
}

/** The day that the digits at a token begin, as in 2026-03-05 between ordinary words; null when they begin none. */
export function readPlainDay(words: Words, at: number): TextValue | null {
  const { text, starts, ends } = words
  const start = starts[at]!
  if (ends[at]! - start !== 4 || text.charCodeAt(start + 4) !== 45 || text.charCodeAt(start + 7) !== 45) return null
  if (!isRun(words, at + 1, start + 5, 2) || !isRun(words, at + 2, start + 8, 2)) return null
  if (!beginsPlainly(words, at) || !endsPlainly(words, at + 2)) return null
  const value = isoDay(
    Number(text.slice(start, start + 4)),
    Number(text.slice(start + 5, start + 7)),
    Number(text.slice(start + 8, start + 10)),
  )
  return value ? { start, end: start + 10, value, rank: 0 } : null
}

function isRun({ kinds, starts, ends, text }: Words, at: number, start: number, length: number): boolean {
  const code = text.charCodeAt(start)
  return kinds[at] === Kind.digits && starts[at] === start && ends[at] === start + length && code >= 48 && code <= 57
}

function beginsPlainly(words: Words, at: number): boolean {
  const { text, starts, ends, kinds } = words
  const start = starts[at]!
  if (at === 0 || text.charCodeAt(start - 1) !== 32) return false
  const before = ends[at - 1]!
  if (start - before === 1) return isInert(words, at - 1) || (isSmall(words, at - 1) && isInert(words, at - 2))
  if (start - before !== 2 || text.charCodeAt(before) !== 58) return false
  return isInert(words, at - 1) || (kinds[at - 1] === Kind.digits && before - starts[at - 1]! > 4)
}

function endsPlainly(words: Words, at: number): boolean {
  const { text, starts, ends, count } = words
  const end = ends[at]!
  const code = text.charCodeAt(end)
  const stop = code === 44 || code === 46 || code === 59
  const behind = stop ? end + 1 : end
  if (behind >= text.length || text.charCodeAt(behind) === 10) return true
  if (text.charCodeAt(behind) !== 32 || at + 1 >= count || starts[at + 1] !== behind + 1) return false
  return isInert(words, at + 1) || (isSmall(words, at + 1) && isInert(words, at + 2))
}

// A word in plain letters that no value of any type has in it.
function isInert({ text, starts, ends, kinds }: Words, at: number): boolean {
  if (at < 0 || kinds[at] !== Kind.word) return false
  const start = starts[at]!
  const end = ends[at]!
  const next = text.charCodeAt(end)
  if (end - start < 3 && !pairs.has(text.slice(start, end).toLowerCase())) return false
  if (next === 39 || next === 45 || next === 95) return false
  return !isTellingWord(text, start, end)
}

const pairs = new Set('by is we he it my so up be'.split(' '))

// Small words that belong to a value in some places, but not between one and an ordinary word.
const small = new Set('for to was the from with has in of a an per'.split(' '))

function isSmall({ keys, kinds }: Words, at: number): boolean {
  return kinds[at] === Kind.word && small.has(keys[at]!)
}
