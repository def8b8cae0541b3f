// The public door to typing: what a column holds, and the value of each cell under it.
import { type ColumnEvidence, gatherEvidence } from './infer-evidence.ts'
import { type InferredColumn, settleColumn } from './infer-settle.ts'
import { readCell } from './parse-cell.ts'
import { dayFirstOf, decimalOf } from './parse-locale.ts'
import type { ReadTable } from './read-table.ts'

export type { InferredColumn } from './infer-settle.ts'
export { parseCell } from './parse-cell.ts'

/** Names and types every column from all of its cells; totals rows do not count. Names are unique and never empty. */
export function inferColumns(table: ReadTable, options: { locale?: string } = {}): InferredColumn[] {
  const width = table.header?.length ?? table.rows[0]?.length ?? 0
  const totals = new Set(table.totals)
  const evidence: ColumnEvidence[] = []
  for (let column = 0; column < width; column++) {
    evidence.push(gatherEvidence(table.rows, column, totals, options.locale))
  }
  const names = columnNames(table.header, width)
  return evidence.map((own, index) => {
    const header = table.header?.[index] ?? ''
    return { name: names[index]!, ...settleColumn(own, evidence, header, options.locale) }
  })
}

/**
 * The value of a raw cell under its inferred column: an empty cell is null; what does not fit the type stays
 * the raw text, with `ok: false`.
 */
export function parseColumnCell(
  text: string,
  column: InferredColumn,
  options: { locale?: string } = {},
): { value: string | number | boolean | null; ok: boolean } {
  if (text.trim() === '') return { value: null, ok: true }
  if (column.type === 'text') return { value: text, ok: true }
  const conventions = {
    locale: options.locale,
    decimal: column.decimal ?? decimalOf(options.locale),
    dayFirst: column.dayFirst ?? dayFirstOf(options.locale),
  }
  const reading = readCell(text, conventions, column.type) ?? readNeighbour(text, column, conventions)
  if (!reading || (column.currency && reading.currency && reading.currency !== column.currency)) {
    return { value: text, ok: false }
  }
  return { value: reading.value, ok: true }
}

// A bare number in a money column, and a bare date in a column of moments, still say what they mean.
function readNeighbour(text: string, column: InferredColumn, conventions: Parameters<typeof readCell>[1]) {
  if (column.type === 'currency') return readCell(text, conventions, 'number')
  if (column.type !== 'datetime') return null
  const day = readCell(text, conventions, 'date')
  return day && { ...day, value: `${day.value}T00:00:00` }
}

function columnNames(header: string[] | null, width: number): string[] {
  const names: string[] = []
  const seen = new Set<string>()
  for (let index = 0; index < width; index++) {
    const base = header?.[index]?.replace(/\s+/g, ' ').trim() || `Column ${index + 1}`
    let name = base
    for (let copy = 2; seen.has(name.toLowerCase()); copy++) name = `${base} (${copy})`
    seen.add(name.toLowerCase())
    names.push(name)
  }
  return names
}
