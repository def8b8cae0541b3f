// Follows a reply to its end, however often the connection breaks: nothing is missed and nothing comes twice.
import type { StreamEvent } from '../contract/stream-events.ts'
import { isAbort, NoAnswerError, ProblemError } from './problem-error.ts'
import { readEvents } from './read-events.ts'

export type ReplyStream = {
  /** Asks for the reply: the same answer however often it is asked, for it carries an Idempotency-Key. */
  begin(): Promise<Response>
  /** Asks for the events of a message after the one with that id. */
  resume(messageId: string, lastEventId: string): Promise<Response>
  /** The message, where it is known before the first event. */
  messageId: string | null
  retries: number
  sleep(ms: number): Promise<void>
}

const messageIn = (event: StreamEvent): string | null =>
  event.type === 'message-start' || event.type === 'message-continue' ? event.message_id : null

/** Throws what the last attempt threw when several in a row bring nothing new. */
export async function* followReply(stream: ReplyStream): AsyncGenerator<StreamEvent> {
  let messageId = stream.messageId
  let lastId: string | null = null
  for (let fruitless = 0; ; fruitless++) {
    try {
      const known = messageId !== null && lastId !== null
      const answer: Response = known ? await stream.resume(messageId ?? '', lastId ?? '') : await stream.begin()
      for await (const { id, event } of readEvents(answer)) {
        // Told before: a proxy, or another server, that does not know where the stream was left.
        if (lastId !== null && Number(id) <= Number(lastId)) continue
        fruitless = 0
        if (id !== '') lastId = id
        messageId = messageIn(event) ?? messageId
        yield event
        if (event.type === 'message-end') return
      }
      if (fruitless >= stream.retries) throw new NoAnswerError('The stream ended before the reply did.')
    } catch (error) {
      // What the server says about the request holds for the next attempt too.
      if (isAbort(error) || error instanceof ProblemError || fruitless >= stream.retries) throw error
    }
    await stream.sleep(Math.min(10_000, 500 * 2 ** fruitless))
  }
}
