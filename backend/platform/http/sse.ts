// Server-sent events on any request, also a POST.
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'

export type WireEvent = { id: number; event: { type: string } }

export type EventStream = {
  /** The client is still there, and the stream has not ended. */
  readonly isOpen: boolean
  /**
   * Sends what is there together; a promise is there to be waited for when the client does not take it as fast. Nothing is
   * sent to one that has left.
   */
  send(events: WireEvent[], left: AbortSignal): Promise<void> | void
  /** Sends what is left and ends the response. */
  close(): void
}

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Neither the compression here nor a proxy may gather events to compress them.
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
}

/** A browser that loses the stream waits that long before it asks again. */
const retryMs = 2_000

const heartbeatMs = 15_000

/** The streams that are open, and when something was last sent on each. */
const open = new Map<ServerResponse, number>()

/** One clock for all. A comment keeps proxies from closing a stream on which nothing happens. */
let heart: NodeJS.Timeout | undefined

function beat(): void {
  const quietSince = performance.now() - heartbeatMs / 2
  for (const [res, sentAt] of open) if (sentAt < quietSince && !res.socket?.writableNeedDrain) write(res, ':\n\n')
}

function enter(res: ServerResponse): void {
  open.set(res, performance.now())
  heart ??= setInterval(beat, heartbeatMs).unref()
  res.once('close', () => {
    open.delete(res)
    if (open.size > 0) return
    clearInterval(heart)
    heart = undefined
  })
}

const frameOf = ({ id, event }: WireEvent): string =>
  `id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`

/**
 * False when the client does not take it as fast. What is behind the head goes to the socket as a chunk that we frame: that
 * takes half of the time of the response's own `write`, which costs more than all the rest of telling a piece of text.
 */
function write(res: ServerResponse, text: string): boolean {
  const { socket, req } = res
  // HTTP/1.0 knows no chunks; without a socket the answer to an earlier request on the connection is not over yet.
  if (!socket || req.httpVersion !== '1.1') return res.write(text)
  return !socket.writable || socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`)
}

async function untilDrained(res: ServerResponse, left: AbortSignal): Promise<void> {
  // Who leaves ends the waiting too.
  await once(res.socket ?? res, 'drain', { signal: left }).catch(() => {})
}

/** Sends the head at once: the client knows that it is connected before the first event. */
export function openEvents(res: ServerResponse, statusCode = 200): EventStream {
  res.writeHead(statusCode, headers)
  res.write(`retry: ${retryMs}\n\n`)
  enter(res)
  return {
    get isOpen() {
      return open.has(res)
    },
    send(events, left) {
      if (res.destroyed || events.length === 0) return undefined
      const [first] = events
      const more = write(res, events.length === 1 && first ? frameOf(first) : events.map(frameOf).join(''))
      open.set(res, performance.now())
      // A slow reader must not make the server hold a whole table for it.
      return more || left.aborted ? undefined : untilDrained(res, left)
    },
    close() {
      if (!res.writableEnded) res.end()
    },
  }
}

/** True when the client wants the reply as events rather than as JSON at the end. */
export const wantsEvents = (req: IncomingMessage): boolean => /\btext\/event-stream\b/i.test(req.headers.accept ?? '')
