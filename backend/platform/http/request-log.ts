// Gives every request an id and one line in the log, without its contents.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Request, RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'
import type { Log } from '../log.ts'

/** An id that the caller may choose; anything else could forge lines in somebody's log. */
const acceptable = /^[\w\-=]{1,255}$/

const pathOf = (url: string | undefined) => (url ?? '').split('?')[0]

/** The id of the request: in the log, in the answer's `X-Request-Id`, in problems. */
export const requestIdOf = (req: IncomingMessage): string => String(req.id)

/** How the log names a request: no headers, no query, no body. */
export const describeRequest = (req: Request) => ({
  id: requestIdOf(req),
  method: req.method,
  path: pathOf(req.originalUrl),
})

export function requestLog(log: Log): RequestHandler {
  return pinoHttp({
    // Its lines hold what is said below and nothing else: there is nothing in them to hide.
    logger: log.child({}, { redact: [] }),
    genReqId(req, res) {
      const given = req.headers['x-request-id']
      const id = typeof given === 'string' && acceptable.test(given) ? given : randomUUID()
      res.setHeader('X-Request-Id', id)
      return id
    },
    // Problems are logged by the problem handler, with their reason.
    customLogLevel: (_req, res) => (res.statusCode >= 400 ? 'silent' : 'info'),
    serializers: {
      req: (req: { id: string; method: string; url: string }) => ({
        id: req.id,
        method: req.method,
        path: pathOf(req.url),
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
  })
}
