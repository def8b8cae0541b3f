// Reads bytes with the readers of the port, past the network, which would join small pieces.
import { Readable } from 'node:stream'
import { AnswerFailed } from '../answer-failed.ts'
import { createChatReader } from '../chat-events.ts'
import type { ModelEvent } from '../model.ts'
import { createResponsesReader } from '../responses-events.ts'
import { streamAnswer } from './stream-answer.ts'

/** `bytes` in pieces of `size`. */
export const cutBytes = (bytes: Buffer, size: number): Buffer[] => {
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
  return pieces
}

/** The events in these pieces, and whether the provider said that it failed. */
export const readPieces = async (
  api: 'chat' | 'responses',
  pieces: Buffer[],
): Promise<{ events: ModelEvent[]; failed: boolean }> => {
  const body = Readable.from(pieces)
  const reader = api === 'chat' ? createChatReader : createResponsesReader
  const events: ModelEvent[] = []
  try {
    for await (const event of streamAnswer(body, (feed) => reader(feed, 'm'), 60_000, new AbortController().signal))
      events.push(event)
  } catch (error) {
    if (!(error instanceof AnswerFailed)) throw error
    return { events, failed: true }
  }
  return { events, failed: false }
}
