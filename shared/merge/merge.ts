// Three-way merge of tables by key and by cell: what two sides made of the same base, in one table.
import { type Alignment, align } from './align.ts'
import { type Conflict, cellOf, type Keyed, type Row, type Side } from './keyed.ts'
import { type ColumnsMerge, mergeColumns, type RowsByNumber, type Versions } from './merge-columns.ts'
import { mergeOrder } from './merge-order.ts'
import { rowMergers } from './merge-row.ts'
import { sameValue } from './same-value.ts'

export type { Conflict, Keyed } from './keyed.ts'

/** A value of a new row in a column that the other side removed, which went with it. */
type DroppedCell = { key: string; column: string; value: string | number | boolean; removedBy: Side }

type MergeResult = { merged: Keyed; conflicts: Conflict[]; dropped?: DroppedCell[] }

/**
 * Merges `ours` and `theirs`, both made from `base`, in time linear in the number of cells. Nothing that is given is
 * changed; rows of the result may be the objects of a side.
 *
 * - A cell that one side changed is taken; one that both changed to the same value too; to different values, it is a
 *   conflict and `merged` keeps ours. What is the same is said in `sameValue`.
 * - A row that one side deleted goes, unless the other edited it. Then it is a conflict of the whole row, and `merged`
 *   has the edited row, whoever deleted it: a row can still be deleted, an edit that is gone cannot be made again.
 *   Removing a column is no edit of its rows; filling a new one is.
 * - Rows that both inserted under one key merge when they say the same; cells that differ are conflicts without a base.
 * - Columns that either side added are there. A removed one is not, unless the other side edited cells of it: each
 *   of them is a conflict, and the column stays until they are resolved. Values that new rows have in a column that
 *   goes are no conflict, they are told in `dropped`. A column whose values all changed their type has edited cells.
 * - Where rows and columns stand is settled by `mergeOrder` and never a conflict.
 *
 * Conflicts come in the order of the merged rows and columns. The published merges of tables (daff, Dolt, Kart, csvdiff3) agree
 * on this where they speak of it, but for three points, and there nothing is lost: Kart asks about whole rows where only a cell
 * is in question; Dolt leaves out a row that ours deleted and theirs edited; csvdiff3 drops edits of a removed column, and
 * it and Dolt what a deleted row had in a new one.
 */
export function mergeTables({ base, ours, theirs }: Versions): MergeResult {
  const keys = align(base.rows, ours.rows, theirs.rows)
  const rows = rowsByNumber({ base, ours, theirs }, keys)
  const columnsMerge = mergeColumns({ base, ours, theirs }, rows)
  const columns = columnsMerge.columns
  const inBase = new Set(base.columns)
  const order = mergeOrder(keys, (at) => {
    const [was, our, their] = [rows.base[at], rows.ours[at], rows.theirs[at]]
    if (!was || (our && their)) return true
    return our ? isEdited(was, our, ours.columns, inBase) : their ? isEdited(was, their, theirs.columns, inBase) : false
  })

  const conflicts: Conflict[] = []
  const whole = {
    ours: columns.length === ours.columns.length && columns.every(({ inOurs }) => inOurs),
    theirs: columns.length === theirs.columns.length && columns.every(({ inTheirs }) => inTheirs),
  }
  const { both, alone } = rowMergers(columns, whole, conflicts)
  const merged = new Map<string, Row>()
  for (const at of order) {
    const key = keys.names[at] ?? ''
    const [was, our, their] = [rows.base[at], rows.ours[at], rows.theirs[at]]
    const row = our ?? their
    if (!row) continue
    if (our && their) {
      merged.set(key, both(key, was, our, their))
      continue
    }
    const side = our ? 'ours' : 'theirs'
    if (was) conflicts.push({ key, column: null, base: was, ours: our ?? null, theirs: their ?? null })
    merged.set(key, alone(key, was, row, side))
  }
  const dropped = droppedCells(columnsMerge, rows, keys)
  const result = { merged: { columns: columns.map(({ id }) => id), rows: merged }, conflicts }
  return dropped.length > 0 ? { ...result, dropped } : result
}

function rowsByNumber(versions: Versions, { names, ours, theirs }: Alignment): RowsByNumber {
  const spread = (list: number[], values: Iterable<Row>) => {
    const rows = new Array<Row | undefined>(names.length).fill(undefined)
    let index = 0
    for (const row of values) rows[list[index++] ?? 0] = row
    return rows
  }
  return {
    base: [...versions.base.rows.values()],
    ours: spread(ours, versions.ours.rows.values()),
    theirs: spread(theirs, versions.theirs.rows.values()),
  }
}

function isEdited(was: Row, now: Row, columns: string[], inBase: Set<string>): boolean {
  return columns.some((id) => !sameValue(cellOf(now, id), inBase.has(id) ? cellOf(was, id) : null))
}

function droppedCells({ gone }: ColumnsMerge, rows: RowsByNumber, { names, known }: Alignment): DroppedCell[] {
  const dropped: DroppedCell[] = []
  for (const { id, removedBy } of gone) {
    const kept = removedBy === 'ours' ? rows.theirs : rows.ours
    for (let at = known; at < names.length; at++) {
      const row = kept[at]
      const value = row && cellOf(row, id)
      if (value !== undefined && value !== null) dropped.push({ key: names[at] ?? '', column: id, value, removedBy })
    }
  }
  return dropped
}
