// Which part of a sheet planning has to see.
import type { FittedTable } from '../template/fitted-table.ts'
import type { KnownTable } from './place.ts'
import type { PlanBlock } from './plan-edit.ts'
import type { Target } from './target.ts'

/** Rows typed right below a table, and columns put right of it by hand, are seen as far as this. */
const margin = { rows: 100, columns: 4 }

/**
 * The block that `PlaceSheet.window` is to hold, as far as it is on the grid; null where nothing has to be read. `known`
 * is the table that the target names.
 */
export function areaToRead(fitted: FittedTable, target: Target, known: KnownTable | null): PlanBlock | null {
  if (target.kind === 'new_sheet') return null
  if (target.kind === 'at_cell') {
    const rows = 1 + fitted.rows + (fitted.totals === null ? 0 : 1)
    return { row: target.row, column: target.column, rows, columns: fitted.columns.length }
  }
  if (!known) return null
  const { block, anchor } = known
  const keys = new Set(anchor.columns.map(({ key }) => key))
  const added = fitted.columns.filter(({ key }) => !keys.has(key)).length
  return {
    ...block,
    rows: block.rows + fitted.rows + margin.rows,
    columns: block.columns + added + margin.columns,
  }
}
