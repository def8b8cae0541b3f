// What people change in a table, the versions that come of it, and where a cell's value stands, as the API tells it.
import * as z from 'zod'
import { ColumnType } from '../table/table.ts'
import { limits } from './limits.ts'
import { RowsQuery } from './schemas.ts'

const Key = z.string().max(200)
const Row = z.int().nonnegative()

/** The newest version when `version` is left out. */
export const TableQuery = z.object({ version: z.coerce.number().int().positive().max(1e9).optional() })
export type TableQuery = z.infer<typeof TableQuery>

/**
 * `csv` is UTF-8 with a mark, for spreadsheet programs; a text that such a program would take for a formula gets an apostrophe, unless
 * `exact` asks for it as it is. `xlsx` keeps every type. `json` has the table's columns and rows as the API tells them.
 */
export const DownloadQuery = TableQuery.extend({
  format: z.enum(['csv', 'xlsx', 'json']).default('csv'),
  exact: z.stringbool().default(false),
})
export type DownloadQuery = z.infer<typeof DownloadQuery>

export const TableRowsQuery = RowsQuery.extend(TableQuery.shape)
export type TableRowsQuery = z.infer<typeof TableRowsQuery>

/** The most cells that one change sets. */
const mostCells = 1_000

/**
 * `row` counts from 0. A value that is a text is read as its column's type; null empties the cell. `confirm` keeps a
 * value that stands in no source.
 */
export const CellChange = z.union([
  z
    .object({
      row: Row,
      column: Key,
      value: z.union([z.string().max(limits.cellCharacters), z.number(), z.boolean(), z.null()]),
    })
    .strict(),
  z.object({ row: Row, column: Key, confirm: z.literal(true) }).strict(),
])
export type CellChange = z.infer<typeof CellChange>

export const TableBody = z
  .object({
    title: z.string().trim().min(1).max(200).optional(),
    columns: z
      .array(z.object({ key: Key, name: z.string().trim().min(1).max(1000).optional(), type: ColumnType.optional() }))
      .max(1000)
      .optional(),
    cells: z.array(CellChange).max(mostCells).optional(),
  })
  .meta({ id: 'TableChange' })
export type TableBody = z.infer<typeof TableBody>

/** One version of a table: made by a reply (`message_id`) or by a person; `changes` is a sentence for people. */
export const TableVersion = z
  .object({
    version: z.int().positive(),
    created_at: z.iso.datetime(),
    by: z.enum(['reply', 'person']),
    message_id: z.uuid().nullable(),
    changes: z.string(),
    row_count: z.int().nonnegative(),
  })
  .meta({ id: 'TableVersion' })
export type TableVersion = z.infer<typeof TableVersion>

export const EvidenceQuery = z.object({
  row: z.coerce.number().int().nonnegative().max(1e7),
  column: Key,
  version: TableQuery.shape.version,
})
export type EvidenceQuery = z.infer<typeof EvidenceQuery>

/**
 * Where one cell's value comes from. `read` cells came as they are from `source`. For `quoted` ones `quote` is the text
 * that states the value, between what stands before and after it in its sentence; all of it is plain text.
 */
export const CellEvidence = z
  .object({
    kind: z.enum(['quoted', 'computed', 'unsupported', 'confirmed', 'read', 'empty']),
    source: z
      .object({
        kind: z.enum(['message', 'file', 'range', 'earlier']),
        label: z.string(),
        line: z.int().positive().nullable(),
      })
      .nullable(),
    before: z.string(),
    quote: z.string(),
    after: z.string(),
    formula: z.string().nullable(),
  })
  .meta({ id: 'CellEvidence' })
export type CellEvidence = z.infer<typeof CellEvidence>
