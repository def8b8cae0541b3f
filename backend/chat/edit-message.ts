// Changes what a message says and answers it again; what it said before is kept as a version of it.
import { randomUUID } from 'node:crypto'
import type { MessageBody } from '../../shared/contract/schemas.ts'
import type { Actor } from '../platform/http/actor.ts'
import { matchesEtag } from '../platform/http/etag.ts'
import { Problem } from '../platform/problem.ts'
import { type Asked, answerOnce, type Followable, supersede } from './answer-again.ts'
import { checkMessage } from './check-message.ts'
import { getConversation } from './conversations.ts'
import { launchReply, newReply, prepareAhead, type ReplyParts } from './launch-reply.ts'
import { findSent, insertReply, updateSent } from './message-store.ts'
import { storedFormat } from './resolve-format.ts'

const missing = () =>
  new Problem('not_found', 'There is no such message of yours in this conversation. Read its messages again.')

const stale = () => new Problem('stale', 'The message has changed since you read it. Read it again, then change it.')

/**
 * What the body leaves out of attachments, template, format and locale stays as it was. Everything after the message is kept,
 * and is not listed any more.
 */
export async function editMessage(
  parts: ReplyParts,
  actor: Actor,
  conversationId: string,
  messageId: string,
  body: MessageBody,
  { idempotencyKey, ifMatch }: { idempotencyKey: string | null; ifMatch: string | undefined },
): Promise<Followable> {
  const { sql, meter, messageBytes } = parts
  const { workspaceId } = actor
  await getConversation(sql, actor, conversationId)
  const before = await findSent(sql, workspaceId, conversationId, messageId)
  if (!before) throw missing()
  const { attachments = before.inputs.attachments, template = before.inputs.template } = body
  // A new template takes the place of the format of before, and a new format that of the template.
  const response_format = body.response_format ?? (body.template ? undefined : storedFormat(before.inputs))
  const columns = response_format ? { response_format } : { template }
  const whole = { content: body.content, attachments, locale: body.locale ?? before.inputs.locale, ...columns }
  const { labels, inputs } = await checkMessage(sql, workspaceId, whole, messageBytes)
  const message = { id: messageId, content: body.content, inputs, position: before.position }
  const need = (await prepareAhead(parts, { workspaceId, conversationId }, message))?.need
  const replyId = randomUUID()
  const asked: Asked = { conversationId, what: ['edit', messageId, body], idempotencyKey }
  const stored = await answerOnce(parts, actor, asked, async (tx) => {
    const now = await findSent(tx, workspaceId, conversationId, messageId)
    if (!now) throw missing()
    if (!matchesEtag(ifMatch, now.updated_at)) throw stale()
    await supersede(tx, workspaceId, conversationId, before.position)
    await updateSent(tx, workspaceId, messageId, { content: body.content, attachments: labels, inputs })
    const reply = newReply(parts, actor, conversationId, { messageId: replyId, userMessageId: messageId })
    await insertReply(tx, reply)
    if (need) await meter.reserve(tx, reply, need)
    return { messageId: replyId, after: 0 }
  })
  if (stored.messageId === replyId) launchReply(parts, { ...stored, userId: actor.userId }, message)
  return stored
}
