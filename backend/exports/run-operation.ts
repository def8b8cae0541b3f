// The job of an export: takes an operation up, writes, and gives it its end, or its next try.
import { randomUUID } from 'node:crypto'
import type { Progress } from '../../shared/contract/export-schemas.ts'
import type { ProblemBody } from '../../shared/contract/problem-body.ts'
import type { GoogleFor } from '../google/connections.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { GoogleApi } from '../platform/google/google-api.ts'
import { GoogleError } from '../platform/google/google-error.ts'
import { googleProblem } from '../platform/google/google-problem.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Log } from '../platform/log.ts'
import { Problem, problemBody } from '../platform/problem.ts'
import { cleanUpCreation, cleanUpSheets } from './clean-up.ts'
import type { ExportCounts } from './export-counts.ts'
import { type ExportRow, findExportOf, updateStatus } from './export-store.ts'
import { Cancelled, type Hold, holdOperation, LeaseLost } from './hold-operation.ts'
import {
  type ClaimedRow,
  claimOperation,
  finishOperation,
  type OperationKey,
  releaseOperation,
  selectOpen,
  updateProgress,
} from './operation-store.ts'
import { kindOf, type Quota } from './quota.ts'
import { sendOperation } from './send-operation.ts'
import { writeOperation } from './write-operation.ts'

export type RunParts = {
  sql: Sql
  log: Log
  jobs: Jobs
  googleFor: GoogleFor
  quota: Quota
  counts: ExportCounts
  /** For how long a process holds an operation without saying so again. */
  leaseSeconds: number
  /** The first pause before another try, in seconds; each is twice as long as the one before. */
  retrySeconds: number
  mostBytes?: number | undefined
}

/** With growing pauses that is about two hours. A fault of ours is more likely to stay. */
const mostAttempts = 24
const mostFaults = 5
const longestPauseSeconds = 600
/** Waits that nobody notices are not told. */
const toldMs = 1_500

const busy = () =>
  problemBody(new Problem('google_busy', 'Google takes only so many requests a minute. It goes on by itself.'))

/** Whether the same may work later; what Google has refused it refuses again. */
function passes(error: unknown): boolean {
  const known = googleProblem(error)
  return !(known instanceof Problem) || (known.cause instanceof GoogleError && known.cause.outcome !== 'refused')
}

/** Half of each pause at random, so that those that failed together do not come back together. */
const pauseOf = (attempts: number, first: number): number => {
  const seconds = Math.min(first * 2 ** Math.max(0, attempts - 1), longestPauseSeconds)
  return seconds / 2 + (Math.random() * seconds) / 2
}

/** The disconnected account is not taken for another of the person's: it may not be allowed to open the spreadsheet. */
async function openGoogle(
  parts: RunParts,
  operation: ClaimedRow,
  sheet: ExportRow,
  options: Parameters<GoogleFor>[2],
): Promise<GoogleApi & { account: string }> {
  const owner = { workspaceId: operation.workspace_id, userId: operation.user_id }
  try {
    return await parts.googleFor(owner, sheet.connection_id ?? undefined, options)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not_found') throw error
    throw new Problem('google_not_connected', 'Nothing was written. The Google account is no longer connected.')
  }
}

/** Tells progress in the order it is made; what cannot be told changes nothing. */
function createTeller({ sql, log }: RunParts, key: OperationKey, { progress: before }: ClaimedRow, hold: Hold) {
  const progress: Progress = {
    ...{ rows: 0, rows_total: null, cells: 0, cells_total: null, calls_total: null },
    calls: before.calls ?? 0,
  }
  let state: 'running' | 'waiting' = 'running'
  let telling = Promise.resolve()
  const tell = (to: 'running' | 'waiting', problem: ProblemBody | null = null) => {
    state = to
    telling = telling
      .then(() => updateProgress(sql, key, { owner: hold.owner, state: to, progress: { ...progress }, problem }))
      .catch((error: unknown) => log.debug({ err: error }, 'progress could not be told'))
    return telling
  }
  return {
    progress,
    tell,
    waits: async (ms: number) => {
      if (ms > toldMs && state === 'running') await tell('waiting', busy())
    },
    goesOn: () => {
      if (state === 'waiting') void tell('running')
    },
  }
}

