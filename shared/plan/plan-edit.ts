// The single changes that a plan is made of: each says what it does to which cells, in words that both writers know.
import * as z from 'zod'
import { TableAnchor } from './anchor.ts'
import { SheetCell } from './sheet-cell.ts'
import { SheetCondition, SheetRule } from './sheet-rule.ts'

const Place = z.int().positive()
const Count = z.int().positive()

export const PlanBlock = z.object({ row: Place, column: Place, rows: Count, columns: Count })
export type PlanBlock = z.infer<typeof PlanBlock>

/** What cells look like. Only what is given changes; `border_top` is the colour of a thin solid line. */
export const CellLook = z.object({
  number_format: z.string().optional(),
  align: z.enum(['left', 'center', 'right']).optional(),
  vertical: z.enum(['top', 'middle', 'bottom']).optional(),
  wrap: z.enum(['overflow', 'wrap', 'clip']).optional(),
  bold: z.boolean().optional(),
  color: z.string().optional(),
  background: z.string().nullable().optional(),
  border_top: z.string().nullable().optional(),
})
export type CellLook = z.infer<typeof CellLook>

/**
 * One change of the sheet. Rows and columns count from 1, and each change sees the sheet as those before it left it.
 *
 * - `insert_rows`: whole rows of the sheet, empty and with the look of the row above, so that what stood at `before` moves down.
 * - `delete_rows`: whole rows of the sheet go, with all that stands in them.
 * - `grow`: the sheet has at least so many rows and columns afterwards.
 * - `separate`: merged cells become single ones; the first keeps the value.
 * - `cells`: values and formulas; null empties a cell. Rows are as long as the first.
 * - `past_rules`: cells to which the next `cells` write what a rule of the sheet may refuse, because a person said so; the rule stays.
 * - `clear`: contents, looks, rules and notes go.
 * - `look`, `rule`, `note`: of a block; a null rule takes the rule away, an empty note the note.
 * - `band`: alternating colours that later rows follow, in place of bands that overlap the block.
 * - `condition`: a conditional format, before those that the sheet has; in place of one with the same condition and look that
 *   overlaps its blocks. Its formula is relative to the first cell of the first block.
 * - `filter`: the sheet's filter covers the block; its criteria stay.
 * - `freeze`, `width`, `gridlines`, `right_to_left`: of the sheet.
 * - `anchor`: the named range and the note that say which table this is; in place of those of the same table.
 */
export const PlanEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('insert_rows'), before: Place, count: Count }),
  z.object({ kind: z.literal('delete_rows'), row: Place, count: Count }),
  z.object({ kind: z.literal('grow'), rows: Count, columns: Count }),
  z.object({ kind: z.literal('separate'), blocks: z.array(PlanBlock) }),
  z.object({ kind: z.literal('clear'), block: PlanBlock }),
  z.object({ kind: z.literal('past_rules'), blocks: z.array(PlanBlock).min(1) }),
  z.object({ kind: z.literal('cells'), row: Place, column: Place, cells: z.array(z.array(SheetCell)) }),
  z.object({ kind: z.literal('look'), block: PlanBlock, look: CellLook }),
  z.object({ kind: z.literal('rule'), block: PlanBlock, rule: SheetRule.nullable() }),
  z.object({ kind: z.literal('note'), row: Place, column: Place, note: z.string() }),
  z.object({
    kind: z.literal('band'),
    block: PlanBlock,
    header: z.string().nullable(),
    first: z.string(),
    second: z.string(),
  }),
  z.object({ kind: z.literal('condition'), blocks: z.array(PlanBlock).min(1), condition: SheetCondition }),
  z.object({ kind: z.literal('filter'), block: PlanBlock }),
  z.object({ kind: z.literal('freeze'), rows: z.int().nonnegative(), columns: z.int().nonnegative() }),
  z.object({ kind: z.literal('width'), column: Place, count: Count, pixels: Count }),
  z.object({ kind: z.literal('gridlines'), shown: z.boolean() }),
  z.object({ kind: z.literal('right_to_left') }),
  z.object({ kind: z.literal('anchor'), block: PlanBlock, anchor: TableAnchor }),
])
export type PlanEdit = z.infer<typeof PlanEdit>
