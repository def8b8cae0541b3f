// An AI client that knows nothing but the address finds out how to sign in, asks the person, and gets a key of its own.
import { createHash, randomBytes } from 'node:crypto'
import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js'
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp, testPassword } from '../../platform/testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const back = 'http://127.0.0.1:7777/callback'

/** What a browser does: opens the page, fills in the form, and tells where it is led. */
async function decide(url: string | URL, answer: Record<string, string>): Promise<Response> {
  const page = await fetch(url)
  const html = await page.text()
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
    ([, name = '', value = '']): [string, string] => [
      name,
      value.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
    ],
  )
  return await fetch(new URL('/oauth/authorize', app.url), {
    method: 'POST',
    body: new URLSearchParams([...hidden, ...Object.entries(answer)]),
    redirect: 'manual',
  })
}
const allow = (email: string) => ({ email, password: testPassword, decision: 'allow' })

/** A provider that keeps everything in memory, as the SDK wants it. */
function provider() {
  const kept: Record<string, unknown> = {}
  let opened: URL | undefined
  const made: OAuthClientProvider = {
    redirectUrl: back,
    clientMetadata: { client_name: 'Test Agent', redirect_uris: [back] },
    state: () => 'state-1',
    clientInformation: () => kept.client as ReturnType<OAuthClientProvider['clientInformation']>,
    saveClientInformation: (client) => {
      kept.client = client
    },
    tokens: () => kept.tokens as ReturnType<OAuthClientProvider['tokens']>,
    saveTokens: (tokens) => {
      kept.tokens = tokens
    },
    redirectToAuthorization: (url) => {
      opened = url
    },
    saveCodeVerifier: (verifier) => {
      kept.verifier = verifier
    },
    codeVerifier: () => String(kept.verifier),
  }
  return { made, kept, opened: () => opened ?? new URL('http://nowhere.example') }
}

