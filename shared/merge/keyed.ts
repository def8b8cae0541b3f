// A table whose rows are known by their keys and its columns by stable ids: what is merged, and what a merge asks.
import type { Cell } from '../table/table.ts'

/** The cells of a row by column id. A cell that is missing is an empty one, the same as null. */
export type Row = Record<string, Cell>

/** Columns and rows in their order. A formula is a cell that starts with `=`. */
export type Keyed = { columns: string[]; rows: Map<string, Row> }

export type Side = 'ours' | 'theirs'

/**
 * What the two sides disagree about, to be shown side by side. With a `column`, it is one cell and the sides are its
 * values; without, one side deleted the row that the other edited, and the sides are the rows, null where it is deleted.
 * `base` is null where the base has no such cell. `removedBy` says that this side has no such cell because it removed
 * the whole column.
 */
export type Conflict = {
  key: string
  column: string | null
  base: Cell | Row
  ours: Cell | Row
  theirs: Cell | Row
  removedBy?: Side
}

/**
 * The cell of a row; undefined when there is none. Columns may be called whatever a person likes, so what every object
 * inherits (`constructor`, `__proto__`) must not pass for a cell: no cell is an object or a function.
 */
export function cellOf(row: Row, column: string): Cell | undefined {
  const value: unknown = row[column]
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value
    default:
      return value === null ? null : undefined
  }
}

/** Puts a cell into a row, whatever the column is called. */
export function putCell(row: Row, column: string, value: Cell): void {
  if (column !== '__proto__') row[column] = value
  else Object.defineProperty(row, column, { value, enumerable: true, configurable: true, writable: true })
}
