// What a write did, as it is kept for undo and shown afterwards.
import * as z from 'zod'
import { PlanCounts } from './sheet-plan.ts'

/**
 * `at` is ISO 8601 UTC; `anchor_id` names the table in the sheet. With `unfinished`, the write was cut off or is going on:
 * `rows_written` of its rows are there, and no more is known.
 */
export const Receipt = z.object({
  operation_id: z.string(),
  anchor_id: z.string(),
  table_id: z.string().nullable(),
  sheet_id: z.int(),
  sheet_name: z.string(),
  new_sheet: z.boolean(),
  range: z.string(),
  title: z.string(),
  rows_written: z.int().nonnegative(),
  counts: PlanCounts,
  cells_overwritten: z.int().nonnegative(),
  at: z.string(),
  unfinished: z.boolean().optional(),
})
export type Receipt = z.infer<typeof Receipt>
