// Writes keyed tables down in tests: the first cell of each line is the key and the first column.
import type { Cell } from '../../table/table.ts'
import type { Keyed } from '../keyed.ts'

/** `keyed('id a b', ['1', 'x', 2], …)`: columns parted by blanks; a line that ends early lacks its last cells. */
export function keyed(columns: string, ...lines: [string, ...Cell[]][]): Keyed {
  const ids = columns.split(' ')
  const rows = lines.map((line): [string, Record<string, Cell>] => [
    line[0],
    Object.fromEntries(line.map((value, at) => [ids[at] ?? '', value])),
  ])
  return { columns: ids, rows: new Map(rows) }
}

/** The table as lines of cells in its columns' order, missing cells as null. */
export function linesOf({ columns, rows }: Keyed): Cell[][] {
  return [...rows.values()].map((row) => columns.map((column) => row[column] ?? null))
}

/** The keys in their order, parted by blanks. */
export function keysOf({ rows }: Keyed): string {
  return [...rows.keys()].join(' ')
}
