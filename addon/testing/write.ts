// For tests: what the sidebar sends to preview and write a table, with nothing decided but yes.
import type { PreviewInput, WriteInput } from '../../shared/contract/write-rpc.ts'
import type { Receipt } from '../../shared/plan/receipt.ts'
import { Decisions, type Target } from '../../shared/plan/target.ts'
import type { Table } from '../../shared/table/table.ts'
import type { Template } from '../../shared/template/template.ts'
import type { openScript } from './open-script.ts'

export type Script = Awaited<ReturnType<typeof openScript>>

let operations = 0
export const newOperation = () => `operation-${++operations}`

export function previewInput(
  table: Table,
  template: Template,
  target: Target,
  more: Partial<PreviewInput> = {},
): PreviewInput {
  const decisions = Decisions.parse({ review: { all: 'in' } })
  return { table, template, target, decisions, source: null, base: null, ...more }
}

/** Previews, and agrees to everything that the plan needs. */
export function writeInput(script: Script, input: PreviewInput, more: Partial<WriteInput> = {}): WriteInput {
  const { digest, needs } = script.ask('preview', input)
  return { ...input, digest, operation_id: newOperation(), allow: needs.map(({ kind }) => kind), ...more }
}

/** Previews and writes to the end. */
export function writeWhole(script: Script, input: PreviewInput, more: Partial<WriteInput> = {}): Receipt {
  const asked = writeInput(script, input, more)
  for (;;) {
    const { done, receipt } = script.ask('write', asked)
    if (done) return receipt
  }
}
