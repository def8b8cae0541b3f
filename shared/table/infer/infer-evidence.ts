// Counts what the cells of every column say about its type, its decimal mark and its day and month order.
import { type CellReading, readCell } from '../parse/parse-cell.ts'
import { currencyCode } from '../parse/parse-currency.ts'
import { isDay } from '../parse/parse-date-numeric.ts'
import { type Conventions, type Decimal, dayFirstOf, decimalOf } from '../parse/parse-locale.ts'
import { isMissing } from '../parse/parse-missing.ts'
import { isAlmostNumber } from '../parse/parse-number.ts'
import { parts, Shape, scanShape } from '../parse/parse-scan.ts'
import { isLooseUrl } from '../parse/parse-url.ts'
import type { ColumnType } from '../table.ts'

export type ColumnEvidence = {
  /** Cells that say something: neither empty nor a mark for "no value". */
  filled: number
  counts: Record<ColumnType, number>
  currencies: Set<string>
  zones: Set<string>
  /** Moments without a zone and with Z, amounts in $ and in €: so common that a set for each would be felt. */
  unzoned: number
  zulu: number
  dollars: number
  euros: number
  /** Numbers that prove a decimal mark, and numbers whose only mark could be one. */
  decimals: Record<Decimal, number>
  openMarks: Record<Decimal, number>
  /** Dates by separator whose day and month are proven or could be exchanged. */
  orders: Map<string, { dayFirst: number; monthFirst: number; open: number }>
  /** Cells that look like an identifier that must not become a number. */
  identifiers: number
  /** Whole numbers, and those of them that are eight digits of a plausible day. */
  integers: number
  /** Unsigned whole numbers of four digits and more, and of seven and more: what codes are made of. */
  fourDigits: number
  sevenDigits: number
  packedDays: number
  /** Those of them that go on with the time of day. */
  packedMoments: number
  /** Months alone, and those whose month is the year after, as in the season 2010-11. */
  months: number
  seasons: number
  /** Cells that are numbers beside decimals: `1.`, `12e5`. */
  almostNumbers: number
  /** Web addresses without a scheme. */
  domains: number
  /** Single letters that may stand for yes and for no. */
  letters: { yes: number; no: number }
  /** More cells are text than any other type could bear: the rest was not looked at. */
  settled: boolean
}

type Column = {
  index: number
  evidence: ColumnEvidence
  /** Readings of odd cells by their text. */
  memo: Map<string, CellReading | null> | null
  memoSize: number
  hits: number
  /** This many texts settle the column. */
  limit: number
  conventions: Conventions
}

// Rows lie scattered in memory: a block's rows stay near while each column walks through them.
const blockSize = 64
// Repeated odd cells are read once; a column of all different ones keeps no more than this.
const mostRemembered = 4096
const mostRememberedInTable = 400_000

/** Reads every cell of every column once. `tolerance` is the share of texts that a column may have and keep its type. */
export function gatherEvidence(
  rows: string[][],
  width: number,
  totals: Set<number>,
  locale: string | undefined,
  tolerance: (column: number) => number,
): ColumnEvidence[] {
  const conventions: Conventions = { locale, decimal: decimalOf(locale), dayFirst: dayFirstOf(locale) }
  const columns: Column[] = []
  const memoSize = Math.min(mostRemembered, Math.ceil(mostRememberedInTable / width))
  for (let index = 0; index < width; index++) {
    const limit = Math.floor(rows.length * tolerance(index) + 1e-6) + 1
    columns.push({ index, evidence: emptyEvidence(), memo: null, memoSize, hits: 0, limit, conventions })
  }
  let open = columns
  for (let start = 0; start < rows.length && open.length > 0; start += blockSize) {
    const end = Math.min(rows.length, start + blockSize)
    let settled = false
    let longest = 0
    for (let row = start; row < end; row++) longest = Math.max(longest, rows[row]!.length)
    for (const column of open) {
      // One long row makes no others long.
      if (column.index >= longest) break
      readBlock(rows, start, end, totals, column)
      if (column.evidence.counts.text < column.limit) continue
      column.evidence.settled = true
      settled = true
    }
    if (settled) open = open.filter((column) => !column.evidence.settled)
  }
  for (const { evidence } of columns) {
    if (evidence.unzoned > 0) evidence.zones.add('')
    if (evidence.zulu > 0) evidence.zones.add('Z')
    if (evidence.euros > 0) evidence.currencies.add('EUR')
    if (evidence.dollars > 0) evidence.currencies.add(currencyCode('$', locale)!)
  }
  return columns.map((column) => column.evidence)
}

