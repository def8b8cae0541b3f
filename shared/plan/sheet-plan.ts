// A SheetPlan lists exactly what will change where, for either writer.
import * as z from 'zod'
import { PlanBlock, PlanEdit } from './plan-edit.ts'
import { Target } from './target.ts'

/** A column of the written table; `from` is the key of the table's column it takes its values from. */
export const PlanColumn = z.object({
  key: z.string(),
  header: z.string(),
  from: z.string().nullable(),
  computed: z.boolean(),
})
export type PlanColumn = z.infer<typeof PlanColumn>

/**
 * What becomes of the table's rows: each is new, changes some cells, is there already, or was left out by decision.
 * `removed` rows of the sheet go. `cells_updated` counts cells of known rows that change.
 */
export const PlanCounts = z.object({
  rows_new: z.int().nonnegative(),
  rows_updated: z.int().nonnegative(),
  rows_unchanged: z.int().nonnegative(),
  rows_removed: z.int().nonnegative(),
  rows_left_out: z.int().nonnegative(),
  cells_updated: z.int().nonnegative(),
})
export type PlanCounts = z.infer<typeof PlanCounts>

/**
 * The whole write. `sheet_id` is null for a new sheet; `rows` and `columns` are the least size of its grid. `block` is
 * the table afterwards, with its header and, when `totals` is true, its totals row. Nothing outside what `edits` name
 * changes. With `own_total`, the totals row stands for the last row of the table, which said the same in numbers.
 */
export const SheetPlan = z.object({
  target: Target,
  sheet_id: z.int().nullable(),
  sheet_name: z.string(),
  block: PlanBlock,
  columns: z.array(PlanColumn),
  totals: z.boolean(),
  own_total: z.boolean(),
  counts: PlanCounts,
  edits: z.array(PlanEdit),
})
export type SheetPlan = z.infer<typeof SheetPlan>
