// The client against small servers that misbehave as real ones and networks do.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type ClientOptions, createClient } from './client.ts'
import { NoAnswerError, ProblemError } from './problem-error.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A client of a server that answers like this; every wait is noted and over at once. */
async function clientOf(handler: Handler, options: Partial<ClientOptions> = {}) {
  const waits: number[] = []
  const seen: { line: string; headers: IncomingMessage['headers']; body: string }[] = []
  server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    const body = Buffer.concat(parts).toString()
    seen.push({ line: `${request.method} ${request.url}`, headers: request.headers, body })
    handler(request, response, body)
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const sleep = async (ms: number) => void waits.push(ms)
  return { client: createClient({ baseUrl, token: 'a token', sleep, ...options }), waits, seen }
}

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

const problem = (response: ServerResponse, status: number, code: string, headers: Record<string, string> = {}) =>
  json(response, status, { code, title: 'No', detail: 'Because.', status, request_id: 'r1' }, headers)

const conversation = { id: 'c1', title: 'Orders' }

describe('a call', () => {
  it('fills path and query, signs in, and answers body and ETag', async () => {
    const { client, seen } = await clientOf((_, response) => json(response, 200, conversation, { etag: '"1"' }))
    const read = await client.read('getConversation', { params: { id: 'a/b' } })
    expect([read.body, read.etag]).toEqual([conversation, '"1"'])
    await client.call('listConversations', { query: { limit: 5 } })
    expect(seen.map(({ line }) => line)).toEqual([
      'GET /api/v1/chat/conversations/a%2Fb',
      'GET /api/v1/chat/conversations?limit=5',
    ])
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer a token', accept: 'application/json' })
  })

  it('sends no token where none is needed, and If-Match where it is given', async () => {
    const { client, seen } = await clientOf((_, response) => json(response, 200, {}))
    await client.call('getAbout', {})
    await client.call('updateConversation', { params: { id: 'c1' }, body: { title: 'x' }, ifMatch: '"1"' })
    expect(seen[0]?.headers.authorization).toBeUndefined()
    expect(seen[1]).toMatchObject({ body: '{"title":"x"}', headers: { 'if-match': '"1"' } })
  })

  it('tells a problem with its code, and a proxy’s page as unreadable', async () => {
    const { client } = await clientOf((request, response) =>
      request.url?.endsWith('/about')
        ? response.writeHead(404).end('<html>')
        : problem(response, 404, 'not_found', { 'retry-after': '3' }),
    )
    const refused = await client.call('getMe', {}).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ProblemError)
    expect(refused).toMatchObject({
      status: 404,
      code: 'not_found',
      detail: 'Because.',
      requestId: 'r1',
      retryAfter: 3,
    })
    await expect(client.call('getAbout', {})).rejects.toMatchObject({ code: 'unreadable', status: 404 })
  })
})

