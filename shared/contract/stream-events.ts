// The events of a reply as it streams, each with an id that only grows within its message.
import * as z from 'zod'
import { Cell, Column, EndState, TableReceipt } from '../table/table.ts'
import { ProblemBody } from './schemas.ts'

export const Usage = z.object({
  model: z.string(),
  input_tokens: z.int().nonnegative(),
  cached_tokens: z.int().nonnegative(),
  output_tokens: z.int().nonnegative(),
})
export type Usage = z.infer<typeof Usage>

/**
 * `message-start` comes first and `message-end` last, whatever happens between them. `rows-add` carries whole rows only;
 * `at` is the index of its first row. A `problem` says why the message ends in another state than `complete`.
 */
export const StreamEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message-start'),
    conversation_id: z.uuid(),
    message_id: z.uuid(),
    user_message_id: z.uuid(),
    model: z.string().nullable(),
  }),
  z.object({ type: z.literal('text-delta'), text: z.string() }),
  z.object({ type: z.literal('table-start'), table_id: z.uuid(), title: z.string(), columns: z.array(Column) }),
  z.object({
    type: z.literal('rows-add'),
    table_id: z.uuid(),
    at: z.int().nonnegative(),
    rows: z.array(z.array(Cell)),
  }),
  z.object({ type: z.literal('table-end'), table_id: z.uuid(), receipt: TableReceipt }),
  Usage.extend({ type: z.literal('usage') }),
  z.object({ type: z.literal('problem'), problem: ProblemBody }),
  z.object({ type: z.literal('message-end'), state: EndState, title: z.string() }),
])
export type StreamEvent = z.infer<typeof StreamEvent>
