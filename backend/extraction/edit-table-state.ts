// The table while it is edited: its columns and rows, how rows are found by name, and what has been done so far.

import type { FormulaDialect } from '../../shared/table/compute/render.ts'
import { findColumn } from '../../shared/table/compute/resolve.ts'
import { createRowFiller, type RowFiller } from '../../shared/table/compute-columns.ts'
import type { Evidence, Span } from '../../shared/table/evidence.ts'
import type { Grounder } from '../../shared/table/ground.ts'
import { parseColumnCell } from '../../shared/table/infer.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import type { RowName } from './edit-table-call.ts'
import { readConditions } from './table-conditions.ts'
import type { Row } from './table-rows.ts'
import { saidNumber } from './write-said.ts'

/** What new values are read and traced with; without a grounder every new value is unsupported. */
export type EditContext = {
  grounder: Pick<Grounder, 'ground' | 'groundRow' | 'isIndexed' | 'indexing'> | null
  locale: string | undefined
  dialect: FormulaDialect | undefined
}

export type Done = { cells: number; added: number; deleted: number; sentences: string[] }

/**
 * `numbered` are the rows by the numbers under which the model knows them, whatever is deleted or sorted meanwhile.
 * `stale` says that a formula has come or changed and is to be worked out in every row before anybody looks at its
 * values; `filler` is null after every change of the columns.
 */
export type EditState = {
  columns: Column[]
  rows: Row[]
  numbered: (Row | null)[]
  stale: boolean
  done: Done
  context: EditContext
  filler: RowFiller | null
}

/** Works out the computed cells of one row. */
export function fillRow(state: EditState, row: Row): void {
  state.filler ??= createRowFiller(state.columns, state.context.dialect)
  const { computed } = state.filler
  if (computed.length === 0) return
  const was = computed.map((at) => row.cells[at] ?? null)
  state.filler.fill(row.cells)
  row.evidence ??= row.cells.map(() => null)
  for (const [index, at] of computed.entries()) {
    // What a text states where the formula has no value is not lost to it.
    if (row.cells[at] === null && row.evidence[at] !== 'computed') row.cells[at] = was[index] ?? null
    else row.evidence[at] = row.cells[at] === null ? null : 'computed'
  }
}

/** So many rows are worked out before other work gets its turn. */
const turnRows = 2000

/** Works the computed columns out again in every row where a formula changed. */
export async function refill(state: EditState): Promise<void> {
  if (!state.stale) return
  for (const [at, row] of state.rows.entries()) {
    fillRow(state, row)
    if (at % turnRows === turnRows - 1) await new Promise(setImmediate)
  }
  state.stale = false
}

/** The place of a column, or a reason. */
export function columnAt(state: EditState, name: string): number | string {
  const at = findColumn(name, state.columns)
  return at >= 0 ? at : `there is no column “${name}”`
}

/** The row that is meant, or the reason why none is. */
export function findRow(state: EditState, name: RowName): Row | string {
  const byNumber = name.number === null ? undefined : state.numbered[name.number - 1]
  if (name.column === null || name.value === null) {
    if (name.number === null) return 'it names no row'
    return byNumber ?? `there is no row ${name.number}`
  }
  const condition = { column: name.column, is: 'equals' as const, value: name.value, values: [] }
  const { conditions } = readConditions([condition], state.columns, state.context.locale)
  const [test] = conditions
  if (!test)
    return typeof columnAt(state, name.column) === 'string'
      ? `there is no column “${name.column}”`
      : `there is no row with “${name.value}” in “${name.column}”`
  const found = state.rows.filter(({ cells }) => test.fits(cells[test.at] ?? null))
  if (found.length === 1) return found[0]!
  if (found.length === 0) return `there is no row with “${name.value}” in “${name.column}”`
  if (byNumber && found.includes(byNumber)) return byNumber
  return `${found.length} rows have “${name.value}” in “${name.column}”`
}

/** A value as the model wrote it, as a cell of its column. */
export const readNew = (state: EditState, value: string | null, column: Column): Cell => {
  if (value === null) return null
  const { value: cell, ok } = parseColumnCell(value, column, { locale: state.context.locale })
  return (!ok && (column.type === 'number' || column.type === 'currency') ? saidNumber(value) : null) ?? cell
}

const options = (column: Column, near: Span[]) => ({
  near,
  name: column.name,
  ...(column.currency ? { currency: column.currency } : {}),
})

/**
 * Where new values of one row stand, all together. `beside` is a value of the same row that the model named it by: what
 * stands in the same record as that is meant.
 */
export function traceNew(
  state: EditState,
  values: { text: string | null; cell: Cell; column: Column }[],
  beside: { text: string; column: Column } | null,
): Evidence[] {
  const { grounder } = state.context
  const filled = (cell: Cell): Evidence => (cell === null ? null : 'unsupported')
  if (!grounder) return values.map(({ cell }) => filled(cell))
  const sought = beside ? [...values, { ...beside, cell: beside.text }] : values
  // What the model wrote goes first: it was told to copy. Its value may still be found where its writing is not.
  const spans = grounder.groundRow(
    sought.map(({ text, cell }) => (cell === null ? null : text)),
    sought.map(({ column }) => column),
  )
  const near = spans.filter((span) => span !== null)
  return values.map(({ text, cell, column }, at) => {
    if (cell === null) return null
    const span = spans[at] ?? (cell === text ? null : grounder.ground(cell, column.type, options(column, near)))
    return span ?? 'unsupported'
  })
}

/** Puts a new value into a cell; an equal one changes nothing. */
export function putCell(state: EditState, row: Row, at: number, cell: Cell, evidence: Evidence): boolean {
  if (row.cells[at] === cell) return false
  row.cells[at] = cell
  row.evidence ??= row.cells.map(() => null)
  row.evidence[at] = evidence
  if (!state.stale) fillRow(state, row)
  return true
}
