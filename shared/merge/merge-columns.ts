// Which columns a merged table has, and where each of them comes from.
import { align } from './align.ts'
import { cellOf, type Keyed, type Row, type Side } from './keyed.ts'
import { mergeOrder } from './merge-order.ts'
import { sameValue } from './same-value.ts'

export type Versions = { base: Keyed; ours: Keyed; theirs: Keyed }

/** The rows of the versions by the number of their key. */
export type RowsByNumber = Record<keyof Versions, (Row | undefined)[]>

/** A column of the result, and who has it. */
export type MergedColumn = { id: string; inBase: boolean; inOurs: boolean; inTheirs: boolean }

/** The columns of the result, and those that one side removed and that go. */
export type ColumnsMerge = { columns: MergedColumn[]; gone: { id: string; removedBy: Side }[] }

/**
 * The columns of both sides in their merged order. A column that one side removed goes, unless the other edited cells
 * of it: then it stays, with the values of the side that has it, until its conflicts are resolved. What new rows hold
 * in it does not keep a column.
 */
export function mergeColumns(versions: Versions, rows: RowsByNumber): ColumnsMerge {
  const has = {
    base: new Set(versions.base.columns),
    ours: new Set(versions.ours.columns),
    theirs: new Set(versions.theirs.columns),
  }
  const gone = new Map<string, Side>()
  for (const id of has.base) {
    const removedBy = has.ours.has(id) ? 'theirs' : 'ours'
    if (has[removedBy].has(id)) continue
    const kept = removedBy === 'ours' ? 'theirs' : 'ours'
    if (!has[kept].has(id) || !isEdited(id, rows.base, rows[kept])) gone.set(id, removedBy)
  }
  const aligned = align(has.base, has.ours, has.theirs)
  const columns = mergeOrder(aligned, (at) => !gone.has(aligned.names[at] ?? '')).map((at) => {
    const id = aligned.names[at] ?? ''
    return { id, inBase: has.base.has(id), inOurs: has.ours.has(id), inTheirs: has.theirs.has(id) }
  })
  return { columns, gone: [...gone].map(([id, removedBy]) => ({ id, removedBy })) }
}

function isEdited(column: string, base: (Row | undefined)[], side: (Row | undefined)[]): boolean {
  return base.some((was, at) => {
    const now = side[at]
    return was !== undefined && now !== undefined && !sameValue(cellOf(now, column), cellOf(was, column))
  })
}
