// Somebody with an account who calls the API by the served document.
import type { OperationName } from '../../shared/contract/routes.ts'
import { basePath, routes } from '../../shared/contract/routes.ts'
import type { DescribedOperation, OpenApiDocument } from '../platform/http/openapi/open-api-document.ts'
import type { TestApp } from '../platform/testing/test-app.ts'
import type { Received } from './check-answer.ts'

export type Sent = { method: string; path: string; token?: string; body?: unknown; headers?: Record<string, string> }

/** One request below `/api/v1`, its answer read to the end. A body that is a text or bytes is sent as it is. */
export async function send(app: TestApp, { method, path, token, body, headers }: Sent): Promise<Received> {
  const plain = typeof body === 'string' || body instanceof Uint8Array
  const answer = await fetch(`${app.url}${basePath}${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined || plain ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: plain ? (body as BodyInit) : JSON.stringify(body) }),
  })
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
}

/** The operations of a document by name. */
export const operationsOf = (document: OpenApiDocument): Map<OperationName, DescribedOperation> =>
  new Map(
    (Object.keys(routes) as OperationName[]).flatMap((name) => {
      const { method, path } = routes[name]
      const described = document.paths[path]?.[method.toLowerCase()]
      return described ? [[name, described] as const] : []
    }),
  )

/** The first example of a body; undefined when the operation takes none, or a file. */
export function exampleBody({ requestBody }: DescribedOperation): unknown {
  const media = requestBody?.content['application/json']
  return media?.examples ? Object.values(media.examples)[0]?.value : media?.example
}

/** What a request for an operation needs beside ids: its example body, a small file for one that takes bytes. */
export function filled(operation: DescribedOperation): Pick<Sent, 'body' | 'headers'> {
  if (operation.requestBody?.content['application/octet-stream'])
    return { body: 'a,b\n1,2\n', headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'a.csv' } }
  const body = exampleBody(operation)
  return body === undefined ? {} : { body }
}

/** The query that an operation can’t do without, as `?a=1`, or ''. */
export function neededQuery({ parameters = [] }: DescribedOperation): string {
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required)
  const text = new URLSearchParams(needed.map(({ name, example }) => [name, String(example)])).toString()
  return text === '' ? '' : `?${text}`
}

export type Person = Awaited<ReturnType<typeof createPerson>>

export async function createPerson(app: TestApp, document: OpenApiDocument) {
  const { token, userId, email } = await app.signUp()
  const described = operationsOf(document)
  return {
    token,
    userId,
    email,
    /** A request that must succeed. */
    async json<T>(method: string, path: string, body?: unknown): Promise<T> {
      const answer = await send(app, { method, path, token, body })
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`)
      return JSON.parse(answer.body) as T
    },
    /** The id of the stored file. */
    async upload(name: string, content: string): Promise<string> {
      const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }
      const answer = await send(app, { method: 'POST', path: '/files', token, body: content, headers })
      return (JSON.parse(answer.body) as { id: string }).id
    },
    example(name: OperationName): unknown {
      const operation = described.get(name)
      return operation && exampleBody(operation)
    },
  }
}
