// The model port over OpenAI's Responses API, for OpenAI itself and servers that speak the same.
import OpenAI, { APIConnectionError, APIError } from 'openai'
import type { ResponseStreamEvent } from 'openai/resources/responses/responses'
import { Problem } from '../problem.ts'
import type { ModelEvent, ModelPort, ModelRequest } from './model.ts'
import { toModelProblem } from './model-problem.ts'
import { AnswerFailed, createResponsesReader } from './responses-events.ts'

/** `timeout_ms` bounds the wait for an answer to begin; once it has begun, a silence of three times that is a break. */
export type ResponsesModelOptions = {
  api_key: string
  base_url: string
  model: string
  timeout_ms?: number
  max_retries?: number
}

class Silence extends Error {}

/** The next event, or `Silence` when none comes in time. */
const nextInTime = async <T>(events: AsyncIterator<T>, ms: number): Promise<IteratorResult<T>> => {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silence('The model fell silent')), ms)
  })
  try {
    return await Promise.race([events.next(), silence])
  } finally {
    clearTimeout(timer)
  }
}

const toBody = (request: ModelRequest, model: string) => ({
  model,
  instructions: request.instructions,
  input: request.messages.map((message) => ({ role: message.role, content: message.text })),
  tools: request.tools.map((tool) => ({ type: 'function' as const, strict: true, ...tool })),
  ...(request.cache_key ? { prompt_cache_key: request.cache_key } : {}),
  // Nothing that people send is kept at the provider for later requests.
  store: false,
  stream: true as const,
})

/** A model behind the Responses API. Errors are explained in `ModelPort`. */
export const createResponsesModel = (options: ResponsesModelOptions): ModelPort => {
  const { model } = options
  const timeout = options.timeout_ms ?? 60_000
  // A model that thinks before it speaks is silent for longer than one that is not there.
  const silence = 3 * timeout
  const host = new URL(options.base_url).host
  const client = new OpenAI({
    apiKey: options.api_key,
    baseURL: options.base_url,
    timeout,
    maxRetries: options.max_retries ?? 2,
    logLevel: 'off',
  })

  const explain = (error: unknown): Error => {
    if (error instanceof AnswerFailed) {
      const failed = new APIError(undefined, { code: error.code }, undefined, undefined)
      return toModelProblem(failed, model, host) ?? error
    }
    return toModelProblem(error, model, host) ?? (error instanceof Error ? error : new Error(String(error)))
  }

  async function* stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    const stop = new AbortController()
    const onAbort = () => stop.abort()
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) stop.abort()
    const read = createResponsesReader(model)
    try {
      let events: AsyncIterator<ResponseStreamEvent>
      try {
        const answer = await client.responses.create(toBody(request, model), { signal: stop.signal })
        events = answer[Symbol.asyncIterator]()
      } catch (error) {
        if (signal.aborted) return yield { type: 'end', reason: 'aborted' }
        throw explain(error)
      }
      while (true) {
        let found: ModelEvent[]
        try {
          const next = await nextInTime(events, silence)
          if (next.done) return yield { type: 'end', reason: signal.aborted ? 'aborted' : 'broken' }
          found = read(next.value)
        } catch (error) {
          if (signal.aborted) return yield { type: 'end', reason: 'aborted' }
          const problem = error instanceof APIConnectionError ? null : explain(error)
          if (problem instanceof Problem) throw problem
          // Whatever else stops a stream halfway (a reset, a line that is no JSON, silence) is a break.
          return yield { type: 'end', reason: 'broken' }
        }
        for (const event of found) {
          yield event
          if (event.type === 'end') return
        }
      }
    } finally {
      signal.removeEventListener('abort', onAbort)
      stop.abort()
    }
  }

  return { name: model, host, stream }
}
