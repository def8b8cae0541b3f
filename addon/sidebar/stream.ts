// Reads a reply's events, goes on after a broken connection with Last-Event-ID, and never hands on an event twice.
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import { ApiProblem, isAbort, Unreachable } from './fault.ts'
import { readEventStream } from './read-event-stream.ts'

export type Follow = {
  /** Opens the first connection; `resume` opens every later one, after the event with that id. */
  start: (signal: AbortSignal) => Promise<Response>
  resume: (lastEventId: string, messageId: string, signal: AbortSignal) => Promise<Response>
  onEvent: (event: StreamEvent) => void
  /** Called with true when the connection broke and with false when it is back. */
  onBroken: (broken: boolean) => void
  signal: AbortSignal
  /** Milliseconds before the n-th attempt in a row. */
  backoff?: (attempt: number) => number
  /** When the reply is known already (after a reload), a first connection that fails is tried again too. */
  messageId?: string
}

const doubling = (attempt: number) => Math.min(500 * 2 ** attempt, 8000)

/**
 * Ends when the last `message-end` was handed on; a reply that was continued has more than one. Throws what `start`
 * throws while no message is known; after that only a problem that waiting cannot mend ends it: an answer below 500
 * that does not pass soon, or an AbortError.
 */
export async function followReply(follow: Follow): Promise<void> {
  const { signal, onEvent, onBroken, backoff = doubling } = follow
  let lastId = ''
  let messageId = follow.messageId
  let attempt = 0
  let ended = false

  const take = (id: string | undefined, event: StreamEvent) => {
    if (id !== undefined && lastId !== '' && Number(id) <= Number(lastId)) return
    if (id !== undefined) lastId = id
    if (event.type === 'message-start' || event.type === 'message-continue') messageId = event.message_id
    // A reply that was continued goes on after its first end.
    ended = event.type === 'message-end'
    attempt = 0
    onEvent(event)
  }

  let open: () => Promise<Response> = () => follow.start(signal)
  while (!ended) {
    try {
      const response = await open()
      if (attempt > 0) onBroken(false)
      await readEvents(response, take)
      if (!ended) throw new Unreachable()
    } catch (error) {
      if (ended) return
      if (isAbort(error) || signal.aborted) throw error
      const known = messageId
      const lasting = error instanceof ApiProblem && error.status < 500 && !passesSoon(error)
      if (known === undefined || lasting) throw error
      attempt += 1
      onBroken(true)
      await pause(backoff(attempt), signal)
      open = () => (lastId === '' ? follow.start(signal) : follow.resume(lastId, known, signal))
    }
  }
}

/** Too many at once ends by itself in seconds; the cap of a day does not. */
function passesSoon({ status, fault }: ApiProblem): boolean {
  return status === 429 && fault.code !== 'daily_cap_reached'
}

async function readEvents(response: Response, take: (id: string | undefined, event: StreamEvent) => void) {
  if (response.body === null) return
  // The event was made and checked by the contract on the other side.
  const read = readEventStream((data, id) => take(id, JSON.parse(data) as StreamEvent))
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  for (;;) {
    const { done, value } = await readInTime(reader)
    if (done) return
    read(decoder.decode(value, { stream: true }))
  }
}

/** The server sends a sign of life at least every 15 s; after three missed ones the connection is dead, not quiet. */
async function readInTime(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reader.cancel().catch(() => {})
      reject(new Unreachable())
    }, 45_000)
  })
  try {
    return await Promise.race([reader.read(), silence])
  } finally {
    clearTimeout(timer)
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new DOMException('No longer followed.', 'AbortError'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })
}
