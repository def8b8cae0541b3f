// Finds the places where a text states a number, an amount, a share, a date or a time, however it is written there.
import { parseCell } from '../infer.ts'
import type { ColumnType } from '../table.ts'
import { significantOf } from './digits-of.ts'
import { chunksWith, type ValueIndex, valuesIn } from './index-values.ts'
import { chunkAt } from './read-chunks.ts'
import { isPlainPart, readPlainDay, readPlainly } from './read-plainly.ts'
import type { TextValue } from './read-values.ts'

export type Found = { start: number; end: number; rank: number }

/** What is looked for: a value under its type, and its currency where that is known. */
export type Wanted = { value: string | number; type: ColumnType; currency?: string }

/** The value that a cell means under its type, or null when it means none. */
export function wantedOf(
  value: string | number | boolean,
  type: ColumnType,
  currency: string | undefined,
  locale: string | undefined,
): Wanted | null {
  if (typeof value === 'boolean') return null
  const known = currency ? { currency } : {}
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type, ...known } : null
  if (type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return { value, type }
  if (type === 'time' && /^\d\d:\d\d:\d\d$/.test(value)) return { value, type }
  if (type === 'datetime' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(value)) return { value, type }
  const parsed = parseCell(value, { type, ...(locale ? { locale } : {}) })
  const bare =
    parsed ?? (type === 'currency' ? parseCell(value, { type: 'number', ...(locale ? { locale } : {}) }) : null)
  if (!bare || typeof bare.value === 'boolean') return null
  if (bare.currency && currency && bare.currency !== currency) return null
  const code = bare.currency ?? currency
  return { value: bare.value, type, ...(code ? { currency: code } : {}) }
}

/** Every place of the value, in order. */
export function findValue(index: ValueIndex, wanted: Wanted): Found[] {
  const { value, type } = wanted
  if (typeof value === 'number') {
    const percent = type === 'percent' ? Number((value * 100).toPrecision(12)) : value
    return findAt(index, wanted, index.numerals.get(significantOf(percent)) ?? [], (at) =>
      at < 0 ? null : readPlainNumbers(index, at, type),
    )
  }
  if (type !== 'date') return chunksOf(index, wanted).flatMap((chunk) => meantIn(index, chunk, wanted))
  const near = chunksOf(index, wanted)
  if (near.length === 0) return []
  return findAt(index, wanted, daysAt(index, value), (at) => readPlainDays(index, at), new Set(near))
}

// What stands plainly is read alone; where anything does not, the whole stretch around it is read.
function findAt(
  index: ValueIndex,
  wanted: Wanted,
  tokens: number[],
  readAt: (at: number) => TextValue[] | null,
  within?: Set<number>,
): Found[] {
  const found: Found[] = []
  const { starts } = index.chunks
  for (let next = 0; next < tokens.length; ) {
    const chunk = chunkAt(index.chunks, index.words.starts[bare(tokens[next]!)]!)
    const until = starts[chunk + 1] ?? Number.POSITIVE_INFINITY
    const isNear = !within || within.has(chunk)
    let plain: TextValue[] | null = []
    for (; next < tokens.length && index.words.starts[bare(tokens[next]!)]! < until; next++) {
      const values = plain && isNear ? readAt(tokens[next]!) : null
      if (!plain || !values) plain = null
      else for (const value of values) if (plain.at(-1)?.start !== value.start) plain.push(value)
    }
    if (!isNear) continue
    if (!plain) found.push(...meantIn(index, chunk, wanted))
    else for (const value of plain) if (isMeant(value, wanted)) found.push(placeOf(value))
  }
  return found
}

const bare = (token: number) => (token < 0 ? ~token : token)

const placeOf = ({ start, end, rank }: TextValue): Found => ({ start, end, rank })

const meantIn = (index: ValueIndex, chunk: number, wanted: Wanted): Found[] =>
  valuesIn(index, chunk, wanted.type)
    .filter((value) => isMeant(value, wanted))
    .map(placeOf)

function readPlainNumbers({ words, locale }: ValueIndex, at: number, type: ColumnType): TextValue[] | null {
  const values = readPlainly(words, at, type, locale)
  if (values || (type !== 'number' && type !== 'currency')) return values
  return isPlainPart(words, at, locale) || readPlainDay(words, at) ? [] : null
}

// Digits of a day that is written 2026-03-05, or a plain number that is no part of a date at all.
function readPlainDays({ words, locale }: ValueIndex, at: number): TextValue[] | null {
  for (let before = 0; before < 3 && before <= at; before++) {
    const day = readPlainDay(words, at - before)
    if (day) return [day]
  }
  return isPlainPart(words, at, locale) || readPlainly(words, at, 'number', locale) ? [] : null
}

// The digits that a date may be written with, in order.
function daysAt(index: ValueIndex, date: string): number[] {
  return dayTokens(date)
    .flatMap((token) => index.words.places.get(token) ?? [])
    .sort((a, b) => a - b)
}

function isMeant(found: TextValue, wanted: Wanted): boolean {
  if (wanted.currency && found.currency && found.currency !== wanted.currency) return false
  if (typeof wanted.value === 'string' || typeof found.value === 'string') return found.value === wanted.value
  return isEqual(found.value, wanted.value)
}

/** Equal up to what doubles lose. */
export function isEqual(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))
}

function chunksOf(index: ValueIndex, { value, type }: Wanted): number[] {
  if (typeof value === 'number') return []
  if (type === 'time') return chunksWith(index, hoursOf(value))
  const [, year = '', month = '', day = ''] = /^(\d+)-(\d\d)-(\d\d)/.exec(value) ?? []
  let near = index.years.get(year)
  if (!near) {
    near = new Set(chunksWith(index, yearsOf(Number(year))))
    index.years.set(year, near)
  }
  const packed = new Set(chunksWith(index, [year + month + day]))
  return chunksWith(index, dayTokens(value)).filter((chunk) => near.has(chunk) || packed.has(chunk))
}

function dayTokens(date: string): string[] {
  const [, year = '', month = '', day = ''] = /^(\d+)-(\d\d)-(\d\d)/.exec(date) ?? []
  return [...new Set([day, String(Number(day)), year + month + day, ...(day === '01' ? yearsOf(Number(year)) : [])])]
}

function hoursOf(time: string): string[] {
  const hour = Number(time.slice(0, 2))
  const half = hour % 12 || 12
  return [String(hour), String(hour).padStart(2, '0'), String(half), String(half).padStart(2, '0')]
}

// The years of other calendars and of two digits.
function yearsOf(year: number): string[] {
  const all = [year, year + 543, year - 2018, year - 1988, year - 1925, year - 1911]
    .filter((own) => own > 0)
    .map(String)
  return [...all, String(year).slice(-2), '元']
}
