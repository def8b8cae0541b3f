// What a template is learned from: a header row alone, or a range with what its cells and columns look like.
import * as z from 'zod'
import { TableAnchor } from '../plan/anchor.ts'
import { SheetValue } from '../plan/place.ts'
import { PlanBlock } from '../plan/plan-edit.ts'
import { SheetCondition, SheetRule } from '../plan/sheet-rule.ts'

const Colour = z.string().regex(/^#[0-9a-f]{6}$/)

/** A rule or condition of the sheet that a template has no word for; `says` is it in a few words, for a note. */
const Other = z.object({ kind: z.literal('other'), says: z.string().max(500) })

/**
 * What is known of one cell beside its value; what is left out is as in an untouched cell. A rule that lists a range is
 * given as the list of the values there.
 */
export const LearnCell = z.object({
  note: z.string().optional(),
  rule: z.union([SheetRule, Other]).optional(),
  align: z.enum(['left', 'center', 'right']).optional(),
  wrap: z.enum(['overflow', 'wrap', 'clip']).optional(),
  bold: z.boolean().optional(),
  color: Colour.optional(),
  background: Colour.optional(),
})
export type LearnCell = z.infer<typeof LearnCell>

const rowsOf = <T extends z.ZodType>(cell: T) => z.array(z.array(cell).max(1000)).max(1001)

/**
 * The first row of `values` is the header; the others are the body, and perhaps a totals row at their end. A thousand
 * rows tell enough. Rows and columns count from 1 in the sheet; the grids run parallel to `values` and may be shorter.
 * `values` are computed values with days as serial numbers, `display` what is shown, `formulas` are in the spreadsheet's
 * own separators (empty texts where there is none), `formats` are number formats. `widths` are pixels per column. The
 * colours of a row go without saying where `bands` give them. `anchor` is there for a table that was written before.
 */
export const LearnSource = z.object({
  name: z.string().max(200).default(''),
  locale: z.string().max(40).default('en_US'),
  row: z.int().positive().default(1),
  column: z.int().positive().default(1),
  values: rowsOf(SheetValue).min(1),
  display: rowsOf(z.string()).default([]),
  formulas: rowsOf(z.string()).default([]),
  formats: rowsOf(z.string()).default([]),
  cells: rowsOf(LearnCell).default([]),
  widths: z.array(z.int().nonnegative()).max(1000).default([]),
  frozen_rows: z.int().nonnegative().default(0),
  frozen_columns: z.int().nonnegative().default(0),
  filter: z.boolean().default(false),
  gridlines: z.boolean().default(true),
  bands: z
    .object({
      header: Colour.nullable().default(null),
      first: Colour,
      second: Colour,
      footer: Colour.nullable().default(null),
    })
    .nullable()
    .default(null),
  conditions: z
    .array(z.object({ blocks: z.array(PlanBlock), condition: z.union([SheetCondition, Other]) }))
    .max(500)
    .default([]),
  anchor: TableAnchor.nullable().default(null),
})
export type LearnSource = z.infer<typeof LearnSource>
