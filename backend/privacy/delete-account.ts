// Closes an account at once, and removes what it leaves behind, in portions.
import type { DeleteAccountBody } from '../../shared/contract/privacy-schemas.ts'
import { forgetActor, recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import * as store from './store.ts'

export const purgeQueue = 'purge-account'

export type DeletionParts = {
  sql: Sql
  jobs: Jobs
  /** Throws unless what is shown belongs to the account's owner. */
  proveOwner(actor: Actor, shown: DeleteAccountBody): Promise<void>
  /** Takes back what Google allowed, whether Google answers or not. */
  disconnectAll(actor: Actor): Promise<void>
  /** Replies that are being made for the person are stopped. */
  stopReplies(actor: Actor): Promise<void>
}

/** After this no token of the account is worth anything. Throws the problems of the operation `deleteAccount`. */
export async function deleteAccount(parts: DeletionParts, actor: Actor, body: DeleteAccountBody): Promise<void> {
  const { sql, jobs } = parts
  const { workspaceId, userId } = actor
  await parts.proveOwner(actor, body)
  await parts.stopReplies(actor)
  await parts.disconnectAll(actor)
  await sql.begin(async (tx) => {
    if (!(await store.closeUser(tx, userId))) return
    await store.endSessions(tx, actor)
    await recordAudit(tx, actor, 'account.delete')
    await jobs.send(tx, purgeQueue, { workspaceId, userId }, { singletonKey: userId })
  })
}

const conversationsAtOnce = 5
const filesAtOnce = 20

/** What is left in the end is the audit log: when what was done, under digests of ids. Again is the same as once. */
export async function purgeAccount(sql: Sql, owner: store.Owner, signal: AbortSignal): Promise<void> {
  for (let gone = conversationsAtOnce; gone === conversationsAtOnce; ) {
    signal.throwIfAborted()
    gone = await store.deleteConversations(sql, owner, conversationsAtOnce)
  }
  for (let gone = filesAtOnce; gone === filesAtOnce; ) {
    signal.throwIfAborted()
    gone = await store.deleteFiles(sql, owner, filesAtOnce)
  }
  await sql.begin(async (tx) => {
    if (!(await store.lockClosed(tx, owner))) return
    await recordAudit(tx, owner, 'account.purge')
    await forgetActor(tx, owner, await store.deleteUser(tx, owner))
  })
}

/** Those whose job was lost. */
export async function purgeClosedAccounts(sql: Sql, signal: AbortSignal): Promise<void> {
  for (const owner of await store.selectClosed(sql)) if (!signal.aborted) await purgeAccount(sql, owner, signal)
}
