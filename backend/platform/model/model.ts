// The port to a language model: one streaming call, whatever protocol or provider stands behind it.
import type { ProblemCode } from '../../../shared/contract/problems.ts'
import type { Usage } from '../../../shared/contract/stream-events.ts'

/** A function the model may call; `parameters` is a strict JSON Schema. */
export type ModelTool = { name: string; description: string; parameters: Record<string, unknown> }

export type ModelMessage = { role: 'user' | 'assistant'; text: string }

/**
 * `cache_key` names requests that share their beginning, so that the provider can reuse its work. `user` is a keyed hash
 * that tells a provider one person from another without saying who. `max_output_tokens` is at most what the server's
 * own setting allows.
 */
export type ModelRequest = {
  instructions: string
  messages: ModelMessage[]
  tools: ModelTool[]
  cache_key?: string
  user?: string
  max_output_tokens?: number
}

/** Why an answer ended. `broken`: the connection went away or fell silent before the model said it was done. */
export type ModelEndReason = 'stop' | 'length' | 'content_filter' | 'refusal' | 'broken' | 'aborted'

/**
 * What a model says as it says it; deltas that came together may be one event. `end` comes last, exactly once, and
 * `usage` at most once before it. A `tool-end` comes only when all of the call's arguments have arrived.
 * `reasoning-delta` is what it thinks aloud, no part of the answer.
 */
export type ModelEvent =
  | { type: 'text-delta'; text: string }
  | { type: 'refusal-delta'; text: string }
  | { type: 'reasoning-delta'; text: string }
  | { type: 'tool-start'; call_id: string; name: string }
  | { type: 'tool-delta'; call_id: string; json: string }
  | { type: 'tool-end'; call_id: string }
  | { type: 'usage'; usage: Usage }
  | { type: 'end'; reason: ModelEndReason }

/**
 * A model that can be asked. `name` is the model's, `host` where requests go: both are shown to people.
 * `stream` throws a `Problem` (`model_key_refused`, `model_unreachable`, `model_busy`, `model_failed`) when the model
 * does not answer or says that it failed; every other end is an `end` event.
 */
export type ModelPort = {
  name: string
  host: string
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>
}

/** Hears what becomes of requests, for whoever counts them. A stop by the person is no failure. */
export type ModelWatch = {
  asked(): void
  used(usage: Usage): void
  /** `kind` is the reason of the end, or the code of the problem. */
  failed(kind: Exclude<ModelEndReason, 'stop' | 'aborted'> | ProblemCode): void
}
