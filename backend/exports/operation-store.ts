// SQL of the writes into exported spreadsheets: what was asked, how far it is, and who works on it.
import type { ExportState, Progress, UpdateType } from '../../shared/contract/export-schemas.ts'
import type { ProblemBody } from '../../shared/contract/problem-body.ts'
import type { Receipt } from '../../shared/plan/receipt.ts'
import { textsOf } from '../platform/database/texts.ts'
import type { Db, ExportKey } from './export-store.ts'
import type { OperationInput, Source } from './operation-input.ts'

export type OperationRow = {
  workspace_id: string
  id: string
  position: number
  export_id: string
  user_id: string
  kind: 'create' | 'update'
  update_type: UpdateType | null
  state: ExportState
  progress: Partial<Progress>
  problem: ProblemBody | null
  receipts: Receipt[]
  attempts: number
  next_try_at: string | null
  finished_at: string | null
  created_at: string
  updated_at: string
}

/** With all that a worker needs. */
export type ClaimedRow = OperationRow & { input: OperationInput; data: Source[]; cancel_requested: boolean }

/** As it is stored: what was asked, the rows that came with it, what was written and what went wrong are texts of people. */
type Stored<T extends OperationRow> = { [K in keyof T]: K extends SealedJson ? T[K] | string : T[K] }
type SealedJson = 'input' | 'data' | 'problem' | 'receipts'

async function opened(db: Db, row: Stored<OperationRow> | undefined): Promise<OperationRow | undefined> {
  if (!row) return undefined
  const { openJson } = textsOf(db)
  const receipts = await openJson(row.receipts, row.workspace_id)
  return { ...row, receipts, problem: await openJson(row.problem, row.workspace_id) }
}

export type OperationKey = { workspaceId: string; operationId: string }

const columns = (db: Db) => db`
  workspace_id, id, position, export_id, user_id, kind, update_type, state, progress, problem, receipts, attempts,
  next_try_at, finished_at, created_at, updated_at`

const isOpen = (db: Db) => db`state in ('queued', 'running', 'waiting')`

/** Undefined when there is one with this id. */
export async function insertOperation(
  db: Db,
  { workspaceId, exportId }: ExportKey,
  made: {
    id: string
    userId: string
    kind: OperationRow['kind']
    updateType: UpdateType | null
    input: OperationInput
    data: Source[]
  },
): Promise<OperationRow | undefined> {
  const { sealJson } = textsOf(db)
  const input = await sealJson(made.input, workspaceId)
  const data = await sealJson(made.data, workspaceId)
  const [row] = await db<Stored<OperationRow>[]>`
    insert into export_operations (workspace_id, id, export_id, user_id, kind, update_type, input, data)
    values (
      ${workspaceId}, ${made.id}, ${exportId}, ${made.userId}, ${made.kind}, ${made.updateType}, ${db.json(input)},
      ${db.json(data)}
    )
    on conflict (workspace_id, id) do nothing
    returning ${columns(db)}`
  return await opened(db, row)
}

/** The one asked for; or the first that is not over, or else the last. */
export async function findOperation(
  db: Db,
  { workspaceId, exportId }: ExportKey,
  operationId: string | null,
): Promise<OperationRow | undefined> {
  const [row] = await db<Stored<OperationRow>[]>`
    select ${columns(db)} from export_operations
    where workspace_id = ${workspaceId} and export_id = ${exportId}
      ${operationId === null ? db`` : db`and id = ${operationId}`}
    order by ${isOpen(db)} desc, case when ${isOpen(db)} then position else -position end
    limit 1`
  return await opened(db, row)
}

export async function countQueued(db: Db, { workspaceId, exportId }: ExportKey, position: number): Promise<number> {
  const [row] = await db<[{ count: number }]>`
    select count(*)::int as count from export_operations
    where workspace_id = ${workspaceId} and export_id = ${exportId} and position > ${position} and ${isOpen(db)}`
  return row.count
}

/**
 * Takes an operation up, unless somebody works on it, its time has not come, or another one of its export is before it:
 * undefined then.
 */
