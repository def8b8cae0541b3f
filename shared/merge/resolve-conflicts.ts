// Applies what people decided about the conflicts of a merge.
import type { Cell } from '../table/table.ts'
import { putCell, type Row } from './keyed.ts'
import type { Conflict, Keyed } from './merge.ts'

/** Whose state is taken, or a state of one's own: a value for a cell; for a row, its cells or null to delete it. */
export type Choice = 'ours' | 'theirs' | 'base' | { value: Cell | Row }

/**
 * What is decided: without `key` for every row, without `column` for every conflict there; `column: null` means the
 * conflicts of whole rows.
 */
export type Decision = { key?: string; column?: string | null; take: Choice }

/**
 * The table with the decisions applied: of several for one conflict, the last holds, so that one for all can be followed
 * by exceptions. What is not decided stays as the merge left it. A row whose deletion is chosen goes. A column that one
 * side removed goes when every conflict about it is decided for that side; else it stays, empty where that
 * side was chosen. Nothing that is given is changed.
 */
export function resolveConflicts(merged: Keyed, conflicts: Conflict[], decisions: Choice | Decision[]): Keyed {
  const decide = Array.isArray(decisions) ? decider(decisions) : () => decisions
  const rows = new Map(merged.rows)
  const copied = new Set<string>()
  for (const conflict of conflicts) {
    const choice = decide(conflict)
    if (choice !== undefined && conflict.column === null) settleRow(rows, merged.columns, conflict, choice)
  }
  const goes = new Map<string, boolean>()
  for (const conflict of conflicts) {
    const { key, column, removedBy } = conflict
    const row = rows.get(key)
    if (column === null) continue
    const choice = decide(conflict)
    if (removedBy) goes.set(column, (goes.get(column) ?? true) && (!row || choice === removedBy))
    if (!row || choice === undefined) continue
    const value = stateOf(conflict, choice)
    if (isRow(value))
      throw new TypeError(`The conflict in column ${column} of row ${key} is about a cell: give it a value, not a row.`)
    const copy = copied.has(key) ? row : { ...row }
    putCell(copy, column, value)
    rows.set(key, copy)
    copied.add(key)
  }
  const removed = new Set([...goes].filter(([, all]) => all).map(([column]) => column))
  return removed.size > 0
    ? withoutColumns({ columns: merged.columns, rows }, removed)
    : { columns: [...merged.columns], rows }
}

function settleRow(rows: Map<string, Row>, columns: string[], conflict: Conflict, choice: Choice): void {
  const state = stateOf(conflict, choice)
  if (state === null) rows.delete(conflict.key)
  else if (!isRow(state))
    throw new TypeError(
      `The conflict of row ${conflict.key} is about the whole row: give it cells, or null to delete it.`,
    )
  else if (typeof choice === 'object') rows.set(conflict.key, state)
  // The merge has kept the row that was edited, with what the other side did to the columns.
  else if (choice === 'base') rows.set(conflict.key, onlyColumns(state, columns))
}

function stateOf(conflict: Conflict, choice: Choice): Cell | Row {
  return typeof choice === 'object' ? choice.value : conflict[choice]
}

function isRow(state: Cell | Row): state is Row {
  return typeof state === 'object' && state !== null
}

function decider(decisions: Decision[]): (conflict: Conflict) => Choice | undefined {
  const name = (key: string | undefined, column: string | null | undefined) =>
    JSON.stringify([key ?? 0, column === undefined ? 0 : column])
  const byName = new Map(
    decisions.map((decision, at) => [name(decision.key, decision.column), { at, take: decision.take }]),
  )
  return ({ key, column }) => {
    const fitting = [name(key, column), name(key, undefined), name(undefined, column), name(undefined, undefined)]
    return fitting
      .flatMap((known) => byName.get(known) ?? [])
      .reduce<{ at: number; take: Choice } | undefined>(
        (last, next) => (last && last.at > next.at ? last : next),
        undefined,
      )?.take
  }
}

function onlyColumns(row: Row, columns: string[]): Row {
  const known = new Set(columns)
  return Object.fromEntries(Object.entries(row).filter(([column]) => known.has(column)))
}

function withoutColumns({ columns, rows }: Keyed, removed: Set<string>): Keyed {
  const left = columns.filter((column) => !removed.has(column))
  return { columns: left, rows: new Map([...rows].map(([key, row]) => [key, onlyColumns(row, left)])) }
}
