// The grid of a source as columns with keys: header, body and totals row told apart.
import { columnLetter } from '../../plan/a1.ts'
import type { SheetValue } from '../../plan/place.ts'
import { isTotalLabel } from '../../table/surroundings/read-totals.ts'
import type { LearnCell, LearnSource } from '../learn-source.ts'
import { uniqueHeader } from '../unique-header.ts'

/** One cell of the source with everything that is known of it. */
export type SourceCell = LearnCell & { value: SheetValue; shown: string; formula: string; format: string }

/** `letters` name the column in the sheet. */
export type SourceColumn = {
  at: number
  letters: string
  key: string
  header: string
  head: SourceCell
  body: SourceCell[]
  total: SourceCell | null
}

/** `body` is the sheet's number of the first row under the header. */
export type ReadSource = { columns: SourceColumn[]; body: number; rows: number; total: SourceCell[] | null }

const mostColumns = 1000

function cellAt(source: LearnSource, row: number, at: number): SourceCell {
  const value = source.values[row]?.[at] ?? null
  return {
    ...source.cells[row]?.[at],
    value: value === '' ? null : value,
    shown: source.display[row]?.[at] ?? (value === null ? '' : String(value)),
    formula: source.formulas[row]?.[at] ?? '',
    format: source.formats[row]?.[at] ?? '',
  }
}

const isEmpty = ({ value, formula }: SourceCell) => value === null && formula === ''

/** Keys for headers: Latin letters, digits and underscores; no two are the same. */
function keysOf(headers: string[], known: ReadonlyMap<string, string>): string[] {
  const taken = new Set<string>()
  return headers.map((header, at) => {
    const words = header
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .replace(/ß/g, 'ss')
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]+|_+$/g, '')
      .slice(0, 56)
    const base = known.get(header) ?? (words.length > 1 ? words : `column_${at + 1}`)
    let key = base
    for (let copy = 2; taken.has(key); copy++) key = `${base}_${copy}`
    taken.add(key)
    return key
  })
}

/** One line each, none empty, none twice. */
function headersOf(cells: SourceCell[]): string[] {
  const taken = new Set<string>()
  return cells.map(({ shown }, at) => uniqueHeader(shown.trim() || `Column ${at + 1}`, taken))
}

const summing = /\b(?:SUM|AVERAGE|COUNTA?|MIN|MAX|SUBTOTAL)\s*\(/i

/** A last row that says of itself that it sums up, or whose formulas do. */
function isTotals(row: SourceCell[]): boolean {
  const filled = row.filter((cell) => !isEmpty(cell))
  const sums = filled.filter(({ formula }) => summing.test(formula) && /:/.test(formula))
  const label = filled.find(({ value }) => typeof value === 'string')
  const named = label !== undefined && isTotalLabel(String(label.value))
  return filled.length > 0 && (named || (sums.length > 0 && sums.length >= filled.length - 1))
}

/** Without the empty columns and rows at the ends. */
export function readSource(source: LearnSource): ReadSource {
  const width = Math.min(mostColumns, Math.max(...source.values.map((row) => row.length)))
  const grid = source.values.map((_, row) => Array.from({ length: width }, (_, at) => cellAt(source, row, at)))
  while (grid.length > 1 && grid.at(-1)?.every(isEmpty)) grid.pop()
  let wide = width
  while (wide > 0 && grid.every((row) => isEmpty(row[wide - 1]!))) wide--
  const [head = [], ...rest] = grid.map((row) => row.slice(0, wide))
  const last = rest.at(-1)
  const total = rest.length > 1 && last && (source.anchor?.totals || isTotals(last)) ? last : null
  const body = total ? rest.slice(0, -1) : rest
  const headers = headersOf(head)
  const known = new Map(source.anchor?.columns.map(({ header, key }) => [header, key]))
  const isKey = /^[a-z][a-z0-9_]{0,63}$/
  const keys = keysOf(headers, new Map([...known].filter(([, key]) => isKey.test(key))))
  const columns = head.map(
    (cell, at): SourceColumn => ({
      ...{ at, letters: columnLetter(source.column + at), key: keys[at]!, header: headers[at]!, head: cell },
      body: body.map((row) => row[at]!),
      total: total?.[at] ?? null,
    }),
  )
  return { columns, body: source.row + 1, rows: body.length, total }
}

/** What most of the given have, or undefined when less than half of all agree. */
export function mostOf<T>(values: readonly T[], least = 0.5): T | undefined {
  const counts = new Map<string, { value: T; count: number }>()
  for (const value of values) {
    const name = JSON.stringify(value) ?? ''
    const known = counts.get(name)
    if (known) known.count++
    else counts.set(name, { value, count: 1 })
  }
  const best = [...counts.values()].reduce<{ value: T; count: number } | null>(
    (most, each) => (most === null || each.count > most.count ? each : most),
    null,
  )
  return best && best.count >= values.length * least ? best.value : undefined
}
