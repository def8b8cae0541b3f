// Makes a model port of a protocol: asks, streams the answer, puts a price on it, and explains what went wrong.

import { Problem } from '../problem.ts'
import { AnswerFailed, isFiltered } from './answer-failed.ts'
import type { Protocol } from './answer-reader.ts'
import type { ModelEvent, ModelPort, ModelRequest } from './model.ts'
import type { ModelOptions } from './model-options.ts'
import { failureProblem } from './model-problem.ts'
import { createAsker, type OpenAnswer } from './open-answer.ts'
import { priceOf } from './price.ts'
import { type AnswerReading, readAnswer } from './read-answer.ts'

/** A model behind `protocol`. Errors are explained in `ModelPort`. */
export const createStreamingModel = (options: ModelOptions, protocol: Protocol): ModelPort => {
  const { model, timeout_ms = 60_000, watch } = options
  const host = new URL(options.base_url).host
  const ask = createAsker(options, protocol)
  // A model that thinks before it speaks is silent for longer than one that is not there.
  const silence = 3 * timeout_ms

  async function* stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    // One that ends with the answer: the caller's may live on, and would keep what listens to it.
    const stop = new AbortController()
    const onAbort = () => stop.abort()
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) stop.abort()
    let answer: OpenAnswer | undefined
    let reading: AnswerReading | undefined
    watch?.asked()
    try {
      answer = await ask(request, stop.signal)
      const createReader = (feed: Parameters<typeof protocol.createReader>[0]) => protocol.createReader(feed, model)
      reading = readAnswer(answer.body, createReader, silence, stop.signal)
      for (let events = await reading.next(); events; events = await reading.next()) {
        for (const event of events) {
          if (event.type === 'usage') {
            event.usage.cost = priceOf(event.usage, options.prices)
            watch?.used(event.usage)
          }
          if (event.type === 'end' && event.reason !== 'stop' && event.reason !== 'aborted') watch?.failed(event.reason)
          yield event
        }
      }
    } catch (error) {
      if (signal.aborted) return yield { type: 'end', reason: 'aborted' }
      if (error instanceof AnswerFailed && isFiltered(error.code, error.said)) {
        watch?.failed('content_filter')
        return yield { type: 'end', reason: 'content_filter' }
      }
      const problem = error instanceof AnswerFailed ? failureProblem(error, { model, host }) : error
      watch?.failed(problem instanceof Problem ? problem.code : 'internal')
      throw problem
    } finally {
      signal.removeEventListener('abort', onAbort)
      reading?.close()
      answer?.leave()
    }
  }

  return { name: model, host, stream }
}