function emptyEvidence(): ColumnEvidence {
  return {
    filled: 0,
    counts: {
      text: 0,
      number: 0,
      currency: 0,
      percent: 0,
      date: 0,
      time: 0,
      datetime: 0,
      boolean: 0,
      email: 0,
      url: 0,
    },
    currencies: new Set(),
    zones: new Set(),
    unzoned: 0,
    zulu: 0,
    dollars: 0,
    euros: 0,
    decimals: { '.': 0, ',': 0 },
    openMarks: { '.': 0, ',': 0 },
    orders: new Map(),
    identifiers: 0,
    integers: 0,
    fourDigits: 0,
    sevenDigits: 0,
    packedDays: 0,
    packedMoments: 0,
    months: 0,
    seasons: 0,
    almostNumbers: 0,
    domains: 0,
    letters: { yes: 0, no: 0 },
    settled: false,
  }
}

function readBlock(rows: string[][], start: number, end: number, totals: Set<number>, column: Column): void {
  const { evidence, index } = column
  const { counts, decimals, openMarks } = evidence
  for (let row = start; row < end; row++) {
    const cell = rows[row]![index]
    if (cell === undefined || cell === '' || (totals.size > 0 && totals.has(row))) continue
    const shape = scanShape(cell)
    if (shape === Shape.other) {
      readOdd(column, cell)
      continue
    }
    if (shape === Shape.empty) continue
    evidence.filled++
    switch (shape) {
      case Shape.text:
        counts.text++
        break
      case Shape.identifier:
        counts.text++
        evidence.identifiers++
        break
      case Shape.integer:
        counts.number++
        evidence.integers++
        if (cell.length >= 4) evidence.fourDigits++
        if (cell.length >= 7) evidence.sevenDigits++
        if (cell.length >= 8 && cell.length <= 16) countPacked(evidence, cell.trim())
        break
      case Shape.point:
      case Shape.grouped:
        counts.number++
        decimals['.']++
        break
      case Shape.comma:
        counts.number++
        decimals[',']++
        break
      case Shape.openPoint:
        counts.number++
        openMarks['.']++
        break
      case Shape.openComma:
        counts.number++
        openMarks[',']++
        break
      case Shape.day:
        counts.date++
        break
      case Shape.moment:
        counts.datetime++
        evidence.unzoned++
        break
      case Shape.momentZ:
        counts.datetime++
        evidence.zulu++
        break
      case Shape.boolean:
        counts.boolean++
        break
      case Shape.email:
        counts.email++
        break
      case Shape.url:
        counts.url++
        break
      case Shape.dollars:
        counts.currency++
        evidence.dollars++
        countMark(evidence, parts.inner)
        break
      case Shape.euros:
        counts.currency++
        evidence.euros++
        countMark(evidence, parts.inner)
        break
      case Shape.groupedComma:
        counts.number++
        decimals[',']++
        break
      case Shape.time:
        counts.time++
        break
      default:
        if (shape === Shape.partsMoment) {
          counts.datetime++
          evidence.unzoned++
        } else counts.date++
        countParts(evidence)
    }
  }
}

function countMark({ decimals, openMarks }: ColumnEvidence, shape: number): void {
  if (shape === Shape.openPoint) openMarks['.']++
  else if (shape === Shape.openComma) openMarks[',']++
  else if (shape === Shape.point || shape === Shape.grouped) decimals['.']++
  else if (shape !== Shape.integer) decimals[',']++
}

