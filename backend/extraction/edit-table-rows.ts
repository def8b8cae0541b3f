// The operations of edit_table on rows and cells. Each answers with null, or with the reason why it was not done.
import type { Cell } from '../../shared/table/table.ts'
import type { OperationOf, RowName } from './edit-table-call.ts'
import { columnAt, type EditState, fillRow, findRow, putCell, readNew, traceNew } from './edit-table-state.ts'
import { readConditions } from './table-conditions.ts'
import { sortRows } from './table-order.ts'

/** Puts one value into one cell; the reason why not, or whether anything changed. */
export function setCell(state: EditState, name: RowName, at: number, value: string | null): string | boolean {
  const column = state.columns[at]!
  const row = findRow(state, name)
  if (typeof row === 'string') return row
  if (column.formula !== undefined) return `“${column.name}” is computed by a formula`
  const cell = readNew(state, value, column)
  const keyAt = name.column === null ? -1 : columnAt(state, name.column)
  const key = typeof keyAt === 'number' ? state.columns[keyAt] : undefined
  const beside = key && name.value !== null && keyAt !== at ? { text: name.value, column: key } : null
  const [evidence = null] = traceNew(state, [{ text: value, cell, column }], beside)
  return putCell(state, row, at, cell, evidence)
}

export function setCells(state: EditState, { row, column, value }: OperationOf<'set_cells'>): string | null {
  const at = columnAt(state, column)
  if (typeof at === 'string') return at
  const set = setCell(state, row, at, value)
  if (typeof set === 'string') return set
  if (set) state.done.cells += 1
  return null
}

export function addRows(state: EditState, { rows }: OperationOf<'add_rows'>): string | null {
  if (rows.length === 0) return 'it brings no rows'
  let uneven = 0
  for (const values of rows) {
    if (values.length !== state.columns.length) uneven += 1
    const given = state.columns.map((column, at) => {
      const text = column.formula === undefined ? (values[at] ?? null) : null
      return { text, cell: readNew(state, text, column), column }
    })
    if (given.every(({ cell }) => cell === null)) continue
    const row = { cells: given.map(({ cell }) => cell), evidence: traceNew(state, given, null) }
    state.rows.push(row)
    state.numbered.push(row)
    state.done.added += 1
    if (!state.stale) fillRow(state, row)
  }
  if (uneven > 0)
    state.done.sentences.push(
      uneven === 1
        ? '1 new row came with more or fewer values than columns'
        : `${uneven} new rows came with more or fewer values than columns`,
    )
  return null
}

export function deleteRows(state: EditState, { where, match }: OperationOf<'delete_rows'>): string | null {
  const { conditions, problems } = readConditions(where, state.columns, state.context.locale)
  // A condition less would delete more than was asked for.
  if (problems.length > 0) return problems.join(' ').replace(/\.$/, '')
  if (conditions.length === 0) return 'it names no condition'
  const fits = (cells: Cell[]) =>
    match === 'any'
      ? conditions.some((condition) => condition.fits(cells[condition.at] ?? null))
      : conditions.every((condition) => condition.fits(cells[condition.at] ?? null))
  const gone = new Set(state.rows.filter(({ cells }) => fits(cells)))
  if (gone.size === 0)
    return `there is no row where ${conditions.map(({ says }) => says).join(match === 'any' ? ' or ' : ' and ')}`
  state.rows = state.rows.filter((row) => !gone.has(row))
  state.numbered = state.numbered.map((row) => (row && gone.has(row) ? null : row))
  state.done.deleted += gone.size
  return null
}

export async function sortBy(state: EditState, { by }: OperationOf<'sort'>): Promise<string | null> {
  const keys: { at: number; descending: boolean }[] = []
  for (const { column, order } of by) {
    const at = columnAt(state, column)
    if (typeof at === 'string') return at
    keys.push({ at, descending: order === 'descending' })
  }
  if (keys.length === 0) return 'it names no column'
  state.rows = await sortRows(state.rows, ({ cells }) => cells, keys, state.context.locale)
  const names = keys.map(({ at, descending }) => `“${state.columns[at]!.name}”${descending ? ' downwards' : ''}`)
  state.done.sentences.push(`sorted by ${names.join(', then ')}`)
  return null
}
