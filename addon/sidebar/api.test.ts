// Signing in and calling, against a small real server.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { createApi } from './api.ts'
import { ApiProblem, Unreachable } from './fault.ts'

let server: Server
afterEach(() => server?.close())

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

function json(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const refused = { type: '', title: 'Sign in first', status: 401, code: 'unauthorized', detail: 'The token is old.' }

test('one sign-in serves all calls, and an old token is changed once', async () => {
  let identities = 0
  let good = 't1'
  const url = await listen((request, response) => {
    if (request.url === '/api/v1/auth/google') return json(response, 200, { access_token: good, user: { email: 'a' } })
    if (request.headers.authorization !== `Bearer ${good}`) return json(response, 401, refused)
    json(response, 200, { items: [], next_cursor: request.url })
  })
  const api = createApi(url, async () => `id${++identities}`)
  const list = () => api.call('listConversations', { query: { limit: 30 } })
  await Promise.all([list(), list()])
  expect(identities).toBe(1)
  good = 't2'
  expect((await list()).next_cursor).toBe('/api/v1/chat/conversations?limit=30')
  expect(identities).toBe(2)
})

test('a token that is refused again is a problem, not a loop', async () => {
  const url = await listen((request, response) => {
    if (request.url === '/api/v1/auth/google') return json(response, 200, { access_token: 't', user: {} })
    json(response, 401, refused)
  })
  const api = createApi(url, async () => 'id')
  await expect(api.call('getMe', {})).rejects.toMatchObject({ status: 401, fault: { title: 'Sign in first' } })
})

test('no answer, a page of a proxy and a missing identity each say what they are', async () => {
  const url = await listen((_, response) => {
    response.writeHead(502)
    response.end('<html>Bad gateway</html>')
  })
  const api = createApi(url, async () => null)
  await expect(api.call('getAbout', {})).rejects.toBeInstanceOf(ApiProblem)
  await expect(api.call('getMe', {})).rejects.toMatchObject({ fault: { code: 'no_identity' } })
  server.close()
  server.closeAllConnections()
  await expect(api.call('getAbout', {})).rejects.toBeInstanceOf(Unreachable)
})
