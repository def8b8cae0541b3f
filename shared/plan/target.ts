// Where a table goes in a spreadsheet, and what the person has decided about it.
import * as z from 'zod'

/**
 * A sheet of its own; with its first header cell at a place (1-based); or a table that was written before, named by the
 * id of its anchor: `append` adds rows under it, `replace` puts the new rows in place of the old ones, `merge` goes by
 * the key columns, the template's unless `by` names others (keys of the anchor's columns).
 */
export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new_sheet'), name: z.string().max(100).optional() }),
  z.object({
    kind: z.literal('at_cell'),
    sheet_id: z.int(),
    row: z.int().positive(),
    column: z.int().positive(),
  }),
  z.object({ kind: z.literal('append'), anchor_id: z.string() }),
  z.object({ kind: z.literal('replace'), anchor_id: z.string() }),
  z.object({ kind: z.literal('merge'), anchor_id: z.string(), by: z.array(z.string()).max(20).optional() }),
])
export type Target = z.infer<typeof Target>

/**
 * What the person has decided so far; whatever is left out is undecided. `mapping` has the key of the table's column
 * (null: none) by the key of the template's column. `review` says for all rows that break a rule, or for one of them by its place in the
 * table (from 0), whether it goes in. `conflicts` says for all, or for one by its id, whose value stays. `formulas` are those, by the key of their column,
 * that reach out of the row and are wanted all the same: only this very text is written.
 */
export const Decisions = z.object({
  mapping: z.record(z.string(), z.string().nullable()).default({}),
  formulas: z.record(z.string(), z.string()).optional(),
  review: z
    .object({
      all: z.enum(['in', 'out']).nullable().default(null),
      rows: z.record(z.string(), z.enum(['in', 'out'])).default({}),
    })
    .default({ all: null, rows: {} }),
  conflicts: z
    .object({
      all: z.enum(['sheet', 'table']).nullable().default(null),
      cells: z.record(z.string(), z.enum(['sheet', 'table'])).default({}),
    })
    .default({ all: null, cells: {} }),
})
export type Decisions = z.infer<typeof Decisions>
