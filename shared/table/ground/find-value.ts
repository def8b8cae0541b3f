// Finds the places where a text states a number, an amount, a share, a date or a time, however it is written there.
import { parseCell } from '../infer.ts'
import type { ColumnType } from '../table.ts'
import { significantOf } from './digits-of.ts'
import { chunksWith, type ValueIndex, valuesIn } from './index-values.ts'
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
  const found: Found[] = []
  for (const chunk of chunksOf(index, wanted)) {
    for (const value of valuesIn(index, chunk, wanted.type)) {
      if (isMeant(value, wanted)) found.push({ start: value.start, end: value.end, rank: value.rank })
    }
  }
  return found
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
  if (typeof value === 'number') {
    return index.numerals.get(significantOf(type === 'percent' ? Number((value * 100).toPrecision(12)) : value)) ?? []
  }
  if (type === 'time') return chunksWith(index, hoursOf(value))
  const [, year = '', month = '', day = ''] = /^(\d+)-(\d\d)-(\d\d)/.exec(value) ?? []
  const years = yearsOf(Number(year))
  const days = chunksWith(index, [day, String(Number(day)), year + month + day, ...(day === '01' ? years : [])])
  const near = new Set(chunksWith(index, [...years, year + month + day]))
  return days.filter((chunk) => near.has(chunk))
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