export async function claimOperation(
  db: Db,
  { workspaceId, operationId }: OperationKey,
  { owner, seconds }: { owner: string; seconds: number },
): Promise<ClaimedRow | undefined> {
  const [row] = await db<Stored<ClaimedRow>[]>`
    update export_operations o
    set state = 'running', lease_owner = ${owner}, lease_until = now() + ${seconds}::float8 * interval '1 second',
      attempts = attempts + 1, next_try_at = null, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${operationId} and ${isOpen(db)}
      and (lease_until is null or lease_until < now())
      and (next_try_at is null or next_try_at <= now() + interval '1 second')
      and not exists (
        select 1 from export_operations b
        where b.workspace_id = o.workspace_id and b.export_id = o.export_id and b.position < o.position
          and b.state in ('queued', 'running', 'waiting')
      )
    returning ${columns(db)}, input, data, cancel_requested`
  const claimed = await opened(db, row)
  if (!row || !claimed) return undefined
  const { openJson } = textsOf(db)
  const input = await openJson(row.input, workspaceId)
  return { ...claimed, input, data: await openJson(row.data, workspaceId), cancel_requested: row.cancel_requested }
}

/** Goes on holding it: null when it is somebody else's by now; otherwise whether it is to be cancelled. */
export async function renewLease(
  db: Db,
  { workspaceId, operationId }: OperationKey,
  { owner, seconds }: { owner: string; seconds: number },
): Promise<{ cancel: boolean } | null> {
  const [row] = await db<{ cancel: boolean }[]>`
    update export_operations set lease_until = now() + ${seconds}::float8 * interval '1 second'
    where workspace_id = ${workspaceId} and id = ${operationId} and lease_owner = ${owner} and state in ('running', 'waiting')
    returning cancel_requested as cancel`
  return row ?? null
}

export async function updateProgress(
  db: Db,
  { workspaceId, operationId }: OperationKey,
  { owner, ...to }: { owner: string; state: 'running' | 'waiting'; progress: Progress; problem: ProblemBody | null },
): Promise<void> {
  const problem = await textsOf(db).sealJson(to.problem, workspaceId)
  await db`
    update export_operations
    set state = ${to.state}, progress = ${db.json(to.progress)}, problem = ${problem && db.json(problem)},
      updated_at = now()
    where workspace_id = ${workspaceId} and id = ${operationId} and lease_owner = ${owner}`
}

/** A table of several is written: its receipt is kept before the next one begins. */
export async function updateReceipts(db: Db, { workspaceId, operationId }: OperationKey, receipts: Receipt[]) {
  const sealed = await textsOf(db).sealJson(receipts, workspaceId)
  await db`
    update export_operations set receipts = ${db.json(sealed)}, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${operationId}`
}

/** False when it is somebody else's by now. The rows that came with it go. */
export async function finishOperation(
  db: Db,
  { workspaceId, operationId }: OperationKey,
  { owner, state, problem }: { owner: string; state: 'done' | 'failed' | 'cancelled'; problem: ProblemBody | null },
): Promise<boolean> {
  const sealed = await textsOf(db).sealJson(problem, workspaceId)
  const rows = await db`
    update export_operations
    set state = ${state}, problem = ${sealed && db.json(sealed)}, data = null, lease_owner = null, lease_until = null,
      next_try_at = null, finished_at = now(), updated_at = now()
    where workspace_id = ${workspaceId} and id = ${operationId} and lease_owner = ${owner}
    returning 1`
  return rows.length > 0
}

/** Gives it back; with `seconds` its next try is then. */
export async function releaseOperation(
  db: Db,
  { workspaceId, operationId }: OperationKey,
  { owner, seconds, problem }: { owner: string; seconds: number | null; problem: ProblemBody | null },
): Promise<boolean> {
  const sealed = await textsOf(db).sealJson(problem, workspaceId)
  const rows = await db`
    update export_operations
    set state = ${seconds === null ? 'queued' : 'waiting'}, lease_owner = null, lease_until = null,
      problem = ${sealed && db.json(sealed)}, updated_at = now(),
      next_try_at = now() + ${seconds ?? 0}::float8 * interval '1 second'
    where workspace_id = ${workspaceId} and id = ${operationId} and lease_owner = ${owner}
    returning 1`
  return rows.length > 0
}

