// What holds for every request: problems, ids, CORS, unknown addresses, limits of the body.
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { createTestApp, type TestApp } from '../testing/test-app.ts'

const listed = 'http://sidebar.localhost:8788'
let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ env: { CORS_ORIGINS: listed } })
})
afterAll(() => app.close())

test('about says what the server is without a sign-in, and is ready', async () => {
  const answer = await app.call('GET', '/about')
  const expected = { name: 'Tablewright', version: packageJson.version, engine: 'built-in', model: null }
  expect(await answer.json()).toMatchObject(expected)
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200)
})

test('a server whose database is older than itself is not ready', async () => {
  const [row] =
    await app.sql`delete from migrations where migration_id = (select max(migration_id) from migrations) returning *`
  const answer = await fetch(`${app.url}/readyz`)
  expect([answer.status, (await answer.json()).code]).toEqual([503, 'unavailable'])
  await app.sql`insert into migrations ${app.sql(row ?? {})}`
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200)
})

test('a problem has its type, title, status, code, detail and the request’s id', async () => {
  const answer = await app.call('POST', '/auth/register', {
    body: { email: 'not an address', password: 'correct horse battery' },
    headers: { 'x-request-id': 'my-own_id=1' },
  })
  expect(answer.status).toBe(400)
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(answer.headers.get('x-request-id')).toBe('my-own_id=1')
  expect(await answer.json()).toEqual({
    type: 'urn:tablewright:problem:invalid_request',
    title: 'The request is not valid',
    status: 400,
    code: 'invalid_request',
    detail: expect.stringContaining('“email” in the body'),
    request_id: 'my-own_id=1',
  })
})

test('a request id that could forge a line of the log is replaced', async () => {
  const answer = await app.call('GET', '/about', { headers: { 'x-request-id': 'a b' } })
  expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
})

test.each([
  ['not JSON', { 'content-type': 'application/json' }, '{', 'not valid JSON'],
  ['no JSON at all', { 'content-type': 'text/plain' }, 'hello', 'Content-Type: application/json'],
  ['another encoding', { 'content-type': 'application/json; charset=latin1' }, '{}', 'encoding'],
  ['too large', { 'content-type': 'application/json' }, JSON.stringify({ email: 'x'.repeat(300_000) }), '256 kB'],
])('a body that is %s is refused with the reason', async (_what, headers, body, reason) => {
  const answer = await fetch(`${app.url}/api/v1/auth/login`, { method: 'POST', headers, body })
  expect(answer.status).toBe(400)
  expect((await answer.json()).detail).toContain(reason)
})

test('the character U+0000, which the database cannot store, is dropped', async () => {
  const body = { email: 'nul@example.com', password: 'correct horse battery', name: 'A\u0000da \\u0000' }
  const answer = await app.call('POST', '/auth/register', { body })
  expect((await answer.json()).user.name).toBe('Ada \\u0000')
})

test('an unknown address is 404, a known one with the wrong method is 405 and says which are right', async () => {
  for (const path of ['/nowhere', '/auth', '/chat/conversations/1/2']) {
    const answer = await app.call('GET', path)
    expect([path, answer.status, (await answer.json()).code]).toEqual([path, 404, 'not_found'])
  }
  const answer = await app.call('DELETE', '/export/templates')
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, OPTIONS')
  expect((await answer.json()).code).toBe('method_not_allowed')
})

test('a broken percent escape in the address is the caller’s fault', async () => {
  const status = await new Promise((resolve, reject) => {
    const sent = request(`${app.url}/api/v1/export/templates/%E0%A4%A`, (answer) => resolve(answer.resume().statusCode))
    sent.on('error', reject).end()
  })
  expect([400, 401]).toContain(status)
})

const preflight = (origin: string) =>
  app.call('OPTIONS', '/chat/conversations', {
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key,last-event-id,if-match,x-file-name',
    },
  })

test.each([listed, 'https://n-abc123-0lu-script.googleusercontent.com'])('%s may call', async (origin) => {
  const answer = await preflight(origin)
  expect(answer.status).toBe(204)
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
  expect(answer.headers.get('access-control-allow-headers')).toContain('x-file-name')
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
  const real = await app.call('GET', '/about', { headers: { origin } })
  expect(real.headers.get('access-control-expose-headers')).toContain('ETag')
})

test.each(['https://evil.example', 'https://x-script.googleusercontent.com.evil.example', 'null'])(
  '%s may not',
  async (origin) => {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull()
  },
)

test('security headers are set and the framework does not name itself', async () => {
  const { headers } = await app.call('GET', '/about')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-powered-by')).toBeNull()
})
