// What the contract says of one HTTP operation, and the pieces that many of them share.
import * as z from 'zod'
import type { ProblemCode } from './problems.ts'
import type { Scope } from './scopes.ts'

export type Operation = {
  summary: string
  /** What the summary has no room for, in a paragraph or two of Markdown. */
  description?: string
  /** What an API key has to be allowed; without it only a signed-in person may. Open operations have none. */
  scope?: Scope
  /** Answers server-sent events when asked by `Accept: text/event-stream`. */
  stream?: boolean
  params?: z.ZodObject
  query?: z.ZodObject
  /** What it takes in headers beside the token; for the document, the handlers read them. */
  headers?: z.ZodObject
  body?: z.ZodType
  /** The body is the file's bytes. */
  binary?: boolean
  /** Its answer carries an `ETag` although nothing at its address takes `If-Match`. */
  tagged?: boolean
  /** The file may also be at another address: then the answer is 303. */
  redirects?: boolean
  /** The answer is a file, sent by the handler itself; its media types, or true for those of a table. */
  file?: boolean | readonly string[]
  status: 200 | 201 | 202 | 204
  response?: z.ZodType
  problems: readonly ProblemCode[]
}

const Id = z.uuid()
export const ConversationParams = z.object({ id: Id })
export const MessageParams = z.object({ id: Id, message_id: Id })
export const FileParams = z.object({ file_id: Id })
export const TableParams = z.object({ table_id: Id })
export const TemplateParams = z.object({ template_id: z.string().max(100) })

const header = (name: string, description: string) => z.object({ [name]: z.string().optional().meta({ description }) })
export const IfMatch = header(
  'If-Match',
  'The ETag of the last read: refuses with 412 when it has changed since. Optional.',
)
export const IfNoneMatch = header(
  'If-None-Match',
  'The ETag of the last read: answers 304 without a body when nothing has changed since. Optional.',
)
export const IdempotencyKey = header(
  'Idempotency-Key',
  'Any text of at most 200 characters, new for each request: the same request sent again with it gets the answer of the first and changes nothing. Another body with the same key is refused (`key_reused`).',
)
export const LastEventId = header(
  'Last-Event-ID',
  'The id of the last event that was heard: the stream goes on after it.',
)
export const FileName = z.object({
  'X-File-Name': z.string().max(1500).meta({ description: 'The file’s name, percent-encoded.' }),
})
