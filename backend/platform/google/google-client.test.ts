import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Problem } from '../problem.ts'
import { createGoogleClient, type GoogleClientOptions } from './google-client.ts'
import { GoogleError } from './google-error.ts'
import { googleProblem } from './google-problem.ts'
import { askTokens } from './token-endpoint.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Answers one request after the other, the last answer again and again; counts them. */
async function serve(answers: Answer[]): Promise<{ url: string; count: () => number }> {
  let count = 0
  const server = createServer((request, response) => {
    const answer = answers[Math.min(count++, answers.length - 1)]
    answer?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close().closeAllConnections())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, count: () => count }
}

const json =
  (status: number, body: object, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
const page =
  (status: number): Answer =>
  (_request, response) =>
    response
      .writeHead(status, { 'content-type': 'text/html' })
      .end(`<!DOCTYPE html><title>Error ${status} (Timeout)!!1</title>`)
const hangUp: Answer = (request) => request.socket.destroy()
const good = json(200, { ok: 'yes' })
const quota = json(429, {
  error: {
    code: 429,
    status: 'RESOURCE_EXHAUSTED',
    message: 'Quota exceeded',
    details: [{ reason: 'RATE_LIMIT_EXCEEDED' }],
  },
})

function client(options: Partial<GoogleClientOptions> = {}) {
  const waits: number[] = []
  const made = createGoogleClient({
    token: async () => 'token',
    sleep: async (ms) => void waits.push(ms),
    random: () => 0.5,
    ...options,
  })
  return { ...made, waits }
}

const ask = (url: string) => ({ method: 'POST' as const, url, body: {}, answer: z.object({ ok: z.string() }) })

describe('a call to Google', () => {
  it.each([
    ['429', quota],
    ['a page with 503', page(503)],
    ['a page with 408', page(408)],
    ['500', json(500, { error: { code: 500, status: 'INTERNAL' } })],
    ['502', page(502)],
    ['a closed connection', hangUp],
    ['an answer that is cut off', (_request: IncomingMessage, response: ServerResponse) => response.end('{"ok":')],
    [
      'Drive’s limit of requests',
      json(403, { error: { code: 403, errors: [{ domain: 'usageLimits', reason: 'userRateLimitExceeded' }] } }),
    ],
  ])('is made again after %s', async (_name, answer) => {
    const { url, count } = await serve([answer as Answer, answer as Answer, good])
    const { call, waits } = client()
    await expect(call(ask(url))).resolves.toEqual({ ok: 'yes' })
    expect(count()).toBe(3)
    expect(waits).toEqual([750, 1500])
  })

  it.each([
    ['400', json(400, { error: { code: 400, status: 'INVALID_ARGUMENT', message: 'Invalid requests[0]' } })],
    ['404', json(404, { error: { code: 404, status: 'NOT_FOUND' } })],
    ['a 403 of permission', json(403, { error: { code: 403, status: 'PERMISSION_DENIED' } })],
    [
      'a 403 of storage',
      json(403, { error: { code: 403, errors: [{ domain: 'usageLimits', reason: 'storageQuotaExceeded' }] } }),
    ],
  ])('is not made again after %s', async (_name, answer) => {
    const { url, count } = await serve([answer])
    await expect(client().call(ask(url))).rejects.toMatchObject({ name: 'GoogleError', outcome: 'refused' })
    expect(count()).toBe(1)
  })

  it('waits longer each time, and as long as Google asks', async () => {
    const asking = json(429, { error: { code: 429 } }, { 'retry-after': '9' })
    const { url } = await serve([asking, quota, quota, quota, quota, quota, quota, good])
    const { call, waits } = client()
    await call(ask(url))
    expect(waits).toEqual([9000, 1500, 3000, 6000, 12_000, 24_000, 24_000])
  })

  it('asks before every request, and tells of each that a quota refused', async () => {
    const { url } = await serve([quota, hangUp, good])
    const asked: boolean[] = []
    const refused: number[] = []
    const { call } = client({
      before: async ({ first }) => void asked.push(first),
      onLimited: async ({ status }) => void refused.push(status ?? 0),
    })
    await call(ask(url))
    expect(asked).toEqual([true, false, false])
    expect(refused).toEqual([429])
  })

  it('gives up after its attempts', async () => {
    const { url, count } = await serve([quota])
    await expect(client({ attempts: 3 }).call(ask(url))).rejects.toMatchObject({ outcome: 'limited', status: 429 })
    expect(count()).toBe(3)
  })

  it('that may have been carried out is looked up before it is made again', async () => {
    const { url, count } = await serve([hangUp, good])
    const done = { ok: 'found' }
    await expect(client().call({ ...ask(url), settle: async () => done })).resolves.toBe(done)
    expect(count()).toBe(1)
    const other = await serve([hangUp, good])
    await expect(client().call({ ...ask(other.url), settle: async () => null })).resolves.toEqual({ ok: 'yes' })
  })

  it('is not made again before it could be looked up', async () => {
    const { url, count } = await serve([hangUp, good])
    let lookUps = 0
    const settle = async () => {
      if (++lookUps < 3) throw new GoogleError('unknown', 503)
      return { ok: 'found' }
    }
    await expect(client().call({ ...ask(url), settle })).resolves.toEqual({ ok: 'found' })
    expect([count(), lookUps]).toEqual([1, 3])
  })

  it('that was carried out late is found when its repetition is refused', async () => {
    const { url } = await serve([hangUp, json(400, { error: { code: 400 } })])
    let lookUps = 0
    const settle = async () => (++lookUps === 1 ? null : { ok: 'late' })
    await expect(client().call({ ...ask(url), settle })).resolves.toEqual({ ok: 'late' })
  })

  it('that must not be made twice ends when nobody knows whether it was carried out', async () => {
    const { url, count } = await serve([quota, hangUp, good])
    await expect(client().call({ ...ask(url), settle: null })).rejects.toMatchObject({ outcome: 'unknown' })
    expect(count()).toBe(2)
  })

  it('that was refused at the door is not looked up', async () => {
    const { url } = await serve([quota, good])
    const settle = async () => {
      throw new Error('looked up')
    }
    await expect(client().call({ ...ask(url), settle })).resolves.toEqual({ ok: 'yes' })
  })

  it('takes a fresh token when the old one has run out', async () => {
    const { url, count } = await serve([
      (request, response) =>
        request.headers.authorization === 'Bearer fresh'
          ? good(request, response)
          : json(401, { error: { code: 401, status: 'UNAUTHENTICATED' } })(request, response),
    ])
    const token = async (refused?: string) => (refused === 'old' ? 'fresh' : 'old')
    await expect(client({ token }).call(ask(url))).resolves.toEqual({ ok: 'yes' })
    expect(count()).toBe(2)
  })

  it('is packed where it is large', async () => {
    const seen: [string | undefined, unknown][] = []
    const { url } = await serve([
      (request, response) => {
        const parts: Buffer[] = []
        request.on('data', (part) => parts.push(part))
        request.on('end', () => {
          const coding = request.headers['content-encoding']
          const sent = Buffer.concat(parts)
          seen.push([coding, JSON.parse(String(coding === 'gzip' ? gunzipSync(sent) : sent))])
          good(request, response)
        })
      },
    ])
    const large = { text: 'ä'.repeat(5000) }
    await client().call(ask(url))
    await client().call({ ...ask(url), body: large })
    expect(seen).toEqual([
      [undefined, {}],
      ['gzip', large],
    ])
  })

  it('ends when it is given up', async () => {
    const stop = new AbortController()
    const { url } = await serve([quota])
    const sleep = async (_ms: number, signal?: AbortSignal) => {
      stop.abort()
      signal?.throwIfAborted()
    }
    await expect(client({ signal: stop.signal, sleep }).call(ask(url))).rejects.toThrow(/abort/i)
  })

  it('keeps what Google repeats of the cells out of its message', async () => {
    const { url } = await serve([
      json(400, { error: { code: 400, status: 'INVALID_ARGUMENT', message: 'salary 98000' } }),
    ])
    const error = await client()
      .call(ask(url))
      .catch((caught) => caught)
    expect(String(error.message)).toBe('Google answered 400 INVALID_ARGUMENT')
    const problem = googleProblem(error)
    expect(problem).toBeInstanceOf(Problem)
    expect((problem as Problem).detail).not.toContain('98000')
  })
})

describe('the token endpoint', () => {
  const refresh = (url: string) =>
    askTokens(url, { id: 'id', secret: 'secret' }, { grant_type: 'refresh_token', refresh_token: 'first' })

  it('is sent the client and the grant as a form', async () => {
    let seen = ''
    const { url } = await serve([
      (request, response) => {
        request.on('data', (part) => (seen += part))
        request.on('end', () => json(200, { access_token: 'token', expires_in: 3600 })(request, response))
      },
    ])
    expect(await refresh(url)).toEqual({ access_token: 'token', expires_in: 3600 })
    expect(Object.fromEntries(new URLSearchParams(seen))).toEqual({
      ...{ client_id: 'id', client_secret: 'secret' },
      ...{ grant_type: 'refresh_token', refresh_token: 'first' },
    })
  })

  it.each([
    [400, { error: 'invalid_grant', error_description: 'Token revoked.' }, 'refused', 'google_reconnect'],
    [
      401,
      { error: 'invalid_client', error_description: 'The OAuth client was not found.' },
      'refused',
      'google_failed',
    ],
    [429, { error: 'rate_limit_exceeded' }, 'limited', 'google_busy'],
    [503, 'Service Unavailable', 'not_done', 'google_unreachable'],
    [200, { token_type: 'Bearer' }, 'not_done', 'google_unreachable'],
  ])('%i %j', async (status, body, outcome, code) => {
    const { url } = await serve([json(status, Object(body))])
    const error = await refresh(url).catch((caught) => caught)
    expect(error).toMatchObject({ name: 'GoogleError', outcome })
    expect(googleProblem(error)).toMatchObject({ code })
  })

  it('that is away says that nothing was done', async () => {
    await expect(refresh('http://127.0.0.1:9/token')).rejects.toMatchObject({ outcome: 'not_done', status: null })
  })
})
