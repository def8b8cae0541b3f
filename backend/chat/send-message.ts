// Stores a message with the beginning of its reply, and sets the reply going.
import { randomUUID } from 'node:crypto'
import type { MessageBody } from '../../shared/contract/schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { checkMessage } from './check-message.ts'
import { missingConversation } from './conversations.ts'
import type { ReplyAddress } from './follow-reply.ts'
import { interruptExpired } from './interrupt-expired.ts'
import { launchReply, newReply, prepareAhead, type ReplyParts } from './launch-reply.ts'
import { findReplyByKey, insertSent, takenBy } from './message-store.ts'

export const alreadyAnswering = () =>
  new Problem('already_answering', 'Wait until the last message is answered, or stop it, then send this one.')

/**
 * The reply to follow; with a key that was used before, the reply of then. Throws the problems of the operation
 * `sendMessage`; nothing is stored when it does.
 */
export async function sendMessage(
  parts: ReplyParts,
  actor: Actor,
  conversationId: string,
  body: MessageBody,
  idempotencyKey: string | null,
): Promise<ReplyAddress> {
  const { sql, meter, messageBytes } = parts
  const { workspaceId } = actor
  const { labels, inputs } = await checkMessage(sql, workspaceId, body, messageBytes)
  const known = idempotencyKey === null ? null : { key: idempotencyKey, content: body.content, inputs }
  const again = async (): Promise<ReplyAddress | null> => {
    const before = known && (await findReplyByKey(sql, workspaceId, conversationId, known))
    if (!before) return null
    if (before.same) return { workspaceId, conversationId, messageId: before.message_id }
    throw new Problem(
      'key_reused',
      'The Idempotency-Key came with another message before. Send this one with a key of its own.',
    )
  }

  const content = body.content
  const ids = { messageId: randomUUID(), userMessageId: randomUUID() }
  const reply = newReply(parts, actor, conversationId, ids)
  const message = { content, attachments: labels, inputs, idempotencyKey }
  const unplaced = { id: ids.userMessageId, content, inputs, position: null }
  if (meter.capped) {
    const before = await again()
    if (before) return before
  }
  const ahead = await prepareAhead(parts, reply, unplaced)

  const insert = async (): Promise<number> => {
    return await sql.begin(async (tx) => {
      const position = placeOf(await insertSent(tx, reply, message))
      await recordAudit(tx, actor, 'message.send', { type: 'message', id: ids.userMessageId })
      if (ahead) await meter.reserve(tx, reply, ahead.need)
      return position
    })
  }
  const store = async (expired = false): Promise<number | ReplyAddress> => {
    try {
      return await insert()
    } catch (error) {
      const taken = takenBy(error)
      if (taken === null) throw error
      const before = await again()
      if (before) return before
      if (expired || taken === 'key') throw alreadyAnswering()
      // The reply that is in the way may be one whose process died.
      await interruptExpired(sql, { workspaceId, conversationId })
      return await store(true)
    }
  }

  const stored = await store()
  if (typeof stored !== 'number') return stored
  launchReply(parts, reply, { ...unplaced, position: stored }, { ahead })
  return { workspaceId, conversationId, messageId: ids.messageId }
}

function placeOf(position: number | undefined): number {
  if (position === undefined) throw missingConversation()
  return position
}
