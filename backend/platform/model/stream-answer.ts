// The streaming loop that every protocol shares: from the bytes of an answer to model events.
import type { Readable } from 'node:stream'
import { AnswerFailed, isFiltered } from './answer-failed.ts'
import type { AnswerReader } from './answer-reader.ts'
import type { ModelEvent } from './model.ts'
import { createModelFeed, type ModelFeed } from './model-feed.ts'
import { createBodyReader } from './read-body.ts'
import { createPayloadReader } from './read-payloads.ts'

/** How long an answer whose end is known may still bring its usage. */
const patience = 5_000

/**
 * The events of the answer in `body`. Throws `AnswerFailed` when the provider says that it failed; every other end is
 * an `end` event.
 */
export async function* streamAnswer(
  body: Readable,
  createReader: (feed: ModelFeed) => AnswerReader,
  silence_ms: number,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  const feed = createModelFeed()
  const reader = createReader(feed)
  const bytes = createBodyReader(body, silence_ms, signal)
  const decoder = new TextDecoder()
  let failure: unknown
  let done = false
  let patient = false

  const payloads = createPayloadReader(
    (payload, event) => {
      // What was said before a failure is told before it.
      if (failure !== undefined || done || feed.ended()) return
      try {
        reader.read(payload, event)
      } catch (error) {
        failure = error
      }
    },
    () => {
      done = true
    },
  )
  const settle = () => {
    if (feed.ended()) return
    // A payload that could not be read is missing from the answer: it must not count as whole.
    if (payloads.damaged()) feed.end('broken')
    else reader.close(done)
  }

  try {
    while (true) {
      const piece = await bytes.next()
      if (signal.aborted) {
        feed.stop()
        yield* feed.take()
        return yield { type: 'end', reason: 'aborted' }
      }
      if (piece) payloads.feed(decoder.decode(piece, { stream: true }))
      else {
        payloads.feed(decoder.decode())
        payloads.close()
      }
      if (failure instanceof AnswerFailed && isFiltered(failure.code, failure.said)) {
        feed.end('content_filter')
        failure = undefined
      }
      if (failure !== undefined) feed.stop()
      else if (done || !piece) settle()
      for (const event of feed.take()) yield event
      if (failure !== undefined) throw failure
      if (feed.ended()) return
      if (!patient && reader.settled()) {
        patient = true
        bytes.wait(Math.min(patience, silence_ms))
      }
    }
  } finally {
    bytes.close(feed.ended() && !signal.aborted)
  }
}
