// Which columns of a known table can tell its rows apart, for merging by them.
import type { KnownTable } from '../../shared/plan/place.ts'
import type { Cell, Column } from '../../shared/table/table.ts'

/** A column to merge by; `key` is that of the anchor's column. */
export type MergeKey = { key: string; header: string }

/** Rows looked at: more would hold the view up, and a key that is none shows itself in the plan. */
const mostRows = 20_000

/** Columns in which the new rows have a value each, none of them twice, those on the left first. */
export function mergeKeys({ anchor }: KnownTable, columns: Column[], rows: Cell[][]): MergeKey[] {
  const looked = rows.slice(0, mostRows)
  return anchor.columns.filter(({ from }) => {
    const at = columns.findIndex(({ key }) => key === from)
    if (at < 0 || columns[at]?.formula !== undefined) return false
    const values = new Set(looked.map((row) => String(row[at] ?? '').trim()))
    return values.size === looked.length && !values.has('')
  })
}

/** The columns that the table's template merges by, as headers; empty where the template names none. */
export const ownKeys = ({ anchor }: KnownTable): string[] =>
  anchor.columns.filter(({ key }) => anchor.key.includes(key)).map(({ header }) => header)
