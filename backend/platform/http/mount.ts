// Puts an operation of the contract on a router: sign-in, parsing and validation in both directions.
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
import { Problem } from '../problem.ts'
import { type Actor, actorOf } from './actor.ts'
import { discardRest, jsonBody, type UploadedBytes, uploadOf } from './body.ts'
import { requestIdOf } from './request-log.ts'

export type HandlerInput<N extends OperationName> = {
  params: ParamsOf<N>
  query: QueryOf<N>
  body: BodyOf<N>
  /** Undefined in operations that are open. */
  actor: N extends OpenOperationName ? undefined : Actor
  /** Only in binary operations. */
  upload: Operations[N] extends { binary: true } ? UploadedBytes : undefined
  requestId: string
  req: Request
  res: Response
}

/** An operation that streams or sends a file answers by itself, through `res`, and returns undefined. */
export type HandlerOutput<N extends OperationName> = Operations[N] extends { stream: true }
  ? ResponseOf<N> | undefined
  : ResponseOf<N>

export type Handler<N extends OperationName> = (input: HandlerInput<N>) => Promise<HandlerOutput<N>> | HandlerOutput<N>

export type MountOptions = { fileBytes?: number }

/**
 * Mounts `operations[name]` at its route. The handler gets parsed input and returns the response value, which is
 * validated and sent with the operation's status; what it throws goes to the problem handler.
 */
export function mount<N extends OperationName>(
  router: Router,
  name: N,
  handler: Handler<N>,
  { fileBytes = limits.fileBytes }: MountOptions = {},
): void {
  const operation: Operation = operations[name]
  const route = routes[name]
  const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1')
  const method = route.method.toLowerCase() as Lowercase<typeof route.method>

  const input = (req: Request, res: Response, actor: Actor | undefined) =>
    // The types follow from the operation, but TypeScript cannot see through the generic name: the schemas vouch for them.
    ({
      params: parse(operation.params, req.params, 'path'),
      query: parse(operation.query, req.query, 'query'),
      body: parse(operation.body, req.body, 'body'),
      actor,
      upload: operation.binary ? uploadOf(req, fileBytes) : undefined,
      requestId: requestIdOf(req),
      req,
      res,
    }) as HandlerInput<N>

  const handleUpload = async (req: Request, res: Response, actor: Actor | undefined) => {
    try {
      return await handler(input(req, res, actor))
    } catch (error) {
      if (!(await discardRest(req, fileBytes))) res.set('Connection', 'close')
      throw error
    }
  }

  const parseBody = jsonBody(operation)
  router[method](path, async (req: Request, res: Response) => {
    // Before the body: nobody gets to send megabytes without a sign-in.
    const actor = isOpen(name) ? undefined : await actorOf(req)
    if (actor) demandScope(actor, operation)
    if (operation.body)
      await new Promise<void>((resolve, reject) => {
        parseBody(req, res, (error?: unknown) => (error ? reject(error) : resolve()))
      })
    const value = operation.binary ? await handleUpload(req, res, actor) : await handler(input(req, res, actor))
    if ((operation.stream || operation.file) && value === undefined) {
      if (!res.headersSent && !res.destroyed) throw new Error(`${name} returned nothing and sent nothing`)
      return
    }
    send(res, name, operation, value)
  })
}

/** Throws `Problem('scope_missing')` for a key that was not made for this. */
function demandScope({ key }: Actor, { scope }: Operation): void {
  if (!key || (scope && key.scopes.includes(scope))) return
  throw new Problem(
    'scope_missing',
    scope
      ? `This API key is not allowed to do that: it needs the scope ${scope}. Make a key with it.`
      : 'API keys can’t do that. Sign in as a person.',
  )
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

function send(res: Response, name: string, operation: Operation, value: unknown): void {
  // A handler that waited may find that nobody is there any more.
  if (res.destroyed) return
  res.status(operation.status)
  if (!operation.response) {
    res.end()
    return
  }
  const result = operation.response.safeParse(value)
  // Only where and what kind: the value itself may hold somebody's text.
  if (!result.success)
    throw new Error(
      `${name} made a response outside its contract: ${result.error.issues.map((i) => `${i.path.join('.')} ${i.code}`).join(', ')}`,
    )
  res.json(result.data)
}
