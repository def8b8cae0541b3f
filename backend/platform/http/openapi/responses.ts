// The answers of an operation as the OpenAPI document tells them: when it went well, and every problem with its codes.
import type { ZodOpenApiResponsesObject } from 'zod-openapi'
import type { Operation } from '../../../../shared/contract/operation.ts'
import { operations } from '../../../../shared/contract/operations.ts'
import { type ProblemCode, problems } from '../../../../shared/contract/problems.ts'
import { isOpen, type OperationName, routes } from '../../../../shared/contract/routes.ts'
import { ProblemBody } from '../../../../shared/contract/schemas.ts'
import { StreamEvent } from '../../../../shared/contract/stream-events.ts'
import { keepsAnswers } from '../keyed-request.ts'
import { everywhere, isTagged, isWrite, problemHeaders, refer, successHeaders } from './headers.ts'
import { usualValues } from './usual-values.ts'

/** What every operation may end in beside its own problems, by what it takes. */
function problemCodes(name: OperationName): ProblemCode[] {
  const operation: Operation = operations[name]
  const takesInput = operation.params ?? operation.query ?? operation.body ?? operation.binary
  const codes: ProblemCode[] = [
    ...(takesInput || isWrite(name) ? ['invalid_request' as const] : []),
    ...(isOpen(name) ? [] : ['unauthorized' as const, 'scope_missing' as const]),
    ...operation.problems,
    ...(isWrite(name) ? ['key_reused' as const] : []),
    ...(keepsAnswers(name, operation) ? ['still_running' as const, 'already_done' as const] : []),
    ...['too_many_requests' as const, 'unavailable' as const, 'internal' as const],
  ]
  return [...new Set(codes)]
}

/** An example of every problem by its code; answers refer to them. */
export const problemExamples = Object.fromEntries(
  Object.entries(problems).map(([code, { status, title }]) => {
    const { detail, request_id } = usualValues
    return [
      code,
      { summary: title, value: { type: `urn:tablewright:problem:${code}`, title, status, code, detail, request_id } },
    ]
  }),
)

const exampleOf = (code: ProblemCode) => ({ $ref: `#/components/examples/${code}` })

function problemAnswers(name: OperationName): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of problemCodes(name)) {
    const { status } = problems[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      `${status}`,
      {
        description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join('; '),
        headers: refer(problemHeaders(status)),
        content: {
          ...(showsPages(operations[name]) ? { 'text/html': { schema: { type: 'string' as const } } } : {}),
          'application/problem+json': {
            schema: ProblemBody,
            examples: Object.fromEntries(codes.map((code) => [code, exampleOf(code)])),
          },
        },
      },
    ]),
  )
}

/** A browser that is led here gets pages, also of what goes wrong. */
const showsPages = ({ file }: Operation) => Array.isArray(file) && file.includes('text/html')

const bytes = { type: 'string' as const, format: 'binary' }

const eventsDescription =
  'As server-sent events, when asked by `Accept: text/event-stream`: each has an `id` that only grows, its type as ' +
  '`event`, and in `data` the JSON described here. Lines that begin with a colon only keep the connection open.'

/** `text/event-stream` always comes with 200; a reply as JSON with the operation’s own status. */
function goodAnswers(name: OperationName): ZodOpenApiResponsesObject {
  const operation: Operation = operations[name]
  const { status, summary, response, stream, file } = operation
  const headers = refer(successHeaders(name))
  const json = response ? { 'application/json': { schema: response } } : {}
  const files = file ? Object.fromEntries(fileTypesOf(file).map((type) => [type, { schema: bytes }])) : {}
  const events = { 'text/event-stream': { schema: StreamEvent } }
  const content = { ...json, ...files, ...(stream && status === 200 ? events : {}) }
  const own = {
    description: stream && status === 200 ? `${summary}. ${eventsDescription}` : summary,
    headers,
    ...(Object.keys(content).length > 0 ? { content } : {}),
  }
  const streamed = { description: eventsDescription, headers: refer(everywhere), content: events }
  return { ...(stream && status !== 200 ? { '200': streamed } : {}), [`${status}`]: own }
}

/** What tables are downloaded as. */
const tableTypes = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/json']

const fileTypesOf = (file: Operation['file']): readonly string[] => (Array.isArray(file) ? file : tableTypes)

/** For who names the state that they have in `If-None-Match`. */
const unchanged = (name: OperationName): ZodOpenApiResponsesObject =>
  routes[name].method === 'GET' && isTagged(name)
    ? { '304': { description: 'It is as you have it.', headers: refer(['X-Request-Id', 'ETag']) } }
    : {}

/** For a browser that is led on. */
const redirected = (name: OperationName): ZodOpenApiResponsesObject =>
  (operations[name] as Operation).redirects
    ? { '303': { description: 'Go on there.', headers: refer([...everywhere, 'Location']) } }
    : {}

export const answersOf = (name: OperationName): ZodOpenApiResponsesObject => ({
  ...goodAnswers(name),
  ...redirected(name),
  ...unchanged(name),
  ...problemAnswers(name),
})
