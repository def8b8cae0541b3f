// Puts an operation of the contract on a router: who may come in, parsing and validation in both directions.
import { randomUUID } from 'node:crypto'
import type { Request, Response, Router } from 'express'
import type * as z from 'zod'
import { limits } from '../../../shared/contract/limits.ts'
import type { Operation } from '../../../shared/contract/operation.ts'
import {
  type BodyOf,
  type Operations,
  operations,
  type ParamsOf,
  type QueryOf,
  type ResponseOf,
} from '../../../shared/contract/operations.ts'
import { isOpen, type OpenOperationName, type OperationName, routes } from '../../../shared/contract/routes.ts'
import type { Done } from '../audit/record-audit.ts'
import { Problem } from '../problem.ts'
import type { Actor } from './actor.ts'
import { admitActor, admitAnybody, doorOf } from './admit.ts'
import { answerAgain, readersOf } from './answer-again.ts'
import { discardRest, jsonBody, type UploadedBytes, uploadOf } from './body.ts'
import { idempotencyKeyOf, keepsAnswers } from './keyed-request.ts'
import { locationOf, madeAt } from './made-at.ts'
import { pageSizeOf, withPageSize } from './page-size.ts'
import { type Rendered, render } from './render.ts'
import { requestIdOf } from './request-log.ts'
import { send } from './send.ts'
import { workOnce } from './work-once.ts'

export type HandlerInput<N extends OperationName> = {
  params: ParamsOf<N>
  query: QueryOf<N>
  body: BodyOf<N>
  /** Undefined in operations that are open. */
  actor: N extends OpenOperationName ? undefined : Actor
  /** Only in binary operations. */
  upload: Operations[N] extends { binary: true } ? UploadedBytes : undefined
  requestId: string
  /**
   * The same whenever the same request is worked on again with its Idempotency-Key, also after a crash: an id for what it
   * makes, so that it is made once. New for every request without a key.
   */
  operationId: string
  req: Request
  res: Response
}

/** An operation that streams or sends a file answers by itself, through `res`, and returns undefined. */
export type HandlerOutput<N extends OperationName> = Operations[N] extends { stream: true }
  ? ResponseOf<N> | undefined
  : ResponseOf<N>

export type Handler<N extends OperationName> = (input: HandlerInput<N>) => Promise<HandlerOutput<N>> | HandlerOutput<N>

export type MountOptions<N extends OperationName> = {
  fileBytes?: number
  /**
   * For a write that was begun before with its Idempotency-Key, and not answered: what it answers now, null when it is still to
   * be done. `done` is what the audit log knows of it. Left out, what is known to be done is read where it can be read.
   */
  again?: (input: HandlerInput<N>, done: Done | null) => Promise<{ value: HandlerOutput<N> } | null>
}

/**
 * Mounts `operations[name]` at its route. The handler gets parsed input and returns the response value, which is
 * validated and sent with the operation's status; what it throws goes to the problem handler.
 */
export function mount<N extends OperationName>(
  router: Router,
  name: N,
  handler: Handler<N>,
  { fileBytes = limits.fileBytes, again }: MountOptions<N> = {},
): void {
  const operation: Operation = operations[name]
  const route = routes[name]
  const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1')
  const method = route.method.toLowerCase() as Lowercase<typeof route.method>

  const pageSize = pageSizeOf(operation)
  const paged = (req: Request, query: unknown) => (pageSize ? withPageSize(query, doorOf(req).sizes[pageSize]) : query)

  const input = (
    req: Request,
    res: Response,
    actor: Actor | undefined,
    asked: Pick<Request, 'params' | 'query'> = req,
  ) =>
    // The types follow from the operation, but TypeScript cannot see through the generic name: the schemas vouch for them.
    ({
      params: parse(operation.params, asked.params, 'path'),
      query: paged(req, parse(operation.query, asked.query, 'query')),
      body: parse(operation.body, req.body, 'body'),
      actor,
      upload: operation.binary ? uploadOf(req, fileBytes) : undefined,
      requestId: requestIdOf(req),
      operationId: randomUUID(),
      req,
      res,
    }) as HandlerInput<N>

  const place = madeAt(name)
  const finish = (given: HandlerInput<N>, value: unknown): Rendered | null => {
    const location = place && locationOf(place, given.params, value)
    if (location && !given.res.headersSent) given.res.setHeader('Location', location)
    if (value !== undefined || !(operation.stream || operation.file)) return render(name, operation, value)
    if (!given.res.headersSent && !given.res.destroyed) throw new Error(`${name} returned nothing and sent nothing`)
    return null
  }
  const work = async (given: HandlerInput<N>): Promise<Rendered | null> => finish(given, await handler(given))

  const workAgain = async (given: HandlerInput<N>, done: Done | null): Promise<Rendered | null> => {
    const { actor, req, res } = given
    if (!actor) return null
    const asked = { actor, req, res, params: Object(given.params) }
    const found = await answerAgain(router, name, asked, done, again && ((known) => again(given, known)))
    return found && finish(given, found.value)
  }
  if (route.method === 'GET')
    readersOf(router).set(name, async (req, res, actor, params) =>
      handler(input(req, res, actor, { params, query: {} })),
    )

  const upload = async (req: Request, res: Response, answer: () => Promise<Rendered | null>) => {
    try {
      return await answer()
    } catch (error) {
      if (!(await discardRest(req, fileBytes))) res.set('Connection', 'close')
      throw error
    }
  }

  const keyed = keepsAnswers(name, operation)
  const parseBody = jsonBody(operation)
  router[method](path, async (req: Request, res: Response) => {
    // Before the body: nobody gets to send megabytes without a sign-in.
    const actor = isOpen(name) ? await admitAnybody(req, res) : await admitActor(req, res, operation)
    const { answers } = doorOf(req)
    if (operation.body)
      await new Promise<void>((resolve, reject) => {
        parseBody(req, res, (error?: unknown) => (error ? reject(error) : resolve()))
      })
    const answer = async (): Promise<Rendered | null> => {
      const given = input(req, res, actor)
      const key = keyed ? idempotencyKeyOf(req) : null
      return key !== null && answers && actor
        ? await workOnce({ answers, actor, key, name }, given, { work, answerAgain: workAgain })
        : await work(given)
    }
    const rendered = operation.binary ? await upload(req, res, answer) : await answer()
    if (rendered) send(req, res, rendered)
  })
}

function parse(schema: z.ZodType | undefined, value: unknown, where: 'path' | 'query' | 'body'): unknown {
  if (!schema) return undefined
  if (where === 'body' && value === undefined)
    throw new Problem('invalid_request', 'Send the body as JSON, with the header Content-Type: application/json.')
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Problem(
    'invalid_request',
    result.error.issues
      .slice(0, 3)
      .map((issue) => sentence(issue, where))
      .join(' '),
  )
}

function sentence(issue: z.core.$ZodIssue, where: string): string {
  const field = issue.path.length > 0 ? `“${issue.path.join('.')}” in the ${where}` : `The ${where}`
  return `${field}: ${issue.message.replace(/\.$/, '')}.`
}
