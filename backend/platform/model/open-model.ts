// Opens the model that the configuration names, when the first message needs it.
import type { ModelEvent, ModelPort, ModelRequest, ModelWatch } from './model.ts'
import type { ModelPrices } from './price.ts'

export type ModelConfig = {
  api: 'responses' | 'chat'
  /** Null: the server at `baseUrl` asks for none. */
  apiKey: string | null
  /** Undefined: OpenAI's own. */
  baseUrl: string | undefined
  name: string
  host: string
  /** Azure's dated API. */
  apiVersion: string | undefined
  organization: string | undefined
  project: string | undefined
  timeoutMs: number
  maxOutputTokens: number | undefined
  reasoningEffort: string | undefined
  strictTools: 'on' | 'off' | 'auto'
  /** Most requests at once; undefined: as many as come. */
  concurrency: number | undefined
  /** Null: nobody said what tokens cost. */
  prices: ModelPrices | null
}

const openAi = 'https://api.openai.com/v1'

/** The model's client takes 180 ms to load: it does with the first message, not at the start. */
export const openModel = (config: ModelConfig, watch?: ModelWatch): ModelPort => {
  let opening: Promise<ModelPort> | undefined
  let opened: ModelPort | undefined
  const open = async () => {
    const { createModel } = await import('./create-model.ts')
    return createModel({
      api: config.api,
      api_key: config.apiKey,
      base_url: config.baseUrl ?? openAi,
      model: config.name,
      api_version: config.apiVersion,
      organization: config.organization,
      project: config.project,
      timeout_ms: config.timeoutMs,
      max_output_tokens: config.maxOutputTokens,
      reasoning_effort: config.reasoningEffort,
      strict_tools: config.strictTools,
      concurrency: config.concurrency,
      prices: config.prices,
      watch,
    })
  }
  async function* openAndStream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    opening ??= open()
    opened = await opening
    yield* opened.stream(request, signal)
  }
  return {
    name: config.name,
    host: config.host,
    stream: (request, signal) => (opened ? opened.stream(request, signal) : openAndStream(request, signal)),
  }
}
