// What a tool of the MCP server is: its words, what it takes and gives, and the operation whose rules it goes by.
import type * as z from 'zod'
import type { OperationName } from '../../shared/contract/routes.ts'
import type { Chat } from '../chat/chat.ts'
import type { Sizes } from '../config/sizes.ts'
import type { Exports } from '../exports/exports.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import type { KeptAnswers } from '../platform/idempotency/kept-answers.ts'

export type ToolParts = {
  sql: Sql
  chat: Chat
  exports: Exports
  answers: KeptAnswers
  sizes: Pick<Sizes, 'pageItems' | 'pageRows'>
}

/** Who asks, and until when: `signal` aborts when the client is gone. */
export type Asked = { actor: Actor; signal: AbortSignal }

/** `data` fits the tool's output; `text` says the same to the model, as shortly as it can. */
export type ToolAnswer<Data> = { data: Data; text: string }

export type Tool<Input extends z.ZodObject, Output extends z.ZodObject> = {
  name: string
  title: string
  description: string
  /** Operations of the API that it does the work of: a key needs the scope of each. */
  operations: readonly OperationName[]
  input: Input
  output: Output
  /** Whether it only reads, and whether it reaches out to Google or a model. */
  hints: { readOnlyHint: boolean; openWorldHint: boolean }
  run(parts: ToolParts, asked: Asked, input: z.infer<Input>): Promise<ToolAnswer<z.infer<Output>>>
}

/** Keeps the types of input and output together. */
export const defineTool = <Input extends z.ZodObject, Output extends z.ZodObject>(tool: Tool<Input, Output>) => tool