describe('a request that may be repeated', () => {
  it('is, with the same key, after as long as the server says', async () => {
    let times = 0
    const { client, waits, seen } = await clientOf((_, response) =>
      ++times < 3
        ? problem(response, 429, 'too_many_requests', { 'retry-after': '7' })
        : json(response, 201, conversation),
    )
    expect(await client.call('createConversation', { body: {} })).toEqual(conversation)
    expect(waits).toEqual([7000, 7000])
    const keys = new Set(seen.map(({ headers }) => headers['idempotency-key']))
    expect([keys.size, [...keys][0]]).toEqual([1, expect.stringMatching(/^[\w-]{36}$/)])
  })

  it('is when the connection breaks, with growing waits, and not for ever', async () => {
    const { client, waits } = await clientOf((_, response) => response.destroy(), { retries: 3 })
    await expect(client.call('getMe', {})).rejects.toBeInstanceOf(NoAnswerError)
    expect(waits).toHaveLength(3)
    expect(waits[2]).toBeGreaterThan(waits[0] ?? 0)
  })

  it('is not after what another attempt would not change, nor where it might do something twice', async () => {
    let answer: Handler = (_, response) => problem(response, 429, 'daily_cap_reached')
    const { client, seen } = await clientOf((...given) => answer(...given))
    await expect(client.call('getUsage', {})).rejects.toMatchObject({ code: 'daily_cap_reached' })
    answer = (_, response) => problem(response, 503, 'unavailable')
    const body = { email: 'a@example.com', password: 'a long password' }
    await expect(client.call('register', { body })).rejects.toMatchObject({ code: 'unavailable' })
    expect(seen).toHaveLength(2)
  })

  it('is given up when the caller does', async () => {
    const { client } = await clientOf(() => {})
    const given = new AbortController()
    const call = client.call('getMe', { signal: given.signal })
    setTimeout(() => given.abort(), 20)
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('a session', () => {
  it('is refreshed once for all calls that were refused, and told of', async () => {
    let good = 'two'
    const told: unknown[] = []
    const { client, seen } = await clientOf(
      (request, response) => {
        if (request.url?.endsWith('/auth/refresh'))
          return json(response, 200, { access_token: good, refresh_token: 'r2' })
        if (request.headers.authorization !== `Bearer ${good}`) return problem(response, 401, 'unauthorized')
        return json(response, 200, {})
      },
      { session: { access_token: 'one', refresh_token: 'r1' }, onSession: (session) => told.push(session) },
    )
    await Promise.all([client.call('getMe', {}), client.call('getUsage', {}), client.call('getMe', {})])
    expect(seen.filter(({ line }) => line.endsWith('/auth/refresh')).map(({ body }) => body)).toEqual([
      '{"refresh_token":"r1"}',
    ])
    expect(told).toEqual([{ access_token: 'two', refresh_token: 'r2' }])
    good = 'three'
    await client.call('getMe', {})
    expect(seen.filter(({ line }) => line.endsWith('/auth/refresh'))).toHaveLength(2)
  })

  it('that has ended leaves the call refused', async () => {
    const { client } = await clientOf(
      (request, response) =>
        problem(response, 401, request.url?.endsWith('/refresh') ? 'session_ended' : 'unauthorized'),
      { session: { access_token: 'one', refresh_token: 'r1' } },
    )
    await expect(client.call('getMe', {})).rejects.toMatchObject({ code: 'unauthorized' })
  })

  it('can be an API key, which is never renewed', async () => {
    const { client, seen } = await clientOf((_, response) => problem(response, 401, 'unauthorized'), {
      token: () => Promise.reject(new Error('not asked')),
      apiKey: 'tw_key',
    })
    await expect(client.call('getUsage', {})).rejects.toThrow()
    expect(seen[0]?.headers.authorization).toBe('Bearer tw_key')
  })
})

describe('a list', () => {
  it('is read page after page', async () => {
    const { client, seen } = await clientOf((request, response) =>
      json(
        response,
        200,
        request.url?.includes('cursor=n%2B1')
          ? { items: [3], next_cursor: null }
          : { items: [1, 2], next_cursor: 'n+1' },
      ),
    )
    const items: unknown[] = []
    for await (const item of client.items('listConversations', { query: { limit: 2 } })) items.push(item)
    expect(items).toEqual([1, 2, 3])
    expect(seen[1]?.line).toBe('GET /api/v1/chat/conversations?limit=2&cursor=n%2B1')
  })
})

describe('a stream', () => {
  const start = { type: 'message-start', conversation_id: 'c1', message_id: 'm1', user_message_id: 'u1', model: null }
  const all = [
    start,
    { type: 'text-delta', text: 'a\nb' },
    { type: 'text-delta', text: 'ü€' },
    { type: 'message-end', state: 'complete', title: '' },
  ]
  const frames = all.map((event, index) => `id: ${index + 1}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
  const events = { 'content-type': 'text/event-stream' }
  const collect = async (client: Awaited<ReturnType<typeof clientOf>>['client']) => {
    const found: unknown[] = []
    for await (const event of client.stream('sendMessage', { params: { id: 'c1' }, body: { content: 'x' } }))
      found.push(event)
    return found
  }

  it('is read to its end wherever it is cut', async () => {
    const { client } = await clientOf(async (_, response) => {
      response.writeHead(200, events)
      for (const byte of Buffer.from(`retry: 2000\n\n:\n\n${frames.join('')}`)) response.write(Buffer.from([byte]))
      response.end()
    })
    expect(await collect(client)).toEqual(all)
  })

  it('goes on after the last event that came when the connection breaks', async () => {
    const { client, seen } = await clientOf((request, response) => {
      response.writeHead(200, events)
      const after = Number(request.headers['last-event-id'] ?? 0)
      // One event more each time, and then nothing.
      response.write(`${frames[after]}id: ${after + 2}\nevent: text-del`)
      setTimeout(() => response.destroy(), 20)
    })
    expect(await collect(client)).toEqual(all)
    expect(seen.map(({ line, headers }) => [line.split(' ')[0], headers['last-event-id']])).toEqual([
      ...[
        ['POST', undefined],
        ['GET', '1'],
        ['GET', '2'],
        ['GET', '3'],
      ],
    ])
    expect(seen[1]?.line).toBe('GET /api/v1/chat/conversations/c1/messages/m1/events')
  })

  it('begins with the same key when the answer was lost', async () => {
    let times = 0
    const { client, seen } = await clientOf((_, response) => {
      if (++times === 1) return response.destroy()
      return response.writeHead(200, events).end(frames.join(''))
    })
    expect(await collect(client)).toEqual(all)
    expect(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  it('that brings nothing any more ends in an error', async () => {
    const { client } = await clientOf((_, response) => response.writeHead(200, events).end(frames[0]), { retries: 2 })
    await expect(collect(client)).rejects.toBeInstanceOf(NoAnswerError)
  })

  it('that is refused says why', async () => {
    const { client } = await clientOf((_, response) => problem(response, 422, 'message_empty'))
    await expect(collect(client)).rejects.toMatchObject({ code: 'message_empty' })
  })
})

describe('files', () => {
  it('go up with their names and come down with theirs', async () => {
    const { client, seen } = await clientOf((request, response) => {
      if (request.method === 'POST') return json(response, 201, { id: 'f1' })
      const headers = { 'content-type': 'text/csv', 'content-disposition': "attachment; filename*=UTF-8''b%C3%A4r.csv" }
      return response.writeHead(200, headers).end('a,b\n')
    })
    expect(await client.upload(new TextEncoder().encode('x,y\n'), 'späte liste.csv')).toEqual({ id: 'f1' })
    expect(seen[0]).toMatchObject({
      body: 'x,y\n',
      headers: { 'x-file-name': 'sp%C3%A4te%20liste.csv', 'content-type': 'application/octet-stream' },
    })
    const { bytes, name, type } = await client.download('downloadTable', {
      params: { table_id: 't1' },
      query: { format: 'csv' },
    })
    expect([await bytes.text(), name, type]).toEqual(['a,b\n', 'bär.csv', 'text/csv'])
    expect(seen[1]?.line).toBe('GET /api/v1/tables/t1/download?format=csv')
  })
})
