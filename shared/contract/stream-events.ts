// The events of a reply as it streams, each with an id that only grows within its message.
import * as z from 'zod'
import { Evidence } from '../table/evidence.ts'
import { Cell, Column, EndState, TableReceipt } from '../table/table.ts'
import { ProblemBody, TableSource, Usage } from './schemas.ts'

export { Usage } from './schemas.ts'

/**
 * `message-start` comes first and `message-end` last, whatever happens between them. A reply that is continued goes on
 * after its end with `message-continue`, which opens its unfinished tables again; `text_length` is how much of its text
 * stands, in UTF-16 code units: a server that died may have told more than it kept. `rows-add` carries whole rows only;
 * `at` is the index of its first row; `evidence` has one entry for each of their cells, and is left out for rows that
 * the reader cut out of their source. A table that exists already starts again as its next `version`. `rows_expected`
 * is how many rows there will be, as far as is known. A `problem` says why the message ends in another state than
 * `complete`.
 */
export const StreamEvent = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('message-start'),
      conversation_id: z.uuid(),
      message_id: z.uuid(),
      user_message_id: z.uuid(),
      model: z.string().nullable(),
    }),
    z.object({ type: z.literal('text-delta'), text: z.string() }),
    z.object({
      type: z.literal('table-start'),
      table_id: z.uuid(),
      version: z.int().positive().optional(),
      title: z.string(),
      columns: z.array(Column),
      source: TableSource.nullable().optional(),
      rows_expected: z.int().nonnegative().nullable().optional(),
    }),
    z.object({
      type: z.literal('rows-add'),
      table_id: z.uuid(),
      at: z.int().nonnegative(),
      rows: z.array(z.array(Cell)),
      evidence: z.array(z.array(Evidence)).optional(),
    }),
    z.object({ type: z.literal('table-end'), table_id: z.uuid(), receipt: TableReceipt }),
    Usage.extend({ type: z.literal('usage') }),
    z.object({ type: z.literal('problem'), problem: ProblemBody }),
    z.object({
      type: z.literal('message-continue'),
      message_id: z.uuid(),
      table_ids: z.array(z.uuid()),
      text_length: z.int().nonnegative().optional(),
    }),
    z.object({ type: z.literal('message-end'), state: EndState, title: z.string() }),
  ])
  .meta({ id: 'StreamEvent' })
export type StreamEvent = z.infer<typeof StreamEvent>
