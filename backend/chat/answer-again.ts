// What making a reply anew, editing a message and going on have in common: one at a time, once for each key.
import { createHash } from 'node:crypto'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Transaction } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { supersedeTables } from '../tables/write-table.ts'
import { lockConversation } from './conversation-store.ts'
import { missingConversation } from './conversations.ts'
import type { ReplyAddress } from './follow-reply.ts'
import { interruptExpired } from './interrupt-expired.ts'
import type { ReplyParts } from './launch-reply.ts'
import { findLatest, supersedeAfter } from './message-store.ts'
import { findRequest, insertRequest } from './request-store.ts'
import { alreadyAnswering } from './send-message.ts'

/** The reply to follow, behind the event `after`. */
export type Followable = ReplyAddress & { after: number }

export type Asked = {
  conversationId: string
  /** What is asked of which message, with which body: the same key may only come with the same. */
  what: ['edit' | 'regenerate' | 'continue', messageId: string, body?: unknown]
  idempotencyKey: string | null
}

/**
 * Runs `work` in a transaction with the conversation locked and no reply under way. With a key that was used before, the
 * reply of then, and `work` does not run.
 */
export async function answerOnce(
  { sql }: ReplyParts,
  actor: Actor,
  { conversationId, what, idempotencyKey }: Asked,
  work: (tx: Transaction) => Promise<{ messageId: string; after: number }>,
): Promise<Followable> {
  const { workspaceId } = actor
  const fingerprint = createHash('sha256').update(JSON.stringify(what)).digest('base64url')
  await interruptExpired(sql, { workspaceId, conversationId })
  return await sql.begin(async (tx) => {
    if (!(await lockConversation(tx, workspaceId, conversationId))) throw missingConversation()
    const key = idempotencyKey && { workspaceId, conversationId, key: idempotencyKey }
    const before = key && (await findRequest(tx, key))
    if (before && before.fingerprint !== fingerprint)
      throw new Problem(
        'key_reused',
        'The Idempotency-Key came with another request before. Send this one with a key of its own.',
      )
    if (before) return { workspaceId, conversationId, messageId: before.message_id, after: before.after_event }
    if ((await findLatest(tx, workspaceId, conversationId)).streaming) throw alreadyAnswering()
    const { messageId, after } = await work(tx)
    await recordAudit(tx, actor, `message.${what[0]}`, { type: 'message', id: what[1] })
    if (key) await insertRequest(tx, { ...key, fingerprint, messageId, after })
    return { workspaceId, conversationId, messageId, after }
  })
}

/** What was said and made after `position` is kept and does not count any more. */
export async function supersede(
  tx: Transaction,
  workspaceId: string,
  conversationId: string,
  position: number,
): Promise<void> {
  await supersedeTables(tx, workspaceId, await supersedeAfter(tx, workspaceId, conversationId, position))
}
