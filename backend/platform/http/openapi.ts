// Makes the OpenAPI 3.1 document from the contract's operations.
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import type { Operation } from '../../../shared/contract/operation.ts'
import { operations } from '../../../shared/contract/operations.ts'
import { type ProblemCode, problems } from '../../../shared/contract/problems.ts'
import { basePath, isOpen, type OperationName, routes } from '../../../shared/contract/routes.ts'
import { ProblemBody } from '../../../shared/contract/schemas.ts'
import { StreamEvent } from '../../../shared/contract/stream-events.ts'

/** What every operation may end in beside its own problems, by what it takes. */
function problemCodes(name: OperationName): ProblemCode[] {
  const operation: Operation = operations[name]
  const takesInput = operation.params ?? operation.query ?? operation.body ?? operation.binary
  return [
    ...(takesInput ? ['invalid_request' as const] : []),
    ...(isOpen(name) ? [] : ['unauthorized' as const, 'scope_missing' as const]),
    ...operation.problems,
    'internal',
  ]
}

function problemResponses(name: OperationName) {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of problemCodes(name)) {
    const { status } = problems[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      `${status}` as `${1 | 2 | 3 | 4 | 5}${string}`,
      {
        description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: ProblemBody } },
      },
    ]),
  )
}

const bytes = { type: 'string' as const, format: 'binary' }

/** What tables are downloaded as. */
const fileTypes = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/json']

function successContent(operation: Operation) {
  const json = operation.response ? { 'application/json': { schema: operation.response } } : {}
  const events = operation.stream ? { 'text/event-stream': { schema: StreamEvent } } : {}
  const file = operation.file ? Object.fromEntries(fileTypes.map((type) => [type, { schema: bytes }])) : {}
  const content = { ...json, ...events, ...file }
  return Object.keys(content).length > 0 ? { content } : {}
}

const successDescription = ({ summary, stream }: Operation) =>
  stream
    ? `${summary}. As events: each has an \`id\`, its type as \`event\`, and in \`data\` the JSON described here.`
    : summary

function describeOperation(name: OperationName): ZodOpenApiOperationObject {
  const operation: Operation = operations[name]
  // zod-openapi throws on a `path` or `query` that is there but undefined.
  const requestParams = {
    ...(operation.params ? { path: operation.params } : {}),
    ...(operation.query ? { query: operation.query } : {}),
    ...(operation.headers ? { header: operation.headers } : {}),
  }
  const content = operation.binary
    ? { 'application/octet-stream': { schema: bytes } }
    : operation.body && { 'application/json': { schema: operation.body } }
  return {
    operationId: name,
    summary: operation.summary,
    ...(isOpen(name) ? { security: [] } : {}),
    requestParams,
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      [`${operation.status}`]: { description: successDescription(operation), ...successContent(operation) },
      ...problemResponses(name),
    },
  }
}

/** The whole document. `publicUrl` is where people reach the server, when that is known. */
export function openApiDocument(version: string, publicUrl?: string): object {
  const paths: ZodOpenApiPathsObject = {}
  for (const name of Object.keys(routes) as OperationName[]) {
    const { method, path } = routes[name]
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(name) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Tablewright', version, description: 'Turns conversation into typed tables.' },
    servers: [{ url: `${publicUrl ?? ''}${basePath}` }],
    security: [{ bearer: [] }],
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  })
}
