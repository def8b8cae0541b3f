// Every HTTP operation once: its route, what it takes, what it answers and which problems it may end in.
import type * as z from 'zod'
import { accountOperations } from './account-operations.ts'
import { auditOperations } from './audit-operations.ts'
import { chatOperations } from './chat-operations.ts'
import { exportOperations } from './export-operations.ts'
import { extractOperations } from './extract-operations.ts'
import { googleOperations } from './google-operations.ts'
import type { Operation } from './operation.ts'
import { privacyOperations } from './privacy-operations.ts'
import type { OperationName } from './routes.ts'
import { serverOperations } from './server-operations.ts'
import { tableOperations } from './table-operations.ts'
import { templateOperations } from './template-operations.ts'

const contract = {
  ...serverOperations,
  ...accountOperations,
  ...auditOperations,
  ...chatOperations,
  ...extractOperations,
  ...privacyOperations,
  ...tableOperations,
  ...templateOperations,
  ...exportOperations,
  ...googleOperations,
} as const satisfies Record<OperationName, Operation>

/** The one map that routes, validation, the OpenAPI document and the typed calls come from. */
export const operations = contract
export type Operations = typeof contract

type Parsed<O, K extends string> = K extends keyof O ? (O[K] extends z.ZodType ? z.infer<O[K]> : undefined) : undefined

export type ParamsOf<N extends OperationName> = Parsed<Operations[N], 'params'>
export type QueryOf<N extends OperationName> = Parsed<Operations[N], 'query'>
export type BodyOf<N extends OperationName> = Parsed<Operations[N], 'body'>
export type ResponseOf<N extends OperationName> = Parsed<Operations[N], 'response'>
