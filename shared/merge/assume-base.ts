// The base to merge from when nobody knows what the two tables were made of.
import { cellOf, putCell, type Row } from './keyed.ts'
import type { Keyed } from './merge.ts'

/**
 * What both have, as ours has it: rows by their keys, columns by their ids. Merged from it, theirs fills and changes cells
 * and adds rows and columns, and what only ours has stays: a row that theirs never had is not one that it deleted, and
 * a cell that theirs leaves empty is not one that it cleared. There are no conflicts, so every change is to be shown before it
 * is made.
 */
export function assumeBase(ours: Keyed, theirs: Keyed): Keyed {
  const known = new Set(theirs.columns)
  const columns = ours.columns.filter((column) => known.has(column))
  const rows = new Map<string, Row>()
  for (const [key, row] of ours.rows) {
    const their = theirs.rows.get(key)
    if (!their) continue
    const was: Row = {}
    for (const column of columns)
      putCell(was, column, (cellOf(their, column) ?? null) === null ? null : (cellOf(row, column) ?? null))
    rows.set(key, was)
  }
  return { columns, rows }
}
