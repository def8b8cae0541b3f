// Says of one operation what the OpenAPI document holds: words, parameters, body, answers, who may call it.
import * as z from 'zod'
import type { ZodOpenApiOperationObject } from 'zod-openapi'
import { IdempotencyKey, IfNoneMatch, type Operation } from '../../../../shared/contract/operation.ts'
import { operations } from '../../../../shared/contract/operations.ts'
import { isOpen, type OperationName, routes } from '../../../../shared/contract/routes.ts'
import { isTagged, isWrite } from './headers.ts'
import { answersOf } from './responses.ts'
import { tagOf } from './tags.ts'

/** What follows from the contract and is true of every operation of its kind. */
function rules(name: OperationName): string[] {
  const operation: Operation = operations[name]
  const { scope, query, headers = z.object({}) } = operation
  return [
    ...(isOpen(name) ? ['Needs no sign-in.'] : []),
    ...(scope ? [`With an API key: needs the scope \`${scope}\`.`] : []),
    ...(!scope && !isOpen(name) ? ['Only for signed-in people: API keys are refused with `scope_missing`.'] : []),
    ...(query && 'cursor' in query.shape
      ? ['A page at a time: `next_cursor` of the answer is `cursor` of the next request, and null on the last page.']
      : []),
    ...('If-Match' in headers.shape ? ['Send the `ETag` of the last read as `If-Match` to change nothing else.'] : []),
    ...(routes[name].method === 'GET' && isTagged(name)
      ? ['With the `ETag` of the last read as `If-None-Match` it answers 304 when nothing has changed.']
      : []),
    ...(operation.stream ? ['Answers server-sent events when asked by `Accept: text/event-stream`.'] : []),
  ]
}

const describe = (name: OperationName): string => {
  const { description }: Operation = operations[name]
  return [...(description ? [description] : []), rules(name).join(' ')].filter((part) => part !== '').join('\n\n')
}

/** Every write takes `Idempotency-Key`; what the contract says of it at the operation itself comes first. */
const headersOf = (name: OperationName): z.ZodObject | undefined => {
  const { headers }: Operation = operations[name]
  if (isWrite(name)) return IdempotencyKey.extend(headers?.shape ?? {})
  return isTagged(name) ? IfNoneMatch.extend(headers?.shape ?? {}) : headers
}

/** Signed-in people always; API keys where there is a scope. */
function security(name: OperationName): ZodOpenApiOperationObject['security'] {
  const { scope }: Operation = operations[name]
  if (isOpen(name)) return []
  return [{ bearer: [] }, ...(scope ? [{ api_key: [scope] }] : [])]
}

function bodyOf({ binary, body }: Operation): ZodOpenApiOperationObject['requestBody'] {
  if (binary)
    return {
      description: 'The bytes of the file, as they are.',
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    }
  if (!body) return undefined
  return { required: !body.safeParse(undefined).success, content: { 'application/json': { schema: body } } }
}

export function describeOperation(name: OperationName): ZodOpenApiOperationObject {
  const operation: Operation = operations[name]
  const header = headersOf(name)
  const requestBody = bodyOf(operation)
  return {
    operationId: name,
    tags: [tagOf(routes[name].path)],
    summary: operation.summary,
    description: describe(name),
    security: security(name),
    // zod-openapi throws on a `path` or `query` that is there but undefined.
    requestParams: {
      ...(operation.params ? { path: operation.params } : {}),
      ...(operation.query ? { query: operation.query } : {}),
      ...(header ? { header } : {}),
    },
    ...(requestBody ? { requestBody } : {}),
    responses: answersOf(name),
  }
}
