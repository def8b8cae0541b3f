// Counts what the cells of one column say about its type, its decimal mark and its day and month order.
import { type CellReading, readCell } from './parse-cell.ts'
import { type Conventions, type Decimal, dayFirstOf, decimalOf } from './parse-locale.ts'
import type { ColumnType } from './table.ts'

export type ColumnEvidence = {
  /** Cells that say something: neither empty nor a mark for "no value". */
  filled: number
  counts: Partial<Record<ColumnType, number>>
  currencies: Set<string>
  zones: Set<string>
  decimals: Record<Decimal, number>
  /** Dates by separator whose day and month are proven or could be exchanged. */
  orders: Map<string, { dayFirst: number; monthFirst: number; open: number }>
  /** Whether a cell looks like an identifier that must not become a number. */
  identifiers: boolean
  /** Single letters that may stand for yes and for no. */
  letters: { yes: number; no: number }
}

// 0042, 16 digits and more: no number keeps them as they are written.
const identifier = /^(?:0\d+|\d{16,})$/
const noValue = /^(?:-|–|—|n\/?a|#n\/a|null|none|nil|nan|k\.\s?a\.|\?|\.{2,3}|…)$/i

/** Reads every cell of a column once. */
export function gatherEvidence(
  rows: string[][],
  column: number,
  totals: Set<number>,
  locale: string | undefined,
): ColumnEvidence {
  const evidence: ColumnEvidence = {
    filled: 0,
    counts: {},
    currencies: new Set(),
    zones: new Set(),
    decimals: { '.': 0, ',': 0 },
    orders: new Map(),
    identifiers: false,
    letters: { yes: 0, no: 0 },
  }
  const conventions: Conventions = { locale, decimal: decimalOf(locale), dayFirst: dayFirstOf(locale) }
  for (let index = 0; index < rows.length; index++) {
    if (totals.has(index)) continue
    const cell = rows[index]![column]?.trim()
    if (!cell || noValue.test(cell)) continue
    evidence.filled++
    const reading = readCell(cell, conventions)
    if (reading) count(evidence, cell, reading)
  }
  return evidence
}

function count(evidence: ColumnEvidence, cell: string, reading: CellReading): void {
  const { type } = reading
  evidence.counts[type] = (evidence.counts[type] ?? 0) + 1
  if (type === 'text' && identifier.test(cell)) evidence.identifiers = true
  else if (type === 'text' && /^[yj]$/i.test(cell)) evidence.letters.yes++
  else if (type === 'text' && /^n$/i.test(cell)) evidence.letters.no++
  if (reading.currency) evidence.currencies.add(reading.currency)
  if (reading.decimal) evidence.decimals[reading.decimal]++
  if (type === 'datetime') evidence.zones.add(reading.zone ?? '')
  if (!reading.separator) return
  const order = evidence.orders.get(reading.separator) ?? { dayFirst: 0, monthFirst: 0, open: 0 }
  evidence.orders.set(reading.separator, order)
  if (reading.order === 'day-first') order.dayFirst++
  else if (reading.order === 'month-first') order.monthFirst++
  else if (reading.ambiguous) order.open++
}
