// One run of a script: what it may do, what it shares with other runs, and how its calls reach the services.
import { randomUUID } from 'node:crypto'
import type { Workbook } from '../workbook/workbook.ts'
import { SignatureMismatch, typeNames } from './arguments.ts'
import { type AuthMode, demandPermission } from './authorization.ts'
import type { Identity, User } from './identity.ts'
import type { Handle } from './service.ts'
import type { Stores } from './stores.ts'
import type { UiState } from './ui-state.ts'

/** What all executions of a project share. */
export type Shared = {
  workbook: Workbook
  user: User
  identity: Identity
  stores: Stores
  ui: UiState
  /** The text of an HTML file of the project, by name without `.html`. */
  html: (name: string) => string | undefined
  scriptId: string
  scriptTimeZone: string
  /** Milliseconds each call that touches the document takes. */
  latencyMs: number
  /** Whether Google's quotas hold. */
  quota: boolean
  /** Called with each line the script logs. */
  onLog: (line: string) => void
}

export type Execution = {
  id: string
  shared: Shared
  workbook: Workbook
  authMode: AuthMode
  /** Calls so far that read or wrote the document. */
  calls: number
  log: string[]
}

export function newExecution(shared: Shared, authMode: AuthMode): Execution {
  return { id: randomUUID(), shared, workbook: shared.workbook, authMode, calls: 0, log: [] }
}

/** Gives back what an execution still holds, as Google does when a run ends. */
export function endExecution(run: Execution): void {
  for (const [name, holder] of run.shared.stores.locks) if (holder === run.id) run.shared.stores.locks.delete(name)
}

/** Calls a method of a service object, with permission, counting and Google's error for wrong arguments. */
export function invoke(run: Execution, handle: Handle, name: string, args: unknown[]): unknown {
  const { kind, state } = handle
  const method = kind.methods[name]
  if (!method) throw new Error(`${kind.name}.${name} is not emulated`)
  demandPermission(run.authMode, kind.name, name)
  if (kind.document && !kind.local.has(name)) {
    run.calls += 1
    sleep(run.shared.latencyMs)
  }
  demandSheet(run.workbook, state)
  try {
    return method(state as never, args, run)
  } catch (error) {
    if (!(error instanceof SignatureMismatch)) throw error
    throw new Error(`The parameters (${typeNames(args)}) don't match the method signature for ${kind.name}.${name}.`)
  }
}

function demandSheet(workbook: Workbook, state: unknown): void {
  if (typeof state !== 'object' || state === null || !('sheet' in state)) return
  const sheet = state.sheet as Workbook['sheets'][number]
  if (!workbook.sheets.includes(sheet)) throw new Error(`Sheet ${sheet.id} not found`)
}

/** Blocks the thread, as every Apps Script call does. */
export function sleep(ms: number): void {
  if (ms > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
