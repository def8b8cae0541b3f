// Writes down who did what, in the transaction of the change itself: there is no one without the other.
import postgres from 'postgres'
import type { AuditAction } from '../../../shared/contract/audit.ts'
import type { Sql, Transaction } from '../database/connect.ts'
import type { Actor } from '../http/actor.ts'
import { stillRunning } from '../idempotency/still-running.ts'
import { aliasEntries, findEntryOf, insertEntry } from './store.ts'

/** Who did it: an actor, or what is known of one where nobody is signed in yet. */
export type AuditedActor = Pick<Actor, 'userId' | 'workspaceId' | 'address' | 'key' | 'operationId'>

/** What was done, and to what. */
export type Done = { action: AuditAction; subject: { type: string; id: string } | null }

/**
 * `subject` is what it was done to, by kind and id: never a name, an address or anything that somebody wrote. Throws
 * `still_running` when another process has done the same operation meanwhile: the transaction is over then.
 */
export async function recordAudit(
  tx: Transaction,
  { userId, workspaceId, key, address, operationId }: AuditedActor,
  action: AuditAction,
  subject?: Done['subject'] & object,
): Promise<void> {
  try {
    await insertEntry(tx, {
      ...{ workspaceId, userId, action },
      keyId: key?.id ?? null,
      address: address ?? null,
      subject: subject ?? null,
      operationId: operationId ?? null,
    })
  } catch (error) {
    const isTaken = error instanceof postgres.PostgresError && error.constraint_name === 'audit_log_operations'
    throw isTaken ? stillRunning() : error
  }
}

/** What the operation has done already; null when nothing of it was ever committed. */
export async function findDone(sql: Sql, workspaceId: string, operationId: string): Promise<Done | null> {
  const row = await findEntryOf(sql, workspaceId, operationId)
  if (!row) return null
  const { action, subject_type: type, subject_id: id } = row
  return { action, subject: type === null || id === null ? null : { type, id } }
}

/**
 * For who purges an account: takes the network addresses out of its entries, and puts digests in the place of its ids, that of
 * its workspace too when that goes with it. The entries stay as the proof of what was done, the purge included, for who knows
 * the id already.
 */
export async function forgetActor(
  tx: Transaction,
  owner: { workspaceId: string; userId: string },
  withWorkspace: boolean,
): Promise<void> {
  await aliasEntries(tx, owner, withWorkspace)
}
