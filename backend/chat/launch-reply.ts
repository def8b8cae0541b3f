// Sets a stored reply going, and works out before it is stored what it will take where there is a cap.
import { estimateTokens } from '../extraction/estimate-tokens.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import type { ReplyAddress } from './follow-reply.ts'
import type { Prepared } from './generate-reply.ts'
import { type Generations, leaseMs } from './generations.ts'
import type { NewReply } from './message-store.ts'
import type { Meter, Need } from './meter.ts'
import { prepareInput, type ToAnswer } from './prepare-input.ts'
import type { Continuation } from './reopen-reply.ts'
import type { Charge } from './watch-usage.ts'

export type ReplyParts = {
  sql: Sql
  generations: Generations
  meter: Meter
  charge: Charge
  engine: { kind: 'built-in' | 'gpt'; model: string | null }
  messageBytes: number
  pseudonym: (userId: string) => string
}

/** Input that was made before the reply was stored, with what it will take. */
export type Ahead = { prepared: Prepared; need: Need }

/** How long working out what a message will take may last: reading its files is most of it. */
const aheadMs = 60_000

/** Null on a server without a cap: there nothing is worked out twice, and the reply begins at once. */
export async function prepareAhead(
  { sql, meter }: ReplyParts,
  address: { workspaceId: string; conversationId: string },
  message: ToAnswer,
  continuing: string | null = null,
): Promise<Ahead | null> {
  if (!meter.capped) return null
  const prepared = await prepareInput(sql, address, message, AbortSignal.timeout(aheadMs), continuing)
  return { prepared, need: await estimateTokens(prepared.input) }
}

export const newReply = (
  { generations, engine }: ReplyParts,
  actor: Actor,
  conversationId: string,
  ids: { messageId: string; userMessageId: string },
): NewReply => ({
  workspaceId: actor.workspaceId,
  userId: actor.userId,
  conversationId,
  ...ids,
  model: engine.model,
  owner: generations.owner,
  leaseMs,
})

/** To be called when the reply is stored. */
export function launchReply(
  { sql, generations, engine, meter, charge, pseudonym }: ReplyParts,
  reply: ReplyAddress & { userId: string },
  message: ToAnswer,
  { ahead = null, continuation = null }: { ahead?: Ahead | null; continuation?: Continuation | null } = {},
): void {
  const { workspaceId, conversationId, messageId, userId } = reply
  const continuing = continuation ? messageId : null
  const prepare = async (stop: AbortSignal) => {
    const address = { workspaceId, conversationId }
    const payer = { workspaceId, userId, messageId }
    try {
      const prepared = ahead?.prepared ?? (await prepareInput(sql, address, message, stop, continuing))
      const input = { ...prepared.input, pseudonym: pseudonym(userId) }
      return { ...prepared, input, watch: charge(payer) }
    } catch (error) {
      if (meter.capped) await meter.release(payer, 'failed')
      throw error
    }
  }
  const ids = { conversation_id: conversationId, message_id: messageId, user_message_id: message.id }
  generations.start(reply, prepare, continuation ?? { type: 'message-start', ...ids, model: engine.model })
}
