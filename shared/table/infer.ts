// The public door to typing: what a column holds, and the value of each cell under it.
import { gatherEvidence } from './infer/infer-evidence.ts'
import { type InferredColumn, settleColumn, sumUp, textTolerance } from './infer/infer-settle.ts'
import { type CellReading, readCell } from './parse/parse-cell.ts'
import { currencyCode } from './parse/parse-currency.ts'
import { isoDay } from './parse/parse-date-numeric.ts'
import { type Conventions, dayFirstOf, decimalOf } from './parse/parse-locale.ts'
import { isMissing } from './parse/parse-missing.ts'
import { parts, Shape, scanShape } from './parse/parse-scan.ts'
import type { ReadTable } from './read-table.ts'

export type { InferredColumn } from './infer/infer-settle.ts'
export { findValues } from './parse/find-values.ts'
export { parseCell } from './parse/parse-cell.ts'

/**
 * Names and types every column from all of its cells; totals rows do not count. A column keeps the type of nine filled
 * cells in ten; marks for "no value" are not filled. What the format states of a column goes first. A column of months,
 * quarters or weeks is a date column: the value is the first day. Names are unique and never empty.
 */
export function inferColumns(table: ReadTable, options: { locale?: string } = {}): InferredColumn[] {
  const { header, rows, stated } = table
  let width = header?.length ?? 0
  for (const row of rows) if (row.length > width) width = row.length
  const tolerance = (column: number) => textTolerance(stated?.[column])
  const evidence = gatherEvidence(rows, width, new Set(table.totals), options.locale, tolerance)
  const proven = sumUp(evidence)
  const names = columnNames(header, width)
  return evidence.map((own, index) => ({
    name: names[index]!,
    ...settleColumn(own, proven, header?.[index] ?? '', options.locale, stated?.[index]),
  }))
}

export type ColumnCell = { value: string | number | boolean | null; ok: boolean }

/**
 * The value of a raw cell under its inferred column: an empty cell is null, and so is a mark for "no value" in a column
 * of another type than text; what does not fit the type stays the raw text, with `ok: false`.
 */
export function parseColumnCell(text: string, column: InferredColumn, options: { locale?: string } = {}): ColumnCell {
  const { type } = column
  if (text === '') return { value: null, ok: true }
  if (type === 'text') return text.trim() === '' ? { value: null, ok: true } : { value: text, ok: true }
  const shape = scanShape(text)
  if (shape === Shape.empty) return { value: null, ok: true }
  const common = commonValue(text, shape, column, options.locale)
  if (common !== null) return { value: common, ok: true }
  if (shape === Shape.other) {
    const bare = text.trim()
    if (bare === '' || isMissing(bare)) return { value: null, ok: true }
  } else if (shape === Shape.text) return { value: text, ok: false }
  const reading = readUnder(text, column, options.locale)
  if (!reading || (column.currency && reading.currency && reading.currency !== column.currency)) {
    return { value: text, ok: false }
  }
  return { value: reading.value, ok: true }
}

// The values of the commonest shapes, without patterns; null sends a cell to the slow reading, which gives the same.
function commonValue(text: string, shape: number, column: InferredColumn, locale: string | undefined) {
  switch (column.type) {
    case 'number':
    case 'currency':
      if (shape === Shape.dollars && column.type === 'currency') {
        if (parts.inner === Shape.openComma || column.currency !== currencyCode('$', locale)) return null
        return Number(text.trim().slice(1).replaceAll(',', ''))
      }
      if (shape === Shape.euros && column.currency === 'EUR') return euros(text.trim(), parts.inner)
      if (shape === Shape.integer || shape === Shape.point) return Number(text) || 0
      return shape === Shape.grouped ? Number(text.replaceAll(',', '')) : null
    case 'date':
      if (shape === Shape.day) return text.trim()
      return shape === Shape.parts ? dayOf(column, locale) : null
    case 'datetime':
      return shape === Shape.moment ? plainMoment(text.trim()) : null
    case 'boolean':
      return shape === Shape.boolean ? text.trim() === 'true' : null
    case 'url':
      return shape === Shape.url ? text.trim() : null
    case 'email':
      return shape === Shape.email ? text.trim() : null
    default:
      return null
  }
}

// 1.234,50 €, where the marks prove what they are.
function euros(text: string, shape: number): number | null {
  const digits = text.slice(0, -1)
  if (shape === Shape.integer || shape === Shape.point) return Number(digits)
  if (shape === Shape.grouped) return Number(digits.replaceAll(',', ''))
  if (shape === Shape.comma || shape === Shape.groupedComma) return Number(digits.replaceAll('.', '').replace(',', '.'))
  return null
}

// 2026-03-05 14:05:07 is its value but for the T.
function plainMoment(text: string): string | null {
  if (text.length !== 19) return null
  return text[10] === 'T' ? text : `${text.slice(0, 10)}T${text.slice(11)}`
}

function dayOf(column: InferredColumn, locale: string | undefined): string | null {
  const assumed = parts.separator === '.' || (column.dayFirst ?? dayFirstOf(locale) ?? false)
  const dayFirst = parts.dayFirst && (assumed || !parts.monthFirst)
  return dayFirst ? isoDay(parts.year, parts.second, parts.first) : isoDay(parts.year, parts.first, parts.second)
}

function readUnder(text: string, column: InferredColumn, locale: string | undefined): CellReading | null {
  const decimal = column.decimal ?? decimalOf(locale)
  const conventions = { locale, decimal, moneyDecimal: decimal, dayFirst: column.dayFirst ?? dayFirstOf(locale) }
  return readCell(text, conventions, column.type) ?? readNeighbour(text, column, conventions)
}

// A bare number in a money column, and a bare date in a column of moments, still say what they mean.
function readNeighbour(text: string, column: InferredColumn, conventions: Conventions): CellReading | null {
  if (column.type === 'currency') return readCell(text, conventions, 'number')
  if (column.type !== 'datetime') return null
  const day = readCell(text, conventions, 'date')
  return day && { ...day, value: `${day.value}T00:00:00` }
}

function columnNames(header: string[] | null, width: number): string[] {
  const names: string[] = []
  const copies = new Map<string, number>()
  for (let index = 0; index < width; index++) {
    const base = header?.[index]?.replace(/\s+/g, ' ').trim() || `Column ${index + 1}`
    let name = base
    let copy = copies.get(base.toLowerCase()) ?? 0
    while (copies.has(name.toLowerCase())) name = `${base} (${++copy + 1})`
    copies.set(base.toLowerCase(), copy)
    if (name !== base) copies.set(name.toLowerCase(), 0)
    names.push(name)
  }
  return names
}