it('the official client connects with nothing but the address', async () => {
  const person = await app.signUp()
  const { made, opened } = provider()
  const open = () => {
    const transport = new StreamableHTTPClientTransport(new URL(`${app.url}/api/v1/mcp`), { authProvider: made })
    const client = new Client({ name: 'test', version: '1' })
    return { client, transport, ready: client.connect(transport as Parameters<Client['connect']>[0]) }
  }
  const first = open()
  await expect(first.ready).rejects.toThrow(UnauthorizedError)
  const led = new URL((await decide(opened(), allow(person.email))).headers.get('location') ?? '')
  expect([led.origin, led.searchParams.get('state'), led.searchParams.get('iss')]).toEqual([
    'http://127.0.0.1:7777',
    'state-1',
    app.url,
  ])
  await first.transport.finishAuth(led.searchParams.get('code') ?? '')
  const second = open()
  await second.ready
  expect((await second.client.listTools()).tools.length).toBeGreaterThan(5)
  await second.client.close()

  const { items } = (await (await app.call('GET', '/auth/keys', { token: person.token })).json()) as {
    items: { id: string; name: string }[]
  }
  expect(items).toMatchObject([{ name: 'Test Agent' }])
  await app.call('DELETE', `/auth/keys/${items[0]?.id}`, { token: person.token })
  await expect(open().ready).rejects.toThrow(UnauthorizedError)
  // Signing in on the page leaves no session behind.
  const sessions = await app.sql`select 1 from sessions where workspace_id = ${person.workspaceId}`
  expect(sessions).toHaveLength(1)
})

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${app.url}${path}`, { method: 'POST', body, headers, redirect: 'manual' })

async function register(redirect_uris: string[], client_name = 'Agent <b>') {
  const body = JSON.stringify({ redirect_uris, client_name })
  const response = await post('/oauth/register', body, { 'content-type': 'application/json' })
  return { status: response.status, ...((await response.json()) as { client_id: string; error?: string }) }
}

const verifier = randomBytes(32).toString('base64url')
const challenge = createHash('sha256').update(verifier).digest('base64url')

async function request(change: Record<string, string> = {}) {
  const { client_id } = await register([back])
  const query = {
    ...{ client_id, redirect_uri: back, response_type: 'code', state: 'a&b', scope: 'extract tables:read' },
    ...{ code_challenge: challenge, code_challenge_method: 'S256', resource: `${app.url}/api/v1/mcp` },
    ...change,
  }
  return { client_id, url: `${app.url}/oauth/authorize?${new URLSearchParams(query)}` }
}

describe('registering', () => {
  it.each([
    'https://claude.example/callback',
    'http://localhost:3000/x',
    'http://[::1]/x',
    'cursor://anysphere.cursor-mcp/oauth/callback',
  ])('takes %s', async (uri) => {
    expect((await register([uri])).status).toBe(201)
  })

  it.each([
    'http://example.com/callback',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user@example.com/',
    'https://example.com/#x',
    'not an address',
    '',
  ])('refuses “%s”', async (uri) => {
    expect(await register([uri])).toMatchObject({ status: 400, error: 'invalid_redirect_uri' })
  })

  it('refuses what is no registration', async () => {
    for (const body of ['{}', '[]', '{"redirect_uris":[]}', 'null', '{"redirect_uris":"x"}'])
      expect((await post('/oauth/register', body, { 'content-type': 'application/json' })).status).toBe(400)
  })
})

describe('the consent page', () => {
  it('names the client, where it is answered and what it may do, and cannot be framed or made to run anything', async () => {
    const { url } = await request()
    const page = await fetch(url)
    const html = await page.text()
    expect(html).toContain('Agent &#60;b&#62;')
    expect(html).toContain('<b>127.0.0.1:7777</b>')
    expect(html.match(/<li>/g)).toHaveLength(2)
    expect(html).not.toContain('a&b"')
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' http://127.0.0.1:7777; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(page.headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    [{ redirect_uri: 'https://evil.example/' }],
    [{ redirect_uri: 'http://127.0.0.1:7777/other' }],
    [{ client_id: 'unknown' }],
    [{ client_id: '' }],
  ])('leads nowhere with %j', async (change) => {
    const page = await fetch((await request(change)).url, { redirect: 'manual' })
    expect([page.status, page.headers.get('location')]).toEqual([400, null])
  })

  it('takes no changed registration', async () => {
    const { client_id } = await register([back])
    const [, signature] = client_id.split('.')
    const forged = Buffer.from(JSON.stringify({ name: 'x', redirect_uris: ['https://evil.example/'] }))
    const change = { client_id: `${forged.toString('base64url')}.${signature}`, redirect_uri: 'https://evil.example/' }
    expect((await fetch((await request(change)).url)).status).toBe(400)
  })

  it('takes another port of the same machine', async () => {
    expect((await fetch((await request({ redirect_uri: 'http://127.0.0.1:41234/callback' })).url)).status).toBe(200)
  })

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ code_challenge: '' }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ resource: 'https://other.example/mcp' }, 'invalid_target'],
    [{ scope: 'everything' }, 'invalid_scope'],
  ])('tells the client what is wrong with %j', async (change, error) => {
    const page = await fetch((await request(change)).url, { redirect: 'manual' })
    const led = new URL(page.headers.get('location') ?? '')
    expect([page.status, led.searchParams.get('error'), led.searchParams.get('state')]).toEqual([303, error, 'a&b'])
  })

  it('can be declined, and asks again after a wrong password', async () => {
    const { url } = await request()
    const { email } = await app.signUp()
    const declined = await decide(url, { decision: 'deny' })
    expect(declined.headers.get('location')).toContain('error=access_denied')
    const wrong = await decide(url, { email, password: 'not the password', decision: 'allow' })
    const html = await wrong.text()
    expect(wrong.status).toBe(401)
    expect(html).toContain('Check both and try again')
    expect(html).toContain(email)
    expect(html).not.toContain('not the password')
  })
})

describe('a code', () => {
  async function codeFor() {
    const person = await app.signUp()
    const { url, client_id } = await request()
    const led = new URL((await decide(url, allow(person.email))).headers.get('location') ?? '')
    const form = { grant_type: 'authorization_code', code: led.searchParams.get('code') ?? '', client_id }
    return { person, form: { ...form, redirect_uri: back, code_verifier: verifier } }
  }
  const exchange = async (form: Record<string, string>) => {
    const response = await post('/oauth/token', new URLSearchParams(form))
    return { status: response.status, body: (await response.json()) as Record<string, string> }
  }

  it('gives a key with the scopes that were agreed to, once', async () => {
    const { form } = await codeFor()
    const both = await Promise.all([exchange(form), exchange(form)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
    const { body } = both.find(({ status }) => status === 200) ?? { body: {} as Record<string, string> }
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 7_776_000, scope: 'tables:read extract' })
    const token = body.access_token ?? ''
    expect((await app.call('GET', '/export/templates', { token })).status).toBe(403)
    expect((await app.call('GET', `/tables/${crypto.randomUUID()}`, { token })).status).toBe(404)
    expect((await app.call('POST', '/auth/keys', { token, body: { name: 'x', scopes: ['extract'] } })).status).toBe(403)
  })

  it.each([
    [{ code_verifier: 'another'.repeat(7) }],
    [{ code_verifier: '' }],
    [{ redirect_uri: 'http://127.0.0.1:7777/other' }],
    [{ client_id: 'another' }],
    [{ code: 'unknown' }],
  ])('is worth nothing with %j, and then nothing at all', async (change) => {
    const { form } = await codeFor()
    expect(await exchange({ ...form, ...change })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    if (!('code' in change)) expect((await exchange(form)).status).toBe(400)
  })

  it('runs out', async () => {
    const { form, person } = await codeFor()
    await app.sql`update oauth_codes set expires_at = now() where workspace_id = ${person.workspaceId}`
    expect((await exchange(form)).body).toMatchObject({ error: 'invalid_grant' })
  })

  it('is the only thing that is exchanged', async () => {
    expect(await exchange({ grant_type: 'password' })).toMatchObject({ body: { error: 'unsupported_grant_type' } })
    expect(await exchange({})).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
  })
})

it('behind a path of a proxy everything is found under that path', async () => {
  const behind = await createTestApp({ env: { PUBLIC_URL: 'https://example.com/tables' } })
  try {
    const refused = await fetch(`${behind.url}/api/v1/mcp`, { method: 'POST' })
    expect(refused.headers.get('www-authenticate')).toContain(
      'resource_metadata="https://example.com/.well-known/oauth-protected-resource/tables/api/v1/mcp"',
    )
    const read = async (path: string) => await (await fetch(`${behind.url}/.well-known/${path}`)).json()
    expect(await read('oauth-protected-resource/tables/api/v1/mcp')).toMatchObject({
      resource: 'https://example.com/tables/api/v1/mcp',
      authorization_servers: ['https://example.com/tables'],
    })
    expect(await read('oauth-authorization-server/tables')).toMatchObject({
      issuer: 'https://example.com/tables',
      token_endpoint: 'https://example.com/tables/oauth/token',
    })
  } finally {
    await behind.close()
  }
})
