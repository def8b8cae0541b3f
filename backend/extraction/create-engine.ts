// Chooses the engine by the configuration: GPT when a model is configured, otherwise the built-in one.
import type { ModelEvent, ModelPort, ModelRequest } from '../platform/model/model.ts'
import { createBuiltInEngine } from './built-in-engine.ts'
import type { Engine } from './engine.ts'
import { createGptEngine } from './gpt-engine.ts'

type ModelConfig = { apiKey: string; baseUrl: string | undefined; name: string; host: string; timeoutMs: number }

const openAi = 'https://api.openai.com/v1'

/** The model's client takes 180 ms to load: it does when the first message needs it, not at the start. */
function openModel(config: ModelConfig): ModelPort {
  let opened: Promise<ModelPort> | undefined
  const open = async () => {
    const { createResponsesModel } = await import('../platform/model/responses-model.ts')
    return createResponsesModel({
      api_key: config.apiKey,
      base_url: config.baseUrl ?? openAi,
      model: config.name,
      timeout_ms: config.timeoutMs,
    })
  }
  async function* stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    opened ??= open()
    yield* (await opened).stream(request, signal)
  }
  return { name: config.name, host: config.host, stream }
}

/** Null: no model is configured. */
export const createEngine = (model: ModelConfig | null): Engine =>
  model ? createGptEngine(openModel(model)) : createBuiltInEngine()
