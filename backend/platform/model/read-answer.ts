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

export type AnswerReading = {
  /**
   * What came next, or null behind the `end` event. Rejects with `AnswerFailed` when the provider says that it failed, after
   * what it said before; every other end is an `end` event.
   */
  next(): Promise<ModelEvent[] | null>
  /** To be called at the end, and when nobody wants more. */
  close(): void
}

/** Reads the answer in `body`. No generator: each that a piece of text goes through costs as much as reading it. */
export const readAnswer = (
  body: Readable,
  createReader: (feed: ModelFeed) => AnswerReader,
  silence_ms: number,
  signal: AbortSignal,
): AnswerReading => {
  const feed = createModelFeed()
  const reader = createReader(feed)
  const bytes = createBodyReader(body, silence_ms, signal)
  const decoder = new TextDecoder()
  let failure: unknown
  let done = false
  let over = false
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

  const take = (piece: Uint8Array | null): ModelEvent[] => {
    if (signal.aborted) {
      feed.stop()
      over = true
      return [...feed.take(), { type: 'end', reason: 'aborted' }]
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
    over = feed.ended()
    if (!over && !patient && reader.settled()) {
      patient = true
      bytes.wait(Math.min(patience, silence_ms))
    }
    return feed.take()
  }

  return {
    async next() {
      while (failure === undefined && !over) {
        const events = take(await bytes.next())
        if (events.length > 0) return events
      }
      if (failure !== undefined) throw failure
      return null
    },
    close: () => bytes.close(feed.ended() && !signal.aborted),
  }
}
