// The port to a language model: one streaming call, whatever protocol or provider stands behind it.
import type { Usage } from '../../../shared/contract/stream-events.ts'

/** A function the model may call; `parameters` is a strict JSON Schema. */
export type ModelTool = { name: string; description: string; parameters: Record<string, unknown> }

export type ModelMessage = { role: 'user' | 'assistant'; text: string }

/** `cache_key` names requests that share their beginning, so that the provider can reuse its work. */
export type ModelRequest = {
  instructions: string
  messages: ModelMessage[]
  tools: ModelTool[]
  cache_key?: string
}

/** Why an answer ended. `broken`: the connection went away or fell silent before the model said it was done. */
export type ModelEndReason = 'stop' | 'length' | 'content_filter' | 'refusal' | 'broken' | 'aborted'

/**
 * What a model says as it says it. `end` comes last, exactly once. A `tool-end` comes only when all of the call's
 * arguments have arrived.
 */
export type ModelEvent =
  | { type: 'text-delta'; text: string }
  | { type: 'refusal-delta'; text: string }
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
