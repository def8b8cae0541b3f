// What the many words for why a Chat Completions answer ended mean.
import type { ModelEndReason } from './model.ts'

export type Finish = Exclude<ModelEndReason, 'aborted'> | 'failed'

const words: Record<string, Finish> = {
  length: 'length',
  max_tokens: 'length',
  max_length: 'length',
  max_output_tokens: 'length',
  model_length: 'length',
  model_context_window_exceeded: 'length',
  content_filter: 'content_filter',
  content_filtered: 'content_filter',
  safety: 'content_filter',
  sensitive: 'content_filter',
  recitation: 'content_filter',
  blocklist: 'content_filter',
  prohibited_content: 'content_filter',
  spii: 'content_filter',
  refusal: 'refusal',
  abort: 'broken',
  aborted: 'broken',
  cancelled: 'broken',
  timeout: 'broken',
  insufficient_system_resource: 'broken',
  error: 'failed',
  network_error: 'failed',
  malformed_function_call: 'failed',
}

/** Null when `value` says nothing yet; a word that nobody knows means that the model was done. */
export const readFinish = (value: unknown): Finish | null => {
  if (typeof value !== 'string' || value === '' || value === 'null') return null
  return words[value.toLowerCase()] ?? 'stop'
}
