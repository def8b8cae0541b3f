// Says what a message would take before it is sent: the model's tokens and money, and the rows that need no model.
import { randomUUID } from 'node:crypto'
import type { Estimate, EstimateBody } from '../../shared/contract/usage-schemas.ts'
import { estimateTokens } from '../extraction/estimate-tokens.ts'
import type { Actor } from '../platform/http/actor.ts'
import { checkMessage } from './check-message.ts'
import { getConversation } from './conversations.ts'
import type { ReplyParts } from './launch-reply.ts'
import { prepareInput } from './prepare-input.ts'

/** Reading the message's files is most of it. */
const estimateMs = 60_000

/** From here on a person is asked first: about what a model answers in a minute or two. */
const largeTokens = 30_000

/** For a message to a conversation that there is not yet. */
const nowhere = '00000000-0000-0000-0000-000000000000'

/** Throws what `sendMessage` would throw about the message itself; nothing is stored. */
export async function estimateMessage(parts: ReplyParts, actor: Actor, body: EstimateBody): Promise<Estimate> {
  const { sql, meter, engine, messageBytes } = parts
  const { workspaceId } = actor
  const { conversation_id: conversationId = nowhere, ...message } = body
  if (body.conversation_id) await getConversation(sql, actor, conversationId)
  const { inputs } = await checkMessage(sql, workspaceId, message, messageBytes)
  const unsent = { id: randomUUID(), content: message.content, inputs, position: null }
  const address = { workspaceId, conversationId }
  const { input } = await prepareInput(sql, address, unsent, AbortSignal.timeout(estimateMs))
  const rows = input.found.reduce((sum, table) => sum + table.row_count, 0)
  if (engine.model === null)
    return {
      ...{ engine: engine.kind, model: null, input_tokens: 0, output_tokens: 0, cost: null },
      ...{ rows_read_without_model: rows, remaining_today: null, large: false },
    }
  const { input_tokens, output_tokens } = await estimateTokens(input)
  const cost = meter.price({ model: engine.model, input_tokens, cached_tokens: 0, output_tokens })
  const remaining = await meter.findRemaining(actor)
  const total = input_tokens + output_tokens
  const most = Math.min(largeTokens, (remaining?.tokens ?? Number.POSITIVE_INFINITY) / 2)
  const dear = (cost?.amount ?? 0) > (remaining?.cost?.amount ?? Number.POSITIVE_INFINITY) / 2
  return {
    ...{ engine: engine.kind, model: engine.model, input_tokens, output_tokens, cost },
    ...{ rows_read_without_model: rows, remaining_today: remaining, large: total > most || dear },
  }
}
