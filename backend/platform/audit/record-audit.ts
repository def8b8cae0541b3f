// Writes down who did what, in the transaction of the change itself: there is no one without the other.
import type { AuditAction } from '../../../shared/contract/audit.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../http/actor.ts'
import { clearAddresses, insertEntry } from './store.ts'

/** Who did it: an actor, or what is known of one where nobody is signed in yet. */
export type AuditedActor = Pick<Actor, 'userId' | 'workspaceId' | 'address' | 'key'>

/** `subject` is what it was done to, by kind and id: never a name, an address or anything that somebody wrote. */
export async function recordAudit(
  tx: Transaction,
  { userId, workspaceId, key, address }: AuditedActor,
  action: AuditAction,
  subject?: { type: string; id: string },
): Promise<void> {
  await insertEntry(tx, {
    ...{ workspaceId, userId, action },
    keyId: key?.id ?? null,
    address: address ?? null,
    subject: subject ?? null,
  })
}

/**
 * For who purges an account: takes the network addresses out of its workspace's entries. The entries stay as the proof of
 * what was done, the purge included; their ids lead nowhere any more.
 */
export async function forgetAddresses(tx: Transaction, workspaceId: string): Promise<void> {
  await clearAddresses(tx, workspaceId)
}
