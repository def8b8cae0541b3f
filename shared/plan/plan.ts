// A SheetPlan says exactly what will be written where; a Receipt says what was.
import * as z from 'zod'
import { ValidationRule } from '../template/validation-rule.ts'
import { SheetCell } from './sheet-cell.ts'

/** Where the person wants the table: a sheet of its own, or with its first header cell at a place (1-based). */
export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new_sheet'), name: z.string().max(100).optional() }),
  z.object({
    kind: z.literal('at_cell'),
    sheet_id: z.int(),
    row: z.int().positive(),
    column: z.int().positive(),
  }),
])
export type Target = z.infer<typeof Target>

/** How one column of the plan looks and is checked. `from` is the table column it takes its values from. */
export const PlanColumn = z.object({
  header: z.string(),
  from: z.string().nullable(),
  computed: z.boolean(),
  number_format: z.string(),
  align: z.enum(['left', 'center', 'right']),
  width: z.int().positive(),
  validation: ValidationRule.nullable(),
})
export type PlanColumn = z.infer<typeof PlanColumn>

/**
 * The whole write. `cells` holds header, body and, when `totals` is true, the totals row, in the columns' order. With
 * `own_total`, the totals row stands for the last row of the table, which said the same in numbers.
 */
export const SheetPlan = z.object({
  target: Target,
  sheet_name: z.string(),
  row: z.int().positive(),
  column: z.int().positive(),
  columns: z.array(PlanColumn),
  cells: z.array(z.array(SheetCell)),
  totals: z.boolean(),
  own_total: z.boolean(),
  frozen_rows: z.int().nonnegative(),
  frozen_columns: z.int().nonnegative(),
  filter: z.boolean(),
  header_style: z.object({ background: z.string(), color: z.string() }),
  banding: z.object({ first: z.string(), second: z.string() }).nullable(),
})
export type SheetPlan = z.infer<typeof SheetPlan>

/** A cell that will change: its address, what stands there and what will. */
export const CellChange = z.object({ a1: z.string(), was: z.string(), now: z.string() })
export type CellChange = z.infer<typeof CellChange>

/**
 * What the person sees before anything is written. `overwrites` counts non-empty cells that would change, `first` shows
 * the first of them. `rows` counts the table's rows, with its own total. `digest` names this exact plan over this exact state of the place: apply refuses another one.
 */
export const PlanPreview = z.object({
  digest: z.string(),
  sheet_name: z.string(),
  new_sheet: z.boolean(),
  range: z.string(),
  rows: z.int().nonnegative(),
  columns: z.array(z.object({ header: z.string(), from: z.string().nullable(), computed: z.boolean() })),
  totals: z.boolean(),
  overwrites: z.object({ count: z.int().nonnegative(), first: z.array(CellChange) }),
  notes: z.array(z.string()),
})
export type PlanPreview = z.infer<typeof PlanPreview>

/**
 * What was written, kept for undo. `at` is ISO 8601 UTC; `rows_written` counts the table's rows. With
 * `unfinished`, the write was cut off (or is going on), and no more is known than that part of it may be there.
 */
export const Receipt = z.object({
  operation_id: z.string(),
  sheet_id: z.int(),
  sheet_name: z.string(),
  new_sheet: z.boolean(),
  range: z.string(),
  title: z.string(),
  rows_written: z.int().nonnegative(),
  cells_overwritten: z.int().nonnegative(),
  at: z.string(),
  unfinished: z.boolean().optional(),
})
export type Receipt = z.infer<typeof Receipt>
