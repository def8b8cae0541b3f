// The calls between the sidebar and the add-on's script: one JSON string in, one JSON string out.
import * as z from 'zod'
import { Receipt } from '../plan/receipt.ts'
import { Table } from '../table/table.ts'
import { writeOperations } from './write-rpc.ts'

/** What is selected, described without its contents: enough for the empty state and the "use selection" chip. */
export const Selection = z.object({
  sheet_id: z.int(),
  sheet_name: z.string(),
  a1: z.string(),
  row: z.int(),
  column: z.int(),
  rows: z.int(),
  columns: z.int(),
  headers: z.array(z.string()),
  empty: z.boolean(),
})
export type Selection = z.infer<typeof Selection>

/** What the add-on remembers for the person between two openings of the sidebar. */
export const Preferences = z.object({
  draft: z.string().max(8000).optional(),
  conversation_id: z.string().optional(),
  agreed: z.string().optional(),
})
export type Preferences = z.infer<typeof Preferences>

const Hello = z.object({
  spreadsheet: z.object({ id: z.string(), name: z.string(), locale: z.string(), time_zone: z.string() }),
  email: z.string(),
  preferences: Preferences,
  selection: Selection.nullable(),
  last_write: Receipt.nullable(),
})
export type Hello = z.infer<typeof Hello>

const Nothing = z.object({})

/** Every call, with what goes in and what comes out. */
export const rpcOperations = {
  hello: { input: Nothing, output: Hello },
  identity: { input: Nothing, output: z.object({ id_token: z.string().nullable() }) },
  selection: { input: Nothing, output: z.object({ selection: Selection.nullable() }) },
  /** `notes` say what the selection holds that nobody can see, and what of it is not read. */
  read_selection: { input: Nothing, output: z.object({ a1: z.string(), table: Table, notes: z.array(z.string()) }) },
  show: { input: z.object({ sheet_id: z.int(), a1: z.string() }), output: Nothing },
  remember: { input: Preferences, output: Nothing },
  ...writeOperations,
} as const

export type RpcName = keyof typeof rpcOperations
export type RpcInput<N extends RpcName> = z.infer<(typeof rpcOperations)[N]['input']>
export type RpcOutput<N extends RpcName> = z.infer<(typeof rpcOperations)[N]['output']>

/**
 * Why a call did not work, in words for the person. `plan_changed`: preview again. `overwrite`: a need of the plan was not
 * agreed to. `undecided`: rows or conflicts wait for a decision. With `protected`, `no_permission` and `too_large` this place can't be
 * written; a copy, a download or a new sheet can.
 */
export type RpcProblem = {
  code:
    | 'plan_changed'
    | 'overwrite'
    | 'undecided'
    | 'no_key'
    | 'busy'
    | 'changed_since'
    | 'nothing_to_undo'
    | 'nothing_selected'
    | 'too_large'
    | 'protected'
    | 'no_permission'
    | 'invalid'
    | 'internal'
  title: string
  detail: string
}

export type RpcResponse<N extends RpcName> = { ok: true; value: RpcOutput<N> } | { ok: false; problem: RpcProblem }
