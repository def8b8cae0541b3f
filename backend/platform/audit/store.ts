// SQL of the audit log, which is only ever added to.
import type { AuditAction } from '../../../shared/contract/audit.ts'
import type { AuditEntry } from '../../../shared/contract/audit-operations.ts'
import type { Sql, Transaction } from '../database/connect.ts'

export type Db = Sql | Transaction

export type NewEntry = {
  workspaceId: string
  userId: string
  keyId: string | null
  address: string | null
  action: AuditAction
  subject: { type: string; id: string } | null
  operationId: string | null
}

export async function insertEntry(db: Db, entry: NewEntry): Promise<void> {
  await db`
    insert into audit_log (workspace_id, user_id, key_id, address, action, subject_type, subject_id, operation_id)
    values (${entry.workspaceId}, ${entry.userId}, ${entry.keyId}, ${entry.address}, ${entry.action},
      ${entry.subject?.type ?? null}, ${entry.subject?.id ?? null}, ${entry.operationId})`
}

/** What an operation is known to have done; the first of it, where that is several things. */
export async function findEntryOf(
  db: Db,
  workspaceId: string,
  operationId: string,
): Promise<{ action: AuditAction; subject_type: string | null; subject_id: string | null } | undefined> {
  const [row] = await db<{ action: AuditAction; subject_type: string | null; subject_id: string | null }[]>`
    select action, subject_type, subject_id from audit_log
    where workspace_id = ${workspaceId} and operation_id = ${operationId}
    order by position limit 1`
  return row
}

export type EntryRow = AuditEntry & { position: number }

/** The latest first, before `before`. */
export async function selectEntries(
  db: Db,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  before: number | null,
  limit: number,
): Promise<EntryRow[]> {
  return await db<EntryRow[]>`
    select position, id, action, subject_type, subject_id, key_id, address, created_at from audit_log
    where workspace_id = ${workspaceId} and user_id = ${userId}
      ${before === null ? db`` : db`and position < ${before}`}
    order by position desc limit ${limit}`
}

/** The setting is what the table's trigger asks for; it ends with the transaction. */
export async function aliasEntries(
  tx: Transaction,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  withWorkspace: boolean,
): Promise<void> {
  await tx`select set_config('tablewright.purged_workspace', ${workspaceId}, true)`
  await tx`
    update audit_log set address = null, user_id = deleted_alias(user_id),
      workspace_id = case when ${withWorkspace} then deleted_alias(workspace_id) else workspace_id end
    where workspace_id = ${workspaceId} and user_id = ${userId}`
  await tx`select set_config('tablewright.purged_workspace', '', true)`
}