async function carryOut(parts: RunParts, operation: ClaimedRow, sheet: ExportRow, hold: Hold): Promise<void> {
  const key = { workspaceId: operation.workspace_id, operationId: operation.id }
  const teller = createTeller(parts, key, operation, hold)
  const google: Awaited<ReturnType<typeof openGoogle>> = await openGoogle(parts, operation, sheet, {
    signal: hold.signal,
    before: async ({ method, url, first }) => {
      const kind = kindOf(method, url)
      if (first) await hold.check()
      await parts.quota.take(kind, google.account, { onWait: teller.waits, signal: hold.signal })
      // It may have been a long wait.
      if (first) await hold.check()
      teller.goesOn()
      teller.progress.calls += 1
    },
    onLimited: (error, { method, url }) => parts.quota.close(kindOf(method, url), google.account, error),
    onWait: ({ ms }) => void teller.waits(ms),
  })
  const onProgress = ({ calls_left, ...change }: Partial<Progress> & { calls_left?: number }) => {
    Object.assign(teller.progress, change)
    if (calls_left !== undefined) teller.progress.calls_total = teller.progress.calls + calls_left
    void teller.tell('running')
  }
  try {
    await hold.check()
    await writeOperation({ ...parts, google, operation, sheet, onProgress })
  } catch (error) {
    if (hold.signal.aborted || (passes(error) && !(error instanceof Cancelled))) throw error
    // It is over: nobody will come back for what it has left.
    await cleanUp(parts, google, operation, sheet)
    throw error
  } finally {
    // How many calls it took is known only now.
    await teller.tell('running')
  }
}

async function cleanUp({ log }: RunParts, google: GoogleApi, operation: ClaimedRow, sheet: ExportRow): Promise<void> {
  try {
    if (sheet.spreadsheet_id !== null)
      await cleanUpSheets(google, sheet.spreadsheet_id, { operationId: operation.id, tables: operation.data.length })
    else if (operation.kind === 'create') await cleanUpCreation(google, operation.id)
  } catch (error) {
    log.warn({ err: error, operation: operation.id }, 'what an export has left could not be taken away')
  }
}

type End =
  | { state: 'done' | 'failed' | 'cancelled'; problem: ProblemBody | null }
  | { state: 'again'; seconds: number | null; problem: ProblemBody | null }

function endOf(error: unknown, operation: ClaimedRow, { log, retrySeconds }: RunParts): End {
  if (error instanceof Cancelled) return { state: 'cancelled', problem: null }
  const known = googleProblem(error)
  if (!(known instanceof Problem))
    log.error({ err: error, operation: operation.id }, 'an export met a fault of the server')
  const problem = problemBody(
    known instanceof Problem ? known : new Problem('internal', 'The server met a fault. Its log has the reason.'),
  )
  const most = known instanceof Problem ? mostAttempts : mostFaults
  if (!passes(known) || operation.attempts >= most) return { state: 'failed', problem }
  return { state: 'again', seconds: pauseOf(operation.attempts, retrySeconds), problem }
}

async function settle(parts: RunParts, operation: ClaimedRow, owner: string, end: End): Promise<void> {
  const { sql, jobs } = parts
  const key = { workspaceId: operation.workspace_id, exportId: operation.export_id, operationId: operation.id }
  await sql.begin(async (tx) => {
    const mine =
      end.state === 'again'
        ? await releaseOperation(tx, key, { owner, seconds: end.seconds, problem: end.problem })
        : await finishOperation(tx, key, { owner, state: end.state, problem: end.problem })
    if (!mine) return
    await updateStatus(tx, key)
    const [next] = await selectOpen(tx, key, 1)
    if (!next) return
    const seconds = end.state === 'again' ? end.seconds : null
    await sendOperation(jobs, tx, { ...key, operationId: next.id, userId: next.user_id }, seconds)
  })
}

/** Does nothing when somebody else is at it, or when it is over. `closing` ends when the server closes. */
export async function runOperation(parts: RunParts, key: OperationKey, closing: AbortSignal): Promise<void> {
  const { sql, leaseSeconds } = parts
  const owner = randomUUID()
  const operation = await claimOperation(sql, key, { owner, seconds: leaseSeconds })
  if (!operation) return
  const exportKey = { workspaceId: key.workspaceId, exportId: operation.export_id }
  const cancelled = operation.cancel_requested
  const hold = holdOperation(sql, key, { owner, seconds: leaseSeconds, closing, cancelled })
  let end: End
  try {
    await updateStatus(sql, exportKey)
    const sheet = await findExportOf(sql, exportKey)
    if (sheet) await carryOut(parts, operation, sheet, hold)
    end = { state: sheet ? 'done' : 'cancelled', problem: null }
  } catch (error) {
    if (error instanceof LeaseLost || hold.signal.reason instanceof LeaseLost) return
    // Nobody waits for a server that closes: another one goes on.
    end = closing.aborted ? { state: 'again', seconds: null, problem: null } : endOf(error, operation, parts)
  } finally {
    hold.release()
  }
  parts.counts.ended(operation.kind, end.state)
  await settle(parts, operation, owner, end)
}
