// Reads how many tokens an answer took, by whatever names a server counts them.
import type { Usage } from '../../../shared/contract/stream-events.ts'
import { count, type Json, record } from './json-values.ts'

const first = (...values: unknown[]): number => {
  for (const value of values) if (typeof value === 'number') return count(value)
  return 0
}

/** Null when `value` holds no counts. */
export const readUsage = (value: unknown, model: string): Usage | null => {
  const used: Json | null = record(value)
  if (!used) return null
  const input = record(used.input_tokens_details) ?? record(used.prompt_tokens_details)
  const known = ['input_tokens', 'prompt_tokens', 'output_tokens', 'completion_tokens'].some(
    (name) => typeof used[name] === 'number',
  )
  if (!known) return null
  const input_tokens = first(used.input_tokens, used.prompt_tokens)
  const cached = first(
    input?.cached_tokens,
    used.prompt_cache_hit_tokens,
    used.cached_tokens,
    used.cache_read_input_tokens,
  )
  return {
    model,
    input_tokens,
    cached_tokens: Math.min(cached, input_tokens),
    output_tokens: first(used.output_tokens, used.completion_tokens),
  }
}
