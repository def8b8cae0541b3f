// The last two handlers: what no route took, and every error turned into application/problem+json and logged once.
import type { ErrorRequestHandler, RequestHandler } from 'express'
import { type ProblemCode, problems } from '../../../shared/contract/problems.ts'
import { basePath, routes } from '../../../shared/contract/routes.ts'
import type { Log } from '../log.ts'
import { Problem, problemBody } from '../problem.ts'
import { describeRequest, requestIdOf } from './request-log.ts'

const patterns = Object.values(routes).map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${basePath}${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`),
}))

/** 405 with `Allow` for a known address, 404 for the rest. */
export const unknownRoute: RequestHandler = (req) => {
  const methods = patterns.filter(({ pattern }) => pattern.test(req.path)).map(({ method }) => method)
  if (methods.length === 0)
    throw new Problem(
      'not_found',
      `There is nothing at this address. The API is described at ${basePath}/openapi.json.`,
    )
  const allowed = methods.join(', ')
  throw new Problem('method_not_allowed', `Use one of: ${allowed}.`, { headers: { Allow: `${allowed}, OPTIONS` } })
}

/** Codes of postgres.js and the network for a database that is away, and of PostgreSQL for one that is closing or full. */
const databaseAway =
  /^(ECONNREFUSED|ECONNRESET|CONNECTION_(CLOSED|ENDED|DESTROYED|REFUSED)|CONNECT_TIMEOUT|57P0[1-3]|53300)$/

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const { code, status } = (error ?? {}) as { code?: unknown; status?: unknown }
  if (typeof code === 'string' && databaseAway.test(code))
    return new Problem('unavailable', 'The server’s database does not answer. Try again in a moment.', { cause: error })
  // What Express itself finds wrong, such as a broken percent escape in the address.
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new Problem('invalid_request', 'The request could not be read. Check the address and the headers.', {
      cause: error,
    })
  return new Problem('internal', 'This is a fault of the server. Try again; if it stays, report the request id.', {
    cause: error,
  })
}

/** `onProblem` hears which problem was answered. */
export const problemHandler =
  (log: Log, onProblem: (code: ProblemCode) => void = () => {}): ErrorRequestHandler =>
  (error, req, res, _next) => {
    // The person left while their request was read: nobody to tell, nothing to fix.
    if ((error as { type?: string } | null)?.type === 'request.aborted' || (req.destroyed && !req.complete)) {
      res.destroy()
      return
    }
    const problem = toProblem(error)
    const { status } = problems[problem.code]
    onProblem(problem.code)
    const line = { req: describeRequest(req), status, code: problem.code, detail: problem.detail }
    if (status >= 500) log.error({ ...line, err: problem.cause ?? problem }, 'request failed')
    else log.warn(line, 'request refused')

    if (res.headersSent) {
      res.destroy()
      return
    }
    if (status === 401) res.set('WWW-Authenticate', 'Bearer realm="tablewright"')
    res.set(problem.headers).status(status).type('application/problem+json')
    res.send(JSON.stringify(problemBody(problem, requestIdOf(req))))
  }
