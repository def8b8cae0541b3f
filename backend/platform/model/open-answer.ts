// Asks a model through the OpenAI client: keys, retries, turns, and parameters that not every server takes.
import { addAbortSignal, Readable } from 'node:stream'
import { text as readText } from 'node:stream/consumers'
import OpenAI, { APIError } from 'openai'
import type { Protocol } from './answer-reader.ts'
import { findEndpoint } from './find-endpoint.ts'
import type { ModelRequest } from './model.ts'
import type { ModelOptions } from './model-options.ts'
import { toRefusal } from './model-problem.ts'
import { createPacing } from './pacing.ts'
import { isStrict, rejectedParameters } from './rejected-parameters.ts'
import { sendRequest } from './send-request.ts'

/** An answer that began, and how to say that it is over. */
export type OpenAnswer = { body: Readable; leave: () => void }

/** More of an error page is no use for finding out what it says. */
const longestRefusal = 20_000

/** A function that asks. It rejects with a `Problem`, with `AnswerFailed` when a filter refused, or when aborted. */
export const createAsker = (
  options: ModelOptions,
  protocol: Protocol,
): ((request: ModelRequest, signal: AbortSignal) => Promise<OpenAnswer>) => {
  const { model, timeout_ms = 60_000, strict_tools = 'auto' } = options
  const api = protocol.path === '/responses' ? 'responses' : 'chat'
  const endpoint = findEndpoint({ ...options, api })
  const pacing = createPacing(options.concurrency ?? Number.POSITIVE_INFINITY, timeout_ms)
  const answers = new WeakMap<Headers, string>()
  /** The client hands on what we give it; streams for the web cost more than all the rest of reading. */
  const bodies = new WeakMap<Response, Readable>()
  /** What this server was found not to take, for as long as this process lives. */
  const without = new Set<string>()

  const noting: typeof fetch = async (url, init) => {
    const { status, headers, body } = await sendRequest(url instanceof Request ? url.url : url, init ?? {})
    pacing.note(status, headers)
    if (status < 300) {
      const response = new Response(null, { status, headers })
      bodies.set(response, body)
      return response
    }
    // The client keeps an error's body only where OpenAI puts it.
    const text = (await readText(init?.signal ? addAbortSignal(init.signal, body) : body)).slice(0, longestRefusal)
    const copy = new Response(text || null, { status, headers })
    answers.set(copy.headers, text)
    return copy
  }

  const client = new OpenAI({
    apiKey: options.api_key ?? 'none',
    adminAPIKey: null,
    organization: options.organization ?? null,
    project: options.project ?? null,
    baseURL: endpoint.baseUrl,
    defaultQuery: endpoint.query,
    defaultHeaders: endpoint.headers,
    fetch: noting,
    timeout: timeout_ms,
    maxRetries: options.max_retries ?? 2,
    logLevel: 'off',
  })

  const longest = (request: ModelRequest): number | undefined => {
    const found = Math.min(
      request.max_output_tokens ?? Number.POSITIVE_INFINITY,
      options.max_output_tokens ?? Number.POSITIVE_INFINITY,
    )
    return Number.isFinite(found) ? found : undefined
  }

  const post = async (request: ModelRequest, signal: AbortSignal, loose = false): Promise<Response> => {
    const body = protocol.body(request, {
      model,
      provider: endpoint.provider,
      max_output_tokens: longest(request),
      reasoning_effort: options.reasoning_effort,
      strict: strict_tools !== 'off' && !loose && !without.has('strict'),
      without,
    })
    try {
      return await client.post(protocol.path, { body, signal, stream: true }).asResponse()
    } catch (error) {
      const status = error instanceof APIError ? error.status : undefined
      const answer = (error instanceof APIError && error.headers && answers.get(error.headers)) || ''
      const keep = strict_tools === 'on' ? ['strict'] : []
      const rejected = rejectedParameters(status, answer, body).filter((name) => !keep.includes(name))
      if (rejected.length > 0) {
        for (const name of rejected) without.add(name)
        return post(request, signal, loose)
      }
      // One schema that is too much for a server's strict mode says nothing about the next one's.
      if (status === 400 && strict_tools === 'auto' && isStrict(body) && /schema/i.test(answer))
        return post(request, signal, true)
      throw toRefusal(error, answer, { model, host: endpoint.host, api })
    }
  }

  return async (request, signal) => {
    const leave = await pacing.enter(signal).catch((error: unknown) => {
      throw toRefusal(error, '', { model, host: endpoint.host, api })
    })
    try {
      const response = await post(request, signal)
      return { body: bodies.get(response) ?? Readable.from([]), leave }
    } catch (error) {
      leave()
      throw error
    }
  }
}
