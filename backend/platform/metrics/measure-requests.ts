// Counts and times the answers of a server, by operation.
import type { Request, RequestHandler, Response } from 'express'
import { routes } from '../../../shared/contract/routes.ts'
import type { Metrics } from './metrics.ts'

const names = new Map(
  Object.entries(routes).map(([name, { method, path }]) => [`${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, name]),
)

/**
 * The operation's name; for the addresses beside the operations their pattern, such as `/mcp`. What answers at no address
 * is `unknown`: nobody can make names up.
 */
function operationOf({ method, route }: Request): string {
  const path: unknown = route?.path
  if (typeof path !== 'string') return 'unknown'
  return names.get(`${method === 'HEAD' ? 'GET' : method} ${path}`) ?? path
}

const isStream = (res: Response): boolean => String(res.getHeader('Content-Type')).startsWith('text/event-stream')

/** `left`: the client went away before its answer was whole. */
const statusOf = (res: Response): string => (res.writableFinished ? `${Math.floor(res.statusCode / 100)}xx` : 'left')

/** Goes in front of everything. */
export const measureRequests =
  ({ answered }: Pick<Metrics, 'answered'>): RequestHandler =>
  (req, res, next) => {
    const began = performance.now()
    res.once('close', () => {
      const seconds = isStream(res) ? null : (performance.now() - began) / 1000
      answered(operationOf(req), req.method, statusOf(res), seconds)
    })
    next()
  }
