// What is kept of a write to take it back, stored before the first cell changes.
import * as z from 'zod'
import { PlanBlock } from '../../../shared/plan/plan-edit.ts'
import { Receipt } from '../../../shared/plan/receipt.ts'
import { KeptFilter } from '../edits/move-filter.ts'

export const KeptBand = z.object({
  block: PlanBlock,
  across: z.boolean(),
  header: z.string().nullable(),
  first: z.string().nullable(),
  second: z.string().nullable(),
  footer: z.string().nullable(),
})

/** A conditional format as plain data: its blocks, and its condition and look, or its points of colour. */
export const KeptCondition = z.object({
  blocks: z.array(PlanBlock),
  test: z
    .object({ type: z.string(), values: z.array(z.unknown()), look: z.record(z.string(), z.unknown()) })
    .nullable(),
  scale: z.array(z.object({ color: z.string(), type: z.string(), value: z.string() }).nullable()).nullable(),
})
export type KeptCondition = z.infer<typeof KeptCondition>

/** What deleting rows takes along that putting them back does not bring: all as it was before. */
export const KeptRows = z.object({
  heights: z.array(z.object({ row: z.int(), count: z.int().default(1), pixels: z.int() })),
  hidden: z.array(z.object({ row: z.int(), count: z.int() })),
  groups: z.array(z.object({ row: z.int(), count: z.int(), depth: z.int(), collapsed: z.boolean() })).default([]),
  names: z.array(z.object({ name: z.string(), block: PlanBlock })),
  protections: z.array(
    z.object({ block: PlanBlock, description: z.string(), warning_only: z.boolean(), editors: z.array(z.string()) }),
  ),
  formulas: z.array(z.object({ sheet_id: z.int(), row: z.int(), column: z.int(), formula: z.string() })),
})
export type KeptRows = z.infer<typeof KeptRows>

/** The sheet before the write, as far as the plan changes it; null where it does not. */
export const KeptSheet = z.object({
  rows: z.int(),
  columns: z.int(),
  frozen: z.object({ rows: z.int(), columns: z.int() }).nullable(),
  widths: z.array(z.object({ column: z.int(), pixels: z.int() })),
  gridlines_hidden: z.boolean().nullable(),
  right_to_left: z.boolean().nullable(),
  bands: z.array(KeptBand).nullable(),
  filter: z.object({ was: KeptFilter.nullable() }).nullable(),
  conditions: z.array(KeptCondition).nullable(),
  deleted: KeptRows.nullable(),
})
export type KeptSheet = z.infer<typeof KeptSheet>

/** The table's named range and note before the write; null where there was none. */
export const KeptAnchor = z.object({
  anchor_id: z.string(),
  range_name: z.string(),
  block: PlanBlock.nullable(),
  note: z.string().nullable(),
})
export type KeptAnchor = z.infer<typeof KeptAnchor>

/** Names of what stood in blocks after the write: of each cell with 0 for `rows_each`, else of so many rows together. */
const Marks = z.object({ blocks: z.array(PlanBlock), rows_each: z.int().nonnegative(), marks: z.array(z.string()) })
export type Marks = z.infer<typeof Marks>

/**
 * A write that can be taken back. `staging`: the table is being put together in a hidden sheet, of which so many rows of cells are there, and
 * the place is untouched.
 * `writing`: the place is being changed, or a run was cut off while it was. `structure` are the edits that move or
 * empty cells; `saved` keeps cells as they were, at their addresses, in a hidden sheet; `fresh` are cells of the grid's
 * new rows and columns. `bands` and `conditions` are those of the write, by their blocks. `range_name` follows `block`.
 * `looks` names what the rows of the blocks of `marks` look like, where that is watched.
 */
export const UndoStep = z.object({
  receipt: Receipt,
  state: z.enum(['staging', 'writing', 'done']),
  staging: z.object({ sheet_id: z.int(), rows: z.int(), last: Marks.nullable() }).nullable(),
  block: PlanBlock,
  range_name: z.string().nullable(),
  structure: z.array(
    z.object({ kind: z.enum(['insert', 'delete', 'other']), row: z.int(), count: z.int(), rows_after: z.int() }),
  ),
  inserted: z.array(PlanBlock),
  saved: z.object({ sheet_id: z.int(), blocks: z.array(PlanBlock) }).nullable(),
  fresh: z.array(PlanBlock),
  sheet: KeptSheet.nullable(),
  anchors: z.array(KeptAnchor),
  bands: z.array(PlanBlock),
  conditions: z.array(z.array(PlanBlock)),
  marks: Marks.nullable(),
  looks: z.array(z.string()).nullable().default(null),
})
export type UndoStep = z.infer<typeof UndoStep>