/** Those that nobody has begun are cancelled, those that run are asked to end. */
export async function cancelOperations(db: Db, { workspaceId, exportId }: ExportKey): Promise<void> {
  await db`
    update export_operations
    set cancel_requested = true, updated_at = now(),
      state = case when lease_owner is null and attempts = 0 then 'cancelled' else state end,
      data = case when lease_owner is null and attempts = 0 then null else data end,
      next_try_at = null,
      finished_at = case when lease_owner is null and attempts = 0 then now() end
    where workspace_id = ${workspaceId} and export_id = ${exportId} and ${isOpen(db)}`
}

/** Those of an export that are not over, in their order. */
export async function selectOpen(db: Db, { workspaceId, exportId }: ExportKey, limit = 100) {
  return await db<{ id: string; user_id: string }[]>`
    select id, user_id from export_operations
    where workspace_id = ${workspaceId} and export_id = ${exportId} and ${isOpen(db)}
    order by position limit ${limit}`
}

/** Operations whose process has died, and such as nobody has come for. */
export async function selectForsaken(db: Db): Promise<Pick<OperationRow, 'workspace_id' | 'id' | 'user_id'>[]> {
  return await db<OperationRow[]>`
    select workspace_id, id, user_id from export_operations
    where ${isOpen(db)}
      and (lease_until < now() or (lease_until is null and coalesce(next_try_at, updated_at) < now() - interval '2 minutes'))
    order by updated_at limit 200`
}

/** What the last write of an export was asked, rather one that did not fail, and how many of its writes are not over. */
export async function findAsked(
  db: Db,
  { workspaceId, exportId }: ExportKey,
): Promise<{ input: OperationInput | undefined; waiting: number }> {
  const [row] = await db<{ input: OperationInput | string; waiting: number }[]>`
    select input, (
      select count(*)::int from export_operations
      where workspace_id = ${workspaceId} and export_id = ${exportId} and ${isOpen(db)}
    ) as waiting
    from export_operations
    where workspace_id = ${workspaceId} and export_id = ${exportId}
    order by state in ('failed', 'cancelled'), position desc limit 1`
  const input = row && (await textsOf(db).openJson(row.input, workspaceId))
  return { input, waiting: row?.waiting ?? 0 }
}

/** The write that was to make the spreadsheet, when it failed or was cancelled. */
export async function findCreation(
  db: Db,
  { workspaceId, exportId }: ExportKey,
): Promise<{ id: string; user_id: string; input: OperationInput } | undefined> {
  const [row] = await db<{ id: string; user_id: string; input: OperationInput | string }[]>`
    select id, user_id, input from export_operations
    where workspace_id = ${workspaceId} and export_id = ${exportId} and kind = 'create'
      and state in ('failed', 'cancelled')`
  return row && { ...row, input: await textsOf(db).openJson(row.input, workspaceId) }
}

/**
 * Takes one up again that failed or was cancelled: false when it is none any more. It counts as tried once, so that the next try looks
 * for what is there.
 */
export async function reopenOperation(
  db: Db,
  { workspaceId, operationId }: OperationKey,
  asked: { input: OperationInput; data: Source[] },
): Promise<boolean> {
  const { sealJson } = textsOf(db)
  const input = await sealJson(asked.input, workspaceId)
  const data = await sealJson(asked.data, workspaceId)
  const rows = await db`
    update export_operations
    set state = 'queued', input = ${db.json(input)}, data = ${db.json(data)}, attempts = 1, cancel_requested = false,
      problem = null, progress = '{}', finished_at = null, next_try_at = null, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${operationId} and state in ('failed', 'cancelled')
    returning 1`
  return rows.length > 0
}
