// What goes in and out of the HTTP API, as schemas; keys are snake_case, ids UUIDs, times ISO 8601 UTC.
import * as z from 'zod'
import { Evidence } from '../table/evidence.ts'
import { Cell, Column, EndState, TableReceipt } from '../table/table.ts'
import { limits } from './limits.ts'
import { Output, ResponseFormat } from './output-schemas.ts'
import { ProblemBody } from './problem-body.ts'

const Id = z.uuid()
const Time = z.iso.datetime()

export { ProblemBody }

/** What this server is: shown before anything is sent to it. `model_host` is null when no model is configured. */
export const About = z
  .object({
    name: z.literal('Tablewright'),
    version: z.string(),
    engine: z.enum(['built-in', 'gpt']),
    model: z.string().nullable(),
    model_host: z.string().nullable(),
    limits: z
      .object({
        message_bytes: z.int(),
        message_body_bytes: z.int(),
        body_bytes: z.int(),
        file_bytes: z.int(),
        field_characters: z.int(),
        field_items: z.int(),
        table_rows: z.int(),
        table_columns: z.int(),
        table_cells: z.int(),
        page_items: z.int(),
        page_rows: z.int(),
        streams_per_user: z.int(),
        keys_per_user: z.int(),
        templates_per_workspace: z.int(),
        waiting_updates: z.int(),
      })
      .meta({
        description:
          'What this server takes at most, in bytes, UTF-16 code units (`field_characters`) and counts: a message’s text, a message with everything in it, any other body, a file; a text and a list in a body; a table; a page of a list and of rows; open replies, API keys, templates, updates that wait for one spreadsheet.',
      }),
  })
  .meta({ id: 'About' })
export type About = z.infer<typeof About>

export const Conversation = z
  .object({
    id: Id,
    title: z.string(),
    description: z.string(),
    archived_at: Time.nullable(),
    created_at: Time,
    updated_at: Time,
    deleted_at: Time.nullable(),
  })
  .meta({ id: 'Conversation' })
export type Conversation = z.infer<typeof Conversation>

export const ConversationBody = z.object({
  title: z.string().max(200).optional(),
  description: z.string().max(2000).optional(),
})
export type ConversationBody = z.infer<typeof ConversationBody>

/** What is left out stays as it is. */
export const ConversationChange = ConversationBody.extend({
  archived: z.boolean().optional().meta({ description: 'Archived ones are not listed with the others.' }),
})
export type ConversationChange = z.infer<typeof ConversationChange>

/** Something the message speaks of: an uploaded file, or a range of the sheet with its typed contents. */
export const Attachment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), file_id: Id }),
  z.object({
    kind: z.literal('range'),
    a1: z.string().max(300),
    columns: z.array(Column).min(1).max(limits.tableColumns),
    rows: z.array(z.array(Cell)),
  }),
])
export type Attachment = z.infer<typeof Attachment>

export const MessageBody = z.object({
  content: z.string(),
  template: z.string().max(100).optional(),
  locale: z.string().max(35).optional(),
  attachments: z.array(Attachment).max(10).optional(),
  response_format: ResponseFormat.optional(),
})
export type MessageBody = z.infer<typeof MessageBody>

/** Where the rows of a table were read from, for people; null for rows that a model pulled out of prose. */
export const TableSource = z.object({
  origin: z.enum(['message', 'file', 'range', 'earlier']),
  where: z.string(),
  format: z.string(),
})
export type TableSource = z.infer<typeof TableSource>

/**
 * A table as its head: rows are fetched page by page. `message_id` is the reply that made this version; `version` is
 * the one this head tells of, `latest_version` the newest there is.
 */
export const TableHead = z
  .object({
    id: Id,
    conversation_id: Id,
    message_id: Id,
    version: z.int().positive(),
    latest_version: z.int().positive(),
    source: TableSource.nullable(),
    title: z.string(),
    columns: z.array(Column),
    row_count: z.int().nonnegative(),
    receipt: TableReceipt.nullable(),
    created_at: Time,
    updated_at: Time,
  })
  .meta({ id: 'Table' })
export type TableHead = z.infer<typeof TableHead>

/** `evidence` stands beside `items`, cell by cell, when the rows have any. */
export const RowsPage = z.object({
  items: z.array(z.array(Cell)),
  evidence: z.array(z.array(Evidence)).optional(),
  next_cursor: z.string().nullable(),
})
export type RowsPage = z.infer<typeof RowsPage>

/** `streaming` means that the server is still at it: read the rest from its events. */
export const MessageState = z.enum(['streaming', ...EndState.options])
export type MessageState = z.infer<typeof MessageState>

/** What one reply took. `cached_tokens` are part of `input_tokens`. `cost` is null when the model has no known price. */
export const Usage = z.object({
  model: z.string(),
  input_tokens: z.int().nonnegative(),
  cached_tokens: z.int().nonnegative(),
  output_tokens: z.int().nonnegative(),
  cost: z
    .object({ amount: z.number().nonnegative(), currency: z.string().length(3) })
    .nullable()
    .optional(),
})
export type Usage = z.infer<typeof Usage>

/**
 * `response_format` is what was asked for with the message, or with the one that a reply answers; `output` a reply's rows in
 * it, left out in lists.
 */
export const Message = z
  .object({
    id: Id,
    conversation_id: Id,
    role: z.enum(['user', 'assistant']),
    content: z.string(),
    state: MessageState,
    attachments: z.array(z.object({ kind: z.enum(['file', 'range']), label: z.string(), detail: z.string() })),
    problem: ProblemBody.nullable(),
    tables: z.array(TableHead),
    usage: Usage.nullable(),
    response_format: ResponseFormat.nullable().optional(),
    output: Output.nullable().optional(),
    created_at: Time,
    updated_at: Time,
  })
  .meta({ id: 'Message' })
export type Message = z.infer<typeof Message>

export const StoredFile = z
  .object({ id: Id, name: z.string(), size: z.int(), created_at: Time })
  .meta({ id: 'StoredFile' })
export type StoredFile = z.infer<typeof StoredFile>

/** A page of a list; `next_cursor` is null on the last one. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() })

/** A server may give smaller pages than the contract says; what it gives stands in `GET /about`. */
export const PageLimit = z.coerce.number().int().min(1).max(limits.pageItems).optional()
export const RowsLimit = z.coerce.number().int().min(1).max(limits.pageRows).optional()

export const PageQuery = z.object({ cursor: z.string().max(500).optional(), limit: PageLimit })
export type PageQuery = z.infer<typeof PageQuery>

export const ConversationsQuery = PageQuery.extend({
  state: z.enum(['active', 'archived', 'all', 'deleted']).optional().meta({
    description:
      'The `active` ones, which is what comes without it, are neither archived nor deleted; `all` are those that are not deleted; `deleted` ones can be restored until they are purged.',
  }),
})
export type ConversationsQuery = z.infer<typeof ConversationsQuery>

export const RowsQuery = z.object({ cursor: z.string().max(500).optional(), limit: RowsLimit })
