// What planning has to know of the spreadsheet: a snapshot of the place, read once, by whichever writer.
import * as z from 'zod'
import { TableAnchor } from './anchor.ts'
import { PlaceRule } from './place-rule.ts'
import { PlanBlock } from './plan-edit.ts'

/** A value as the sheet holds it: a date is its serial number, an empty cell is null. */
export const SheetValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
export type SheetValue = z.infer<typeof SheetValue>

/**
 * A rectangle of cells from `row` and `column` on. `values` are computed values, `display` what is shown, `formulas` are empty texts
 * where there is none; `formats` are number formats.
 */
export const SheetWindow = z.object({
  row: z.int().positive(),
  column: z.int().positive(),
  values: z.array(z.array(SheetValue)),
  display: z.array(z.array(z.string())),
  formulas: z.array(z.array(z.string())),
  formats: z.array(z.array(z.string())),
})
export type SheetWindow = z.infer<typeof SheetWindow>

/** A table that is known in a sheet: its header, its rows and its totals row together are `block`. */
export const KnownTable = z.object({
  anchor: TableAnchor,
  sheet_id: z.int(),
  sheet_name: z.string(),
  block: PlanBlock,
})
export type KnownTable = z.infer<typeof KnownTable>

/** Cells that have a rule already. */
export const RuledBlock = PlanBlock.extend({
  rule: PlaceRule.default({ strict: false, demand: { kind: 'unknown', says: '' } }),
})
export type RuledBlock = z.infer<typeof RuledBlock>

/**
 * The sheet that is written to, as far as the plan may touch it. `window` is what `areaToRead` asked for, as far as it
 * is on the grid. `ruled` are blocks that have validation rules already, with what they demand, `merged` merged cells that touch the window.
 * `below` tells whether anything stands under the window, `beside` the rows in which something stands left or right of it.
 */
export const PlaceSheet = z.object({
  id: z.int(),
  name: z.string(),
  rows: z.int().positive(),
  columns: z.int().positive(),
  window: SheetWindow,
  ruled: z.array(RuledBlock),
  merged: z.array(PlanBlock),
  protected: z.array(z.object({ block: PlanBlock, may_edit: z.boolean(), warning_only: z.boolean() })),
  filter: PlanBlock.nullable(),
  banded: z.array(PlanBlock),
  hidden_rows: z.array(z.int().positive()),
  below: z.boolean(),
  beside: z.array(z.int().positive()),
})
export type PlaceSheet = z.infer<typeof PlaceSheet>

/** `sheet` is null when the plan makes a new one; `known` is the table that the target names. */
export const Place = z.object({
  locale: z.string(),
  sheet_names: z.array(z.string()),
  range_names: z.array(z.string()),
  sheet: PlaceSheet.nullable(),
  known: KnownTable.nullable(),
})
export type Place = z.infer<typeof Place>
