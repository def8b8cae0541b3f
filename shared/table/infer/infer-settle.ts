// Decides a column's type and conventions from the evidence of its cells, its neighbours and the locale.

import { type Decimal, dayFirstOf, decimalOf } from '../parse/parse-locale.ts'
import type { StatedType } from '../read-table.ts'
import type { ColumnType } from '../table.ts'
import type { ColumnEvidence } from './infer-evidence.ts'
import { codesNamed, currencyInHeader, dateNamed, durationNamed } from './infer-names.ts'

// One stray cell in ten may stay text without the column losing its type.
const enough = 0.9

/** A column's name and type, and how its open writings (1,234 and 03/04/2026) are to be read. */
export type InferredColumn = {
  name: string
  type: ColumnType
  /** ISO 4217, for currency. */
  currency?: string
  /** For dates with an exchangeable day and month: the order in use. */
  dayFirst?: boolean
  /** For numbers, the decimal mark in use. */
  decimal?: Decimal
  /** For moments, the zone that all of them name, as written (`Z`, `+01:00`); values are the wall clock there. */
  zone?: string
  /** True when neither the cells nor the locale decide between day and month and the order is an assumption. */
  ambiguous?: boolean
}

type Settled = Omit<InferredColumn, 'name'>

/** The share of texts that a column may have before no type but text is left for it. */
export function textTolerance(stated: StatedType | null | undefined): number {
  return stated ? 0.5 : 1 - enough
}

/** What the columns of a table prove together: one of them may prove the decimal mark or the order for all. */
export type TableEvidence = Pick<ColumnEvidence, 'decimals' | 'orders'>

/** Adds up what every column of a table says. */
export function sumUp(columns: ColumnEvidence[]): TableEvidence {
  const sum: TableEvidence = { decimals: { '.': 0, ',': 0 }, orders: new Map() }
  for (const { decimals, orders } of columns) {
    sum.decimals['.'] += decimals['.']
    sum.decimals[','] += decimals[',']
    for (const [separator, { dayFirst, monthFirst, open }] of orders) {
      const known = sum.orders.get(separator) ?? { dayFirst: 0, monthFirst: 0, open: 0 }
      sum.orders.set(separator, {
        dayFirst: known.dayFirst + dayFirst,
        monthFirst: known.monthFirst + monthFirst,
        open: known.open + open,
      })
    }
  }
  return sum
}

/** `table` is what its columns prove together. */
export function settleColumn(
  own: ColumnEvidence,
  table: TableEvidence,
  header: string,
  locale: string | undefined,
  stated?: StatedType | null,
): Settled {
  const kept = stated && keepsStated(own, stated) ? stated : null
  const type = kept ? kept.type : settleType(own, header)
  if (type === 'date' || type === 'datetime') return { type, ...settleZone(own), ...settleOrder(own, table, locale) }
  if (type !== 'number' && type !== 'percent' && type !== 'currency') return { type }
  const decimal = settleDecimal(own, table, locale, type)
  if (type === 'percent') return { type, decimal }
  const written = own.currencies.size === 1 ? [...own.currencies][0] : undefined
  const currency = type === 'currency' ? (kept?.currency ?? written) : kept ? null : currencyInHeader(header, locale)
  if (currency) return { type: 'currency', currency, decimal }
  return { type: 'number', decimal }
}

// What the format says of a column holds as long as half of its cells agree.
function keepsStated({ counts, filled, domains }: ColumnEvidence, { type }: StatedType): boolean {
  if (type === 'text') return true
  let fitting = counts[type]
  if (type === 'currency' || type === 'percent') fitting += counts.number
  if (type === 'number') fitting += counts.currency + counts.percent
  if (type === 'datetime') fitting += counts.date
  if (type === 'url') fitting += domains
  return filled > 0 && fitting >= filled / 2
}

function settleType(own: ColumnEvidence, header: string): ColumnType {
  const { counts, filled } = own
  if (filled === 0 || own.settled) return 'text'
  const share = (...types: ColumnType[]) => types.reduce((sum, type) => sum + counts[type], 0) / filled
  const almost = own.decimals['.'] > 0 ? own.almostNumbers / filled : 0
  if (share('number') + almost >= enough) return settleNumber(own, header)
  if (counts.currency > 0 && share('currency', 'number') >= enough) {
    return own.currencies.size === 1 ? 'currency' : 'text'
  }
  if (counts.datetime > 0 && share('datetime', 'date') >= enough) return isOnePlace(own.zones) ? 'datetime' : 'text'
  if (share('date') >= enough) return areSeasons(own) ? 'text' : 'date'
  if (share('time') >= enough) return durationNamed(header) ? 'text' : 'time'
  for (const type of ['percent', 'boolean', 'email', 'url'] as const) if (share(type) >= enough) return type
  if (own.domains > 0 && counts.url + own.domains === filled) return 'url'
  const { yes, no } = own.letters
  return yes > 0 && no > 0 && yes + no === filled ? 'boolean' : 'text'
}

