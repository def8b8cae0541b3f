// The contract, the routes that are really mounted and the OpenAPI document say the same.
import type { RequestHandler, Router } from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Operation } from '../../../shared/contract/operation.ts'
import { operations } from '../../../shared/contract/operations.ts'
import { isOpen, type OperationName, routes } from '../../../shared/contract/routes.ts'
import { createApp } from '../../app.ts'
import { createJobs } from '../jobs/jobs.ts'
import { createLog } from '../log.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

let app: TestApp
let mounted: string[]
beforeAll(async () => {
  app = await createTestApp()
  const log = createLog('silent')
  const { express, close } = createApp({
    config: app.config,
    sql: app.sql,
    log,
    jobs: createJobs({ url: app.config.databaseUrl ?? '', log }),
  })
  mounted = routesOf(express.router)
  await close()
})
afterAll(() => app.close())

/** Every route below a router, as `METHOD /path`, without the prefixes that the routers hang under. */
function routesOf(router: Router): string[] {
  return router.stack.flatMap(({ route, handle }) => {
    if (route) return route.stack.map(({ method }) => `${method.toUpperCase()} ${route.path}`)
    const inner: RequestHandler & Partial<Router> = handle
    return inner.stack ? routesOf(inner as Router) : []
  })
}

const names = Object.keys(routes) as OperationName[]
const docs = ['', '/start.js', '/swagger-ui.css', '/swagger-ui-bundle.js', '/favicon.png'].map(
  (file) => `GET /docs${file}`,
)
const pages = ['/verify-email', '/reset-password'].flatMap((path) => [`GET ${path}`, `POST ${path}`, `POST ${path}`])
/** Not of the API's own kind: JSON-RPC, and OAuth as AI clients expect it. */
const forAiClients = [
  ...['POST', 'GET', 'DELETE'].map((method) => `${method} /mcp`),
  ...['protected-resource', 'authorization-server'].map((name) => `GET /.well-known/oauth-${name}{/*path}`),
  'GET /oauth/authorize',
  ...['authorize', 'register', 'revoke', 'token'].flatMap((name) => [`POST /oauth/${name}`, `POST /oauth/${name}`]),
]
const outside = [...pages, ...forAiClients, 'GET /openapi.json', 'GET /healthz', 'GET /readyz', 'GET /metrics', ...docs]

test('every operation is mounted once, and nothing else is', () => {
  const expected = names.map((name) => `${routes[name].method} ${routes[name].path.replaceAll(/\{(\w+)\}/g, ':$1')}`)
  expect(mounted.sort()).toEqual([...expected, ...outside].sort())
})

test('the document describes every operation, and nothing else', async () => {
  const document = await (await app.call('GET', '/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  const described = Object.entries<Record<string, { operationId: string }>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`),
  )
  expect(described.sort()).toEqual(names.map((name) => `${name} ${routes[name].method} ${routes[name].path}`).sort())
  for (const name of names) {
    const { method, path } = routes[name]
    const described = document.paths[path][method.toLowerCase()]
    const operation: Operation = operations[name]
    expect(Object.keys(described.responses)).toContain(String(operation.status))
    const signedIn = operation.scope ? [{ bearer: [] }, { api_key: [operation.scope] }] : [{ bearer: [] }]
    expect(described.security).toEqual(isOpen(name) ? [] : signedIn)
    const variables = [...path.matchAll(/\{(\w+)\}/g)].map(([, variable]) => variable)
    const inPath = (described.parameters ?? []).filter((parameter: { in: string }) => parameter.in === 'path')
    expect(inPath.map((parameter: { name: string }) => parameter.name)).toEqual(variables)
  }
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Problem', 'Session', 'Message']))
})

test('what goes in headers, and how events come, is described', async () => {
  const document = await (await app.call('GET', '/openapi.json')).json()
  const operationOf = (name: OperationName) => document.paths[routes[name].path][routes[name].method.toLowerCase()]
  const headersOf = (name: OperationName) =>
    operationOf(name)
      .parameters.filter((parameter: { in: string }) => parameter.in === 'header')
      .map(({ name, required, description }: Record<string, unknown>) => [name, required ?? false, typeof description])
  expect(headersOf('sendMessage')).toEqual([['Idempotency-Key', false, 'string']])
  expect(headersOf('updateConversation')).toEqual([
    ['Idempotency-Key', false, 'string'],
    ['If-Match', false, 'string'],
  ])
  expect(headersOf('getMessageEvents')).toEqual([['Last-Event-ID', false, 'string']])
  expect(headersOf('uploadFile')).toContainEqual(['X-File-Name', true, 'string'])
  const { 200: streamed, 201: whole } = operationOf('sendMessage').responses
  expect([Object.keys(streamed.content), Object.keys(whole.content)]).toEqual([
    ['text/event-stream'],
    ['application/json'],
  ])
  expect(streamed.description).toContain('`data`')
  for (const name of ['getConversation', 'updateConversation', 'getTable', 'getTemplate'] as const)
    expect(Object.keys(operationOf(name).responses[200].headers)).toContain('ETag')
  expect(Object.keys(operationOf('login').responses[429].headers)).toContain('Retry-After')
  for (const name of names) expect(operationOf(name)).toMatchObject({ tags: [expect.any(String)] })
})

test('what is not open answers 401 without a token, before it looks at anything else', async () => {
  expect(names.filter(isOpen)).toEqual([
    ...['getAbout', 'register', 'login', 'signInWithGoogle', 'refreshSession', 'verifyEmail', 'forgotPassword'],
    ...['resetPassword', 'googleCallback'],
  ])
  for (const name of names) {
    if (isOpen(name) || !mounted.some((route) => route.endsWith(routes[name].path.replaceAll(/\{(\w+)\}/g, ':$1'))))
      continue
    const answer = await app.call(routes[name].method, routes[name].path.replaceAll(/\{\w+\}/g, 'x'))
    expect([name, answer.status]).toEqual([name, 401])
  }
})