function countParts(evidence: ColumnEvidence): void {
  const order = orderOf(evidence, parts.separator)
  const { dayFirst, monthFirst } = parts
  if (dayFirst !== monthFirst) {
    if (dayFirst) order.dayFirst++
    else order.monthFirst++
  } else if (parts.separator !== '.' && parts.first !== parts.second) order.open++
}

function orderOf(evidence: ColumnEvidence, separator: string) {
  const known = evidence.orders.get(separator)
  if (known) return known
  const order = { dayFirst: 0, monthFirst: 0, open: 0 }
  evidence.orders.set(separator, order)
  return order
}

function readOdd(column: Column, cell: string): void {
  const { evidence, memoSize } = column
  column.memo ??= new Map()
  const { memo } = column
  // Where a full memo has helped less than every second time, looking up costs more than it saves.
  const full = memo.size >= memoSize
  const useful = !full || column.hits > memoSize
  let reading = useful ? memo.get(cell) : undefined
  if (reading === undefined) {
    const bare = cell.trim()
    reading = bare === '' || isMissing(bare) ? null : readCell(cell, column.conventions)
    if (!full && cell.length < 200) memo.set(cell, reading)
  } else column.hits++
  if (!reading) return
  evidence.filled++
  count(evidence, cell, reading)
}

function count(evidence: ColumnEvidence, cell: string, reading: CellReading): void {
  const { type } = reading
  if (type === 'text') {
    const bare = cell.length < 2100 ? cell.trim() : cell
    if (/^[yjt]$/i.test(bare)) evidence.letters.yes++
    else if (/^[nf]$/i.test(bare)) evidence.letters.no++
    else if (isAlmostNumber(bare)) evidence.almostNumbers++
    else if (isLooseUrl(bare)) evidence.domains++
    else {
      evidence.counts.text++
      if (/^(?:0\d+|\d{16,})$/.test(bare)) evidence.identifiers++
    }
    return
  }
  evidence.counts[type]++
  if (type === 'number' && !reading.decimal && !reading.openMark) countDigits(evidence, reading.value)
  if (reading.currency) evidence.currencies.add(reading.currency)
  if (reading.decimal) evidence.decimals[reading.decimal]++
  if (reading.openMark) evidence.openMarks[reading.openMark]++
  if (type === 'datetime') evidence.zones.add(reading.zone ?? '')
  if (reading.period === 'month') {
    evidence.months++
    const season = /^\d\d(\d\d)-(\d\d)$/.exec(cell.trim())
    if (season && (Number(season[1]) + 1) % 100 === Number(season[2])) evidence.seasons++
  }
  if (!reading.separator) return
  const order = orderOf(evidence, reading.separator)
  if (reading.order === 'day-first') order.dayFirst++
  else if (reading.order === 'month-first') order.monthFirst++
  else if (reading.ambiguous) order.open++
}

// 612 345 678: grouped as numbers are, and telephone numbers.
function countDigits(evidence: ColumnEvidence, value: CellReading['value']): void {
  if (typeof value !== 'number' || !Number.isInteger(value)) return
  if (value >= 1e3) evidence.fourDigits++
  if (value >= 1e6) evidence.sevenDigits++
}

// 20260305, and 20260305140500: numbers until the column's name says otherwise.
function countPacked(evidence: ColumnEvidence, digits: string): void {
  if (digits.length !== 8 && digits.length !== 12 && digits.length !== 14) return
  const year = Number(digits.slice(0, 4))
  if (year < 1800 || year > 2199 || !isDay(year, Number(digits.slice(4, 6)), Number(digits.slice(6, 8)))) return
  if (digits.length > 8 && !/^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/.test(digits.slice(8))) return
  evidence.packedDays++
  if (digits.length > 8) evidence.packedMoments++
}
