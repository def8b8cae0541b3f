// The typed table that every part of the product passes along: named, typed columns and rows of plain cells.
import * as z from 'zod'

/** What a column holds. Values: dates ISO 8601, times HH:MM:SS, percent as a fraction, currency as an amount. */
export const ColumnType = z.enum([
  'text',
  'number',
  'currency',
  'percent',
  'date',
  'time',
  'datetime',
  'boolean',
  'email',
  'url',
])
export type ColumnType = z.infer<typeof ColumnType>

/** One value. A string in a column of another type is a value that could not be read; it stays as it was written. */
export const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()])
export type Cell = z.infer<typeof Cell>

/**
 * `key` is unique in its table and never changes; `name` is what people read; `currency` is an ISO 4217 code. `formula`
 * is a row expression over the keys of other columns: the cells hold its values, the sheet gets the formula.
 */
export const Column = z.object({
  key: z.string().min(1).max(200),
  name: z.string().max(1000),
  type: ColumnType,
  currency: z.string().length(3).optional(),
  formula: z.string().max(2000).optional(),
})
export type Column = z.infer<typeof Column>

/** A whole table. Every row has exactly one cell for each column, in the columns' order. */
export const Table = z.object({
  title: z.string().max(200),
  columns: z.array(Column).min(1).max(1000),
  rows: z.array(z.array(Cell)),
})
export type Table = z.infer<typeof Table>

/** How a table, or the reply that holds it, came to its end. Everything but `complete` says that something is missing. */
export const EndState = z.enum(['complete', 'stopped', 'cut', 'refused', 'filtered', 'failed', 'interrupted'])
export type EndState = z.infer<typeof EndState>

/**
 * What became of the rows: `rows_seen` counts the records that the reader saw or the text announces (null when neither
 * says), `rows_extracted` the rows of the table, `cells_unread` the cells that stayed text in a column of another type.
 * `cells_quoted`, `cells_computed` and `cells_unsupported` count the filled cells by where they come from (`Evidence`);
 * a cell that a person confirmed counts as quoted; receipts made before that was counted lack them. `notes` are sentences for the person, such as a day and month order
 * that the text does not decide.
 */
export const TableReceipt = z.object({
  state: EndState,
  rows_seen: z.int().nonnegative().nullable(),
  rows_extracted: z.int().nonnegative(),
  cells_unread: z.int().nonnegative(),
  cells_quoted: z.int().nonnegative().optional(),
  cells_computed: z.int().nonnegative().optional(),
  cells_unsupported: z.int().nonnegative().optional(),
  notes: z.array(z.string()),
})
export type TableReceipt = z.infer<typeof TableReceipt>
