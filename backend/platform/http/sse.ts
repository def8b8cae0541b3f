// Server-sent events on any request, also a POST.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type BuiltInConnectionOptions, createSession, NodeHttp1Connection, type Session } from 'better-sse'

/**
 * better-sse learns that the client left from `close` of the request, which Node emits as soon as a POST body has been
 * read, or never; `close` of the response is right for every method. The listener is taken off the request, so that
 * neither an early nor a missing `close` matters, and stays on the response.
 */
class PostConnection extends NodeHttp1Connection {
  constructor(req: IncomingMessage, res: ServerResponse, options: BuiltInConnectionOptions) {
    const before = new Set(req.listeners('close'))
    super(req, res, options)
    for (const listener of req.listeners('close')) if (!before.has(listener)) req.off('close', listener as () => void)
  }
}

export type EventSession = Session

const heartbeatMs = 15_000

/**
 * Opens the stream and resolves when its head is sent. `session.push(data, type, id)` sends; `session.isConnected` and
 * the event `disconnected` tell when the client has left; end it with `closeEvents(session)`.
 */
export async function openEvents(req: IncomingMessage, res: ServerResponse, statusCode = 200): Promise<EventSession> {
  const headers = { 'Cache-Control': 'no-cache, no-transform', 'X-Accel-Buffering': 'no' }
  const options = { statusCode, headers }
  return await createSession(new PostConnection(req, res, options), { ...options, keepAlive: heartbeatMs })
}

/** Sends what is left and ends the response. */
export function closeEvents(res: ServerResponse): void {
  if (!res.writableEnded) res.end()
}

/** True when the client wants the reply as events rather than as JSON at the end. */
export const wantsEvents = (req: IncomingMessage): boolean => /\btext\/event-stream\b/i.test(req.headers.accept ?? '')
