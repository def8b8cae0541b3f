// Lets a reply that ended early go on, in the same message and the same tables.
import type { MessageState } from '../../shared/contract/schemas.ts'
import type { EngineInput } from '../extraction/engine.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { type Asked, answerOnce, type Followable } from './answer-again.ts'
import { getConversation } from './conversations.ts'
import { leaseMs } from './generations.ts'
import { type Ahead, launchReply, prepareAhead, type ReplyParts } from './launch-reply.ts'
import { findAnswered, findLatest } from './message-store.ts'
import { prepareInput } from './prepare-input.ts'
import { type Continuation, reopenReply } from './reopen-reply.ts'
import { alreadyAnswering } from './send-message.ts'

const missing = () => new Problem('not_found', 'There is no such reply in this conversation. Read its messages again.')

const notContinuable = (why: string) => new Problem('not_continuable', why)

const continuable = (state: MessageState) => !['streaming', 'complete', 'refused'].includes(state)

/** Throws when a reply that ended so, or stands there, has nothing to go on with. */
function checkEnd(state: MessageState, isLast: boolean): void {
  if (state === 'streaming') throw alreadyAnswering()
  if (state === 'complete') throw notContinuable('It is whole: nothing of it is missing. To have more, send a message.')
  if (state === 'refused')
    throw notContinuable('The model declined, and would again. Ask in other words, or paste the data as a table.')
  if (!isLast)
    throw notContinuable('Other messages came after it. Only the last reply can go on; ask for the rest in a message.')
}

/** Why there is nothing to go on with; null when there is. Without a model only tables go on that were found. */
function whyNothing(rest: EngineInput): Problem | null {
  if (rest.message.tables.length + rest.found.length === 0)
    return notContinuable('No model is configured on this server, and the message has no table to go on with.')
  const expected = rest.found.reduce((sum, { row_count }) => sum + row_count, 0)
  const there = (rest.continuing?.tables ?? []).reduce((sum, { rows }) => sum + rows.length, 0)
  return there >= expected ? notContinuable('Every row that was found in the message is there already.') : null
}

/** How long working out what is missing may take: reading the message's files again is most of it. */
const restMs = 60_000

/** Throws `not_continuable` with the reason. What the reply says and has stays; the rest comes behind it. */
export async function continueMessage(
  parts: ReplyParts,
  actor: Actor,
  conversationId: string,
  replyId: string,
  idempotencyKey: string | null,
): Promise<Followable> {
  const { sql, meter, generations } = parts
  const { workspaceId, userId } = actor
  await getConversation(sql, actor, conversationId)
  const message = await findAnswered(sql, workspaceId, conversationId, replyId)
  if (!message) throw missing()
  const address = { workspaceId, conversationId }
  const asked: Asked = { conversationId, what: ['continue', replyId], idempotencyKey }
  // Both are told only when the request is new: the reply of a repeated one may be whole by now.
  let ahead: Ahead | null = null
  let nothing: Problem | null = null
  if (continuable(message.reply_state)) {
    ahead = await prepareAhead(parts, address, message, replyId)
    if (parts.engine.kind === 'built-in')
      nothing = whyNothing((await prepareInput(sql, address, message, AbortSignal.timeout(restMs), replyId)).input)
  }

  let continuation: Continuation | undefined
  const stored = await answerOnce(parts, actor, asked, async (tx) => {
    const now = await findAnswered(tx, workspaceId, conversationId, replyId)
    if (!now) throw missing()
    const { last_position } = await findLatest(tx, workspaceId, conversationId)
    checkEnd(now.reply_state, now.reply_position === last_position)
    const reply = { workspaceId, conversationId, messageId: replyId, owner: generations.owner }
    if (nothing) throw nothing
    continuation = await reopenReply(tx, reply, leaseMs)
    if (!continuation) throw alreadyAnswering()
    if (ahead) await meter.reserve(tx, { workspaceId, userId, messageId: replyId }, ahead.need)
    return { messageId: replyId, after: continuation.lastId - 1 }
  })
  if (continuation) launchReply(parts, { ...stored, userId }, message, { continuation })
  return stored
}
