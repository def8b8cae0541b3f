// What the person sees of a plan before anything is written, and what they have to decide first.
import * as z from 'zod'
import { SheetValue } from './place.ts'
import { PlanCounts } from './sheet-plan.ts'
import { Target } from './target.ts'

/** A cell that will change: its address, what stands there and what will. */
export const CellChange = z.object({ a1: z.string(), was: z.string(), now: z.string() })
export type CellChange = z.infer<typeof CellChange>

/**
 * What a plan does to something of the person's, and may only do after an explicit yes: cells that are not empty get other contents
 * (`overwrite`); rows move down (`move`) or go (`remove`); merged cells are separated (`separate`); widths, bands or a filter
 * that are there change (`resize`); formulas that can reach outside the row, the spreadsheet or the eye are written (`formula`);
 * headers and totals go where a rule of the sheet refuses them, or anything where a rule cannot be checked (`rules`).
 */
export const NeedKind = z.enum(['overwrite', 'move', 'remove', 'separate', 'resize', 'formula', 'rules'])
export type NeedKind = z.infer<typeof NeedKind>

/** `count` cells, rows or formulas; `says` is the sentence that is agreed to, `details` what it is about, one by one. */
export const Need = z.object({
  kind: NeedKind,
  count: z.int().positive(),
  says: z.string(),
  details: z.array(z.string()),
})
export type Need = z.infer<typeof Need>

/** Where a column of the written table takes its values from, how that was found, and whether that is sure. */
export const ColumnMatch = z.object({
  key: z.string(),
  header: z.string(),
  from: z.string().nullable(),
  from_name: z.string().nullable(),
  computed: z.boolean(),
  how: z.enum(['header', 'key', 'alias', 'words', 'similar', 'values', 'chosen', 'remembered', 'added', 'none']),
  sure: z.boolean(),
})
export type ColumnMatch = z.infer<typeof ColumnMatch>

/**
 * A row of the table with values that break a rule. `row` counts from 0, `cells` are a few of its values to know it by. A row that `must` be decided breaks a
 * strict rule, repeats a key or lacks a required value; the others go in, marked, unless the person leaves them out.
 */
export const ReviewRow = z.object({
  row: z.int().nonnegative(),
  cells: z.array(z.string()),
  faults: z.array(z.object({ header: z.string(), value: z.string(), says: z.string() })),
  must: z.boolean(),
  decision: z.enum(['in', 'out']).nullable(),
})
export type ReviewRow = z.infer<typeof ReviewRow>

/** A formula that reaches further than its row: it is written only when `agreed`, that is when the decisions hold this very text for its column. */
export const OfferedFormula = z.object({
  key: z.string(),
  header: z.string(),
  formula: z.string(),
  reasons: z.array(z.string()),
  agreed: z.boolean(),
})
export type OfferedFormula = z.infer<typeof OfferedFormula>

/** A cell, or a whole row when `header` is null, that both the sheet and the table changed. */
export const PlanConflict = z.object({
  id: z.string(),
  key: z.string(),
  header: z.string().nullable(),
  base: SheetValue,
  sheet: SheetValue,
  table: SheetValue,
  says: z.string(),
  decision: z.enum(['sheet', 'table']).nullable(),
})
export type PlanConflict = z.infer<typeof PlanConflict>

const shown = <T extends z.ZodType>(item: T) =>
  z.object({ count: z.int().nonnegative(), undecided: z.int().nonnegative(), first: z.array(item) })

/**
 * `digest` names this exact plan over this exact state of the place: apply refuses another one. `matches` are the columns as they will be written, `unused` the
 * columns of the template that get nothing. `changes` are filled cells that get other contents. Lists show their first
 * items only; counts are of all.
 */
export const PlanPreview = z.object({
  digest: z.string(),
  target: Target,
  sheet_name: z.string(),
  new_sheet: z.boolean(),
  range: z.string(),
  counts: PlanCounts,
  matches: z.array(ColumnMatch),
  unused: z.array(z.object({ key: z.string(), header: z.string() })),
  totals: z.boolean(),
  changes: z.object({ count: z.int().nonnegative(), first: z.array(CellChange) }),
  needs: z.array(Need),
  formulas: z.array(OfferedFormula),
  review: shown(ReviewRow),
  conflicts: shown(PlanConflict),
  notes: z.array(z.string()),
})
export type PlanPreview = z.infer<typeof PlanPreview>
