// What the sheet keeps about a table that was written into it, so that the table is known afterwards.
import * as z from 'zod'

/** The key of the developer metadata that holds an anchor as JSON. */
export const anchorKey = 'tablewright.table'

/** Where the rows came from; null where there is no conversation, as for another program's table. */
export const TableSource = z.object({
  conversation_id: z.string().nullable(),
  table_id: z.string(),
  version: z.int().positive(),
})
export type TableSource = z.infer<typeof TableSource>

/**
 * One table in a spreadsheet: `id` is made at its first write and stays, `range_name` is the named range that follows
 * it around. `columns` are in the order of the write; `header` tells a column after it was moved, `from` is the key of
 * the table's column it shows. `key` holds the keys of the columns that name a row; none when nothing does.
 */
export const TableAnchor = z.object({
  id: z.string().min(8).max(64),
  range_name: z.string().min(1).max(250),
  title: z.string(),
  source: TableSource.nullable(),
  template: z.object({ id: z.string(), version: z.int().positive() }),
  operation_id: z.string(),
  written_at: z.string(),
  columns: z.array(z.object({ key: z.string(), header: z.string(), from: z.string().nullable() })),
  key: z.array(z.string()),
  totals: z.boolean(),
})
export type TableAnchor = z.infer<typeof TableAnchor>
