// A plan in the making: the edits so far, and what a person has to be told about them.
import type { FaultyRow } from '../template/fitted-table.ts'
import type { PlacedColumn } from './placed-column.ts'
import type { PlanBlock, PlanEdit } from './plan-edit.ts'
import type { Need, PlanConflict } from './plan-preview.ts'
import type { PlanColumn, PlanCounts } from './sheet-plan.ts'

/**
 * `columns` are those of the table afterwards, in the sheet's order. `agreed` tells cells (by their place after the rows have moved)
 * whose change needs no yes of its own, because it is what was asked for. `origin` tells which row of the fitted table a row of the sheet
 * (after the rows have moved) shows, null for another, and `placed` in which columns. `review` has faults that only the place shows.
 */
export type Draft = {
  edits: PlanEdit[]
  sheet_id: number | null
  sheet_name: string
  block: PlanBlock
  columns: PlanColumn[]
  key: string[]
  totals: boolean
  counts: PlanCounts
  agreed: (row: number, column: number) => boolean
  origin: (row: number) => number | null
  placed: PlacedColumn[]
  needs: Need[]
  notes: string[]
  review: FaultyRow[]
  conflicts: PlanConflict[]
}

export const noCounts: PlanCounts = {
  rows_new: 0,
  rows_updated: 0,
  rows_unchanged: 0,
  rows_removed: 0,
  rows_left_out: 0,
  cells_updated: 0,
}

export const planColumn = ({ fitted }: Pick<PlacedColumn, 'fitted'>): PlanColumn => ({
  key: fitted.key,
  header: fitted.header,
  from: fitted.from,
  computed: fitted.computed,
})

const quoted = (names: string[]) => names.map((name) => `“${name}”`).join(', ')

/** Formulas that stand on columns that are not in the sheet. */
export const lostNote = (lost: string[]): string[] =>
  lost.length > 0
    ? [
        `${quoted(lost)} ${lost.length === 1 ? 'is' : 'are'} written as values: a column that the formula stands on is not in the sheet.`,
      ]
    : []
