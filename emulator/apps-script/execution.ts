// One run of a script: what it may do, what it shares with other runs, and how its calls reach the services.
import { randomUUID } from 'node:crypto'
import { encloses, wholeSheet } from '../workbook/cells.ts'
import type { Box, Sheet, Workbook } from '../workbook/workbook.ts'
import { SignatureMismatch, typeNames } from './arguments.ts'
import { type AuthMode, demandPermission } from './authorization.ts'
import type { Identity, User } from './identity.ts'
import { demandUnprotected } from './protected-cells.ts'
import { type Handle, type Kind, shortName } from './service.ts'
import { fits, signaturesOf } from './signatures.ts'
import type { Stores } from './stores.ts'
import type { UiState } from './ui-state.ts'

/** What all executions of a project share. */
export type Shared = {
  /** The spreadsheet that the script is bound to. */
  workbook: Workbook
  /** Every spreadsheet the scripts can open, by id. */
  workbooks: Map<string, Workbook>
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
  /** The active spreadsheet. */
  active: Workbook
  /** The spreadsheet of the object whose method is running; the active one for an object of none. */
  workbook: Workbook
  authMode: AuthMode
  /** Calls so far that read or wrote a document: one for each method of SpreadsheetApp that does, however much it moves. */
  calls: number
  log: string[]
  /** Runs a function's source in the script's world with a scope of its own. */
  evaluate: (code: string, scope: unknown) => unknown
}

export function newExecution(shared: Shared, authMode: AuthMode): Execution {
  const { workbook } = shared
  const evaluate = () => undefined
  return { id: randomUUID(), shared, active: workbook, workbook, authMode, calls: 0, log: [], evaluate }
}

/** Gives back what an execution still holds, as Google does when a run ends. */
export function endExecution(run: Execution): void {
  for (const [name, holder] of run.shared.stores.locks) if (holder === run.id) run.shared.stores.locks.delete(name)
}

/**
 * Calls a method of a service object, with permission, counting and Google's error for wrong arguments. What returns
 * nothing gives null, as at Google.
 */
export function invoke(run: Execution, handle: Handle, name: string, args: unknown[]): unknown {
  const { kind, state } = handle
  const method = kind.methods[name]
  if (!method) throw new Error(`${kind.name}.${name} is not emulated`)
  demandPermission(run.authMode, kind, name)
  const given = kind.own ? args.slice(0, -1) : args
  const signatures = kind.isEnum ? undefined : signaturesOf(shortName(kind)).get(name)
  if (signatures && !signatures.some((types) => fits(given, types))) throw mismatch(kind, name, given)
  const counted = kind.document && !kind.local.has(name)
  if (counted) {
    run.calls += 1
    sleep(run.shared.latencyMs)
  }
  const before = run.workbook
  run.workbook = workbookOf(run, state)
  try {
    if (counted) demandWithin(state)
    demandUnprotected(run, handle, name, given)
    const result = method(state as never, args, run)
    return result === undefined && kind.name !== 'console' ? null : result
  } catch (error) {
    throw error instanceof SignatureMismatch ? mismatch(kind, name, given) : error
  } finally {
    run.workbook = before
  }
}

function mismatch(kind: Kind<never>, name: string, args: unknown[]): Error {
  return new Error(`The parameters (${typeNames(args)}) don't match the method signature for ${kind.name}.${name}.`)
}

/** The spreadsheet an object belongs to. Throws when its sheet is gone. */
function workbookOf(run: Execution, state: unknown): Workbook {
  if (typeof state !== 'object' || state === null) return run.active
  if ('workbook' in state) return state.workbook as Workbook
  if (!('sheet' in state)) return run.active
  const sheet = state.sheet as Workbook['sheets'][number]
  if (run.active.sheets.includes(sheet)) return run.active
  for (const workbook of run.shared.workbooks.values()) if (workbook.sheets.includes(sheet)) return workbook
  throw new Error(`Sheet ${sheet.id} not found`)
}

/** A range may have been made beyond its sheet, or lines of it may be gone since. */
function demandWithin(state: unknown): void {
  if (typeof state !== 'object' || state === null || !('sheet' in state) || !('box' in state)) return
  if (!encloses(wholeSheet(state.sheet as Sheet), state.box as Box))
    throw new Error('The coordinates of the range are outside the dimensions of the sheet.')
}

/** Blocks the thread, as every Apps Script call does. */
export function sleep(ms: number): void {
  if (ms > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
