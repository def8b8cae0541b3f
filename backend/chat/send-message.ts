// Stores a message with the beginning of its reply, and sets the reply going.
import type { MessageBody } from '../../shared/contract/schemas.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { checkMessage } from './check-message.ts'
import { lockConversation, touchConversation } from './conversation-store.ts'
import { getConversation } from './conversations.ts'
import type { ReplyAddress } from './follow-reply.ts'
import { type Generations, leaseMs } from './generations.ts'
import { interruptExpired } from './interrupt-expired.ts'
import { findReplyByKey, insertReply, insertUserMessage } from './message-store.ts'
import { prepareInput } from './prepare-input.ts'
import { insertEvents } from './reply-store.ts'

type Parts = { sql: Sql; generations: Generations; model: string | null; messageBytes: number }

/**
 * The reply to follow; with a key that was used before, the reply of then. Throws the problems of the operation
 * `sendMessage`; nothing is stored when it does.
 */
export async function sendMessage(
  { sql, generations, model, messageBytes }: Parts,
  actor: Actor,
  conversationId: string,
  body: MessageBody,
  idempotencyKey: string | null,
): Promise<ReplyAddress> {
  const { workspaceId } = actor
  await getConversation(sql, actor, conversationId)
  const { labels, inputs } = await checkMessage(sql, workspaceId, body, messageBytes)
  await interruptExpired(sql, { workspaceId, conversationId })

  const stored = await sql.begin(async (tx) => {
    // The lock makes two requests with the same key come one after the other.
    if (!(await lockConversation(tx, workspaceId, conversationId)))
      throw new Problem('not_found', 'There is no such conversation. It may have been deleted; start a new one.')
    const known = idempotencyKey && { key: idempotencyKey, content: body.content, inputs }
    const before = known && (await findReplyByKey(tx, workspaceId, conversationId, known))
    if (before && !before.same)
      throw new Problem(
        'key_reused',
        'The Idempotency-Key came with another message before. Send this one with a key of its own.',
      )
    if (before) return { message_id: before.message_id, user_message_id: before.user_message_id, fresh: false }
    const message = { workspaceId, conversationId, content: body.content, attachments: labels, inputs, idempotencyKey }
    const user_message_id = await insertUserMessage(tx, message)
    const reply = { workspaceId, conversationId, replyTo: user_message_id, owner: generations.owner, leaseMs }
    const message_id = await insertReply(tx, reply)
    if (!message_id)
      throw new Problem('already_answering', 'Wait until the last message is answered, or stop it, then send this one.')
    const ids = { conversation_id: conversationId, message_id, user_message_id }
    await insertEvents(tx, workspaceId, message_id, [{ id: 1, event: { type: 'message-start', ...ids, model } }])
    await touchConversation(tx, workspaceId, conversationId)
    return { user_message_id, message_id, fresh: true }
  })

  const address = { workspaceId, conversationId, messageId: stored.message_id }
  if (stored.fresh) {
    const from = { workspaceId, conversationId, userMessageId: stored.user_message_id }
    generations.start(address, (stop) => prepareInput(sql, from, stop))
  }
  return address
}
