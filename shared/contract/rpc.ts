// The calls between the sidebar and the add-on's script: one JSON string in, one JSON string out.
import * as z from 'zod'
import { PlanPreview, Receipt, Target } from '../plan/plan.ts'
import { Table } from '../table/table.ts'
import { Template } from '../template/template.ts'

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

const PlanInput = z.object({ table: Table, template: Template, target: Target })
export type PlanInput = z.infer<typeof PlanInput>

/** `operation_id` is made once for each press of the button: the same id twice writes once. */
const ApplyInput = PlanInput.extend({
  operation_id: z.string().min(8).max(64),
  digest: z.string(),
  allow_overwrite: z.boolean(),
})
export type ApplyInput = z.infer<typeof ApplyInput>

const Nothing = z.object({})

/** Every call, with what goes in and what comes out. */
export const rpcOperations = {
  hello: { input: Nothing, output: Hello },
  identity: { input: Nothing, output: z.object({ id_token: z.string().nullable() }) },
  selection: { input: Nothing, output: z.object({ selection: Selection.nullable() }) },
  read_selection: { input: Nothing, output: z.object({ a1: z.string(), table: Table }) },
  plan: { input: PlanInput, output: PlanPreview },
  apply: { input: ApplyInput, output: Receipt },
  undo: { input: z.object({ operation_id: z.string(), force: z.boolean() }), output: z.object({ undone: z.string() }) },
  show: { input: z.object({ sheet_id: z.int(), a1: z.string() }), output: Nothing },
  remember: { input: Preferences, output: Nothing },
} as const

export type RpcName = keyof typeof rpcOperations
export type RpcInput<N extends RpcName> = z.infer<(typeof rpcOperations)[N]['input']>
export type RpcOutput<N extends RpcName> = z.infer<(typeof rpcOperations)[N]['output']>

/** Why a call did not work, in words for the person. `plan_changed`: preview again. `overwrite`: ask, then allow. */
export type RpcProblem = {
  code:
    | 'plan_changed'
    | 'overwrite'
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