function settleNumber(own: ColumnEvidence, header: string): ColumnType {
  const { counts, filled } = own
  const whole = own.integers === counts.number
  if (own.identifiers > 0 && whole) return 'text'
  const packed = own.packedDays > 0 && own.packedDays === filled
  // Fourteen digits that are all moments say so themselves; eight need the name.
  if (packed && (dateNamed(header) || (filled > 1 && own.packedMoments === filled)))
    return own.packedMoments > 0 ? 'datetime' : 'date'
  const codes = codesNamed(header)
  if (codes && (codes === 'short' ? own.fourDigits : own.sevenDigits) >= enough * filled) return 'text'
  return 'number'
}

// 2009-10, 2010-11, 2011-12: each month is the year after, as seasons and school years are written.
function areSeasons({ counts, months, seasons }: ColumnEvidence): boolean {
  return months > 1 && seasons === months && counts.date === months
}

const summers: Record<string, string> = {
  EST: 'EDT',
  CST: 'CDT',
  MST: 'MDT',
  PST: 'PDT',
  CET: 'CEST',
  EET: 'EEST',
  WET: 'WEST',
  GMT: 'BST',
  AEST: 'AEDT',
  AKST: 'AKDT',
  NZST: 'NZDT',
  MEZ: 'MESZ',
}

// Summer and winter time of one place keep its wall clock; moments of two places have none in common.
function isOnePlace(zones: Set<string>): boolean {
  const names = [...zones].map((zone) => zone.toUpperCase())
  if (names.length < 2) return true
  if (names.length > 2) return new Set(names.map(offsetOf)).size === 1
  const [a = '', b = ''] = names
  if (summers[a] === b || summers[b] === a) return true
  const [left, right] = [offsetOf(a), offsetOf(b)]
  if (left === null || right === null) return false
  return left === right || (Math.abs(left - right) === 60 && /\d/.test(a) && /\d/.test(b))
}

function offsetOf(zone: string): number | null {
  if (/^(?:Z|UTC|GMT)$/.test(zone)) return 0
  const match = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  return match && (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0))
}

function settleZone({ zones }: ColumnEvidence): Pick<InferredColumn, 'zone'> {
  const [zone] = zones
  return zones.size === 1 && zone ? { zone } : {}
}

function settleDecimal(
  own: ColumnEvidence,
  table: TableEvidence,
  locale: string | undefined,
  type: ColumnType,
): Decimal {
  const proven = provenDecimal(own) ?? provenDecimal(table) ?? decimalOf(locale)
  if (proven) return proven
  // €1.299 is more than a thousand; a bare 1.299 is not.
  return type === 'currency' && own.openMarks['.'] > own.openMarks[','] ? ',' : '.'
}

function provenDecimal({ decimals }: TableEvidence): Decimal | null {
  if (decimals['.'] === decimals[',']) return null
  return decimals['.'] > decimals[','] ? '.' : ','
}

function settleOrder(
  own: ColumnEvidence,
  table: TableEvidence,
  locale: string | undefined,
): Pick<InferredColumn, 'dayFirst' | 'ambiguous'> {
  const separators = [...own.orders.keys()].filter((separator) => separator !== '.')
  if (separators.length === 0) return {}
  const open = separators.some((separator) => own.orders.get(separator)!.open > 0)
  const proven = provenOrder(own, separators) ?? provenOrder(table, separators)
  if (proven !== null) return { dayFirst: proven }
  const fromLocale = dayFirstOf(locale)
  if (fromLocale !== undefined) return { dayFirst: fromLocale }
  // Points are a hint of a day-first writer, not a proof for the slashes beside them.
  const hinted = own.orders.has('.')
  return open ? { dayFirst: hinted, ambiguous: true } : { dayFirst: hinted }
}

// Cells that prove both orders prove neither.
function provenOrder({ orders }: TableEvidence, separators: string[]): boolean | null {
  let dayFirst = 0
  let monthFirst = 0
  for (const separator of separators) {
    dayFirst += orders.get(separator)?.dayFirst ?? 0
    monthFirst += orders.get(separator)?.monthFirst ?? 0
  }
  if (dayFirst > 0 && monthFirst === 0) return true
  return monthFirst > 0 && dayFirst === 0 ? false : null
}
