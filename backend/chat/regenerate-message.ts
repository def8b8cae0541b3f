// Makes a reply anew, to the same message with what came with it.
import { randomUUID } from 'node:crypto'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { type Asked, answerOnce, type Followable, supersede } from './answer-again.ts'
import { getConversation } from './conversations.ts'
import { launchReply, newReply, prepareAhead, type ReplyParts } from './launch-reply.ts'
import { findAnswered, insertReply } from './message-store.ts'

const missing = () => new Problem('not_found', 'There is no such reply in this conversation. Read its messages again.')

/** The old reply and everything after it is kept, and is not listed any more. */
export async function regenerateMessage(
  parts: ReplyParts,
  actor: Actor,
  conversationId: string,
  replyId: string,
  idempotencyKey: string | null,
): Promise<Followable> {
  const { sql, meter } = parts
  const { workspaceId } = actor
  await getConversation(sql, actor, conversationId)
  const asked: Asked = { conversationId, what: ['regenerate', replyId], idempotencyKey }
  const message = await findAnswered(sql, workspaceId, conversationId, replyId)
  const need = message && (await prepareAhead(parts, { workspaceId, conversationId }, message))?.need
  const messageId = randomUUID()
  const stored = await answerOnce(parts, actor, asked, async (tx) => {
    // Read again under the lock: whoever came before may have superseded it.
    const sent = message && (await findAnswered(tx, workspaceId, conversationId, replyId))
    if (!sent) throw missing()
    await supersede(tx, workspaceId, conversationId, sent.position)
    const reply = newReply(parts, actor, conversationId, { messageId, userMessageId: sent.id })
    await insertReply(tx, reply)
    if (need) await meter.reserve(tx, reply, need)
    return { messageId, after: 0 }
  })
  if (message && stored.messageId === messageId) launchReply(parts, { ...stored, userId: actor.userId }, message)
  return stored
}
