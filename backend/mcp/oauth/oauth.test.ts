// An AI client that knows nothing but the address finds out how to sign in, asks the person, and gets tokens of its own.
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { allow, back, createOAuthClient, type OAuthClient, provider } from './testing/oauth-client.ts'

let app: TestApp
let browser: OAuthClient
beforeAll(async () => {
  // Two sign-ins for each test.
  app = await createTestApp({ env: { RATE_LIMIT_ADDRESS: '0' } })
  browser = createOAuthClient(app)
})
afterAll(() => app.close())

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
  const led = new URL((await browser.decide(opened(), allow(person.email))).headers.get('location') ?? '')
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
  expect(items).toMatchObject([{ name: 'Test Agent', kind: 'client', last_used_at: expect.any(String) }])
  await app.call('DELETE', `/auth/keys/${items[0]?.id}`, { token: person.token })
  await expect(open().ready).rejects.toThrow(UnauthorizedError)
  // Signing in on the page leaves no session behind.
  const sessions = await app.sql`select 1 from sessions where workspace_id = ${person.workspaceId}`
  expect(sessions).toHaveLength(1)
})

describe('registering', () => {
  it.each([
    'https://claude.example/callback',
    'http://localhost:3000/x',
    'http://[::1]/x',
    'cursor://anysphere.cursor-mcp/oauth/callback',
  ])('takes %s', async (uri) => {
    expect((await browser.register([uri])).status).toBe(201)
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
    expect(await browser.register([uri])).toMatchObject({ status: 400, error: 'invalid_redirect_uri' })
  })

  it('refuses what is no registration', async () => {
    for (const body of ['{}', '[]', '{"redirect_uris":[]}', 'null', '{"redirect_uris":"x"}'])
      expect((await browser.post('/oauth/register', body, { 'content-type': 'application/json' })).status).toBe(400)
  })
})

describe('the consent page', () => {
  it('names the client, where it is answered and what it may do, and cannot be framed or made to run anything', async () => {
    const { url } = await browser.request()
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
    const page = await fetch((await browser.request(change)).url, { redirect: 'manual' })
    expect([page.status, page.headers.get('location')]).toEqual([400, null])
  })

  it('takes no changed registration', async () => {
    const { client_id } = await browser.register([back])
    const [, signature] = client_id.split('.')
    const forged = Buffer.from(JSON.stringify({ name: 'x', redirect_uris: ['https://evil.example/'] }))
    const change = { client_id: `${forged.toString('base64url')}.${signature}`, redirect_uri: 'https://evil.example/' }
    expect((await fetch((await browser.request(change)).url)).status).toBe(400)
  })

  it('takes another port of the same machine', async () => {
    expect((await fetch((await browser.request({ redirect_uri: 'http://127.0.0.1:41234/callback' })).url)).status).toBe(
      200,
    )
  })

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ code_challenge: '' }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ resource: 'https://other.example/mcp' }, 'invalid_target'],
    [{ scope: 'everything' }, 'invalid_scope'],
  ])('tells the client what is wrong with %j', async (change, error) => {
    const page = await fetch((await browser.request(change)).url, { redirect: 'manual' })
    const led = new URL(page.headers.get('location') ?? '')
    expect([page.status, led.searchParams.get('error'), led.searchParams.get('state')]).toEqual([303, error, 'a&b'])
  })

  it('can be declined, and asks again after a wrong password', async () => {
    const { url } = await browser.request()
    const { email } = await app.signUp()
    const declined = await browser.decide(url, { decision: 'deny' })
    expect(declined.headers.get('location')).toContain('error=access_denied')
    const wrong = await browser.decide(url, { email, password: 'not the password', decision: 'allow' })
    const html = await wrong.text()
    expect(wrong.status).toBe(401)
    expect(html).toContain('Check both and try again')
    expect(html).toContain(email)
    expect(html).not.toContain('not the password')
  })
})

describe('a code', () => {
  it('gives tokens with the scopes that were agreed to', async () => {
    const { form } = await browser.codeFor()
    const { body } = await browser.exchange(form)
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'tables:read extract' })
    const token = body.access_token ?? ''
    expect(await browser.used(token, 'list_templates')).toContain('scope_missing')
    expect(await browser.used(token, 'get_table', { table_id: crypto.randomUUID() })).toContain('not_found')
    // For anything but the MCP server the tokens are not.
    expect((await app.call('GET', `/tables/${crypto.randomUUID()}`, { token })).status).toBe(401)
    expect((await app.call('GET', '/auth/me', { token: body.refresh_token ?? '' })).status).toBe(401)
  })

  it('gives them once; shown again, it ends what it gave', async () => {
    const { form, person } = await browser.codeFor()
    const both = await Promise.all([browser.exchange(form), browser.exchange(form)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400])
    const { body } = await browser.exchange((await browser.codeFor()).form)
    const other = await browser.codeFor()
    const given = (await browser.exchange(other.form)).body
    expect((await browser.exchange(other.form)).body).toMatchObject({ error: 'invalid_grant' })
    expect(await browser.used(given.access_token ?? '')).toMatch(/^401 /)
    expect(await browser.used(body.access_token ?? '')).toContain('scope_missing')
    await browser.exchange(form)
    const keys = await (await app.call('GET', '/auth/keys', { token: person.token })).json()
    expect(keys.items).toEqual([])
  })

  it.each([
    [{ code_verifier: 'another'.repeat(7) }],
    [{ code_verifier: '' }],
    [{ redirect_uri: 'http://127.0.0.1:7777/other' }],
    [{ client_id: 'another' }],
    [{ code: 'unknown' }],
  ])('is worth nothing with %j, and then nothing at all', async (change) => {
    const { form } = await browser.codeFor()
    expect(await browser.exchange({ ...form, ...change })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    })
    if (!('code' in change)) expect((await browser.exchange(form)).status).toBe(400)
  })

  it('runs out', async () => {
    const { form, person } = await browser.codeFor()
    await app.sql`update oauth_codes set expires_at = now() where workspace_id = ${person.workspaceId}`
    expect((await browser.exchange(form)).body).toMatchObject({ error: 'invalid_grant' })
  })

  it('is the only thing that is exchanged', async () => {
    expect(await browser.exchange({ grant_type: 'password' })).toMatchObject({
      body: { error: 'unsupported_grant_type' },
    })
    expect(await browser.exchange({})).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
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
