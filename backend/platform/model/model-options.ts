// The settings of a model port.
import type { ModelWatch } from './model.ts'
import type { ModelPrices } from './price.ts'

/**
 * `api_key` is null for a server that asks for none. `timeout_ms` bounds the wait for an answer to begin, and for a
 * turn; once an answer has begun, a silence of three times that is a break.
 */
export type ModelOptions = {
  api_key: string | null
  base_url: string
  model: string
  /** Azure's dated API. */
  api_version?: string | undefined
  organization?: string | undefined
  project?: string | undefined
  timeout_ms?: number | undefined
  max_retries?: number | undefined
  max_output_tokens?: number | undefined
  reasoning_effort?: string | undefined
  /** `auto`: until the server refuses it. */
  strict_tools?: 'on' | 'off' | 'auto' | undefined
  /** Most requests at once; without end unless told. */
  concurrency?: number | undefined
  prices?: ModelPrices | null | undefined
  watch?: ModelWatch | undefined
}
