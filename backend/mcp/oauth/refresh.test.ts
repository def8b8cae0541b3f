// The tokens of an AI client: short-lived, refreshed on any replica, each refresh token good for one time.
import { createHash } from 'node:crypto'
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { type Backend, startBackend } from '../../server.ts'
import { allow, back, createOAuthClient, type OAuthClient, provider } from './testing/oauth-client.ts'

let app: TestApp
let browser: OAuthClient
/** Another replica, and a server on the same database that people know by another address. */
let other: Backend
let elsewhere: Backend
beforeAll(async () => {
  app = await createTestApp({ env: { RATE_LIMIT_ADDRESS: '0' } })
  browser = createOAuthClient(app)
  other = await startBackend({ ...app.config, publicUrl: app.url })
  elsewhere = await startBackend({ ...app.config, publicUrl: 'https://tables.example.com' })
})
afterAll(async () => {
  await Promise.all([other.close(), elsewhere.close()])
  await app.close()
})

describe('a refresh token', () => {
  /** Tokens of a client that somebody has let in, and how it asks for the next ones. */
  async function letIn() {
    const { person, form } = await browser.codeFor()
    const { body } = await browser.exchange(form)
    const refresh = (token: string, more: Record<string, string> = {}, url = app.url) =>
      browser.exchange({ grant_type: 'refresh_token', refresh_token: token, client_id: form.client_id, ...more }, url)
    return { person, client_id: form.client_id, first: body, refresh }
  }
  const aged = (hash: string) => createHash('sha256').update(hash).digest()
  const keysOf = async (token: string) =>
    ((await (await app.call('GET', '/auth/keys', { token })).json()) as { items: { id: string }[] }).items

  it('is used by the official client by itself when its access token has run out', async () => {
    const person = await app.signUp()
    const { made, kept, opened } = provider()
    const transport = new StreamableHTTPClientTransport(new URL(`${app.url}/api/v1/mcp`), { authProvider: made })
    const connecting = new Client({ name: 'test', version: '1' }).connect(transport as Parameters<Client['connect']>[0])
    await expect(connecting).rejects.toThrow(UnauthorizedError)
    const led = new URL((await browser.decide(opened(), allow(person.email))).headers.get('location') ?? '')
    await transport.finishAuth(led.searchParams.get('code') ?? '')
    const client = new Client({ name: 'test', version: '1' })
    const again = new StreamableHTTPClientTransport(new URL(`${app.url}/api/v1/mcp`), { authProvider: made })
    await client.connect(again as Parameters<Client['connect']>[0])
    const before = kept.tokens
    for (let hour = 0; hour < 3; hour++) {
      await app.sql`
        update oauth_tokens set expires_at = now() where workspace_id = ${person.workspaceId} and kind = 'access'`
      expect((await client.listTools()).tools.length).toBeGreaterThan(5)
    }
    expect(kept.tokens).not.toEqual(before)
    expect(await keysOf(person.token)).toHaveLength(1)
    await client.close()
  })

  it('gives new tokens on any replica, each for one time, and the old access token lives on', async () => {
    const { first, refresh } = await letIn()
    const second = await refresh(first.refresh_token ?? '', {}, other.url)
    expect(second.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'tables:read extract' })
    expect(second.body.refresh_token).not.toBe(first.refresh_token)
    const third = await refresh(second.body.refresh_token ?? '')
    for (const { access_token = '' } of [first, second.body, third.body])
      expect(await browser.used(access_token)).toContain('scope_missing')
  })

  it('that comes again later ends everything that hangs on it, and the person no longer sees the client', async () => {
    const { person, first, refresh } = await letIn()
    const { body: second } = await refresh(first.refresh_token ?? '')
    await app.sql`
      update oauth_tokens set used_at = used_at - interval '31 seconds'
      where token_hash = ${aged(first.refresh_token ?? '')}`
    expect((await refresh(first.refresh_token ?? '')).body).toMatchObject({ error: 'invalid_grant' })
    expect(await browser.used(second.access_token ?? '')).toMatch(/^401 .*error="invalid_token"/)
    expect((await refresh(second.refresh_token ?? '')).status).toBe(400)
    expect(await keysOf(person.token)).toEqual([])
    const audit = await app.sql`
      select action from audit_log where workspace_id = ${person.workspaceId} and action like 'key.%' order by created_at`
    expect(audit.map(({ action }) => action)).toEqual(['key.create', 'key.revoke'])
  })

  it('asked for at once by several windows gives all of them the same next one, unless that was used', async () => {
    const { first, refresh } = await letIn()
    const all = await Promise.all(Array.from({ length: 5 }, () => refresh(first.refresh_token ?? '')))
    expect(new Set(all.map(({ body }) => body.refresh_token)).size).toBe(1)
    expect(new Set(all.map(({ body }) => body.access_token)).size).toBe(5)
    const next = all[0]?.body.refresh_token ?? ''
    expect((await refresh(next)).status).toBe(200)
    expect((await refresh(first.refresh_token ?? '')).status).toBe(400)
    expect((await refresh(next)).status).toBe(400)
  })

  it('is good for its client and its server only, and trying elsewhere does not use it up', async () => {
    const { first, refresh } = await letIn()
    const token = first.refresh_token ?? ''
    const { client_id } = await browser.register([back], 'Another')
    expect((await refresh(token, { client_id })).body).toMatchObject({ error: 'invalid_grant' })
    expect((await refresh(token, { resource: 'https://other.example/mcp' })).body).toMatchObject({
      error: 'invalid_target',
    })
    expect((await refresh(first.access_token ?? '')).body).toMatchObject({ error: 'invalid_grant' })
    expect((await refresh(token, {}, elsewhere.url)).body).toMatchObject({ error: 'invalid_grant' })
    expect(await browser.used(first.access_token ?? '', 'list_tables', {}, elsewhere.url)).toMatch(/^401/)
    expect((await refresh(token, { resource: `${app.url}/api/v1/mcp` })).status).toBe(200)
  })

  it('can ask for less, not for more than was agreed to', async () => {
    const { first, refresh } = await letIn()
    const more = await refresh(first.refresh_token ?? '', { scope: 'extract exports:write' })
    expect(more.body).toMatchObject({ error: 'invalid_scope' })
    const { body: less } = await refresh(first.refresh_token ?? '', { scope: 'extract offline_access' })
    expect(less.scope).toBe('extract')
    const table_id = crypto.randomUUID()
    expect(await browser.used(less.access_token ?? '', 'get_table', { table_id })).toContain('scope_missing')
    const { body: all } = await refresh(less.refresh_token ?? '')
    expect(await browser.used(all.access_token ?? '', 'get_table', { table_id })).toContain('not_found')
  })

  it('runs out when the client does not come back in time, and the client is no longer listed', async () => {
    const { person, first, refresh } = await letIn()
    await app.sql`update oauth_tokens set expires_at = now() where workspace_id = ${person.workspaceId}`
    await app.sql`
      update api_keys set expires_at = now() where workspace_id = ${person.workspaceId} and client_hash is not null`
    expect((await refresh(first.refresh_token ?? '')).body).toMatchObject({ error: 'invalid_grant' })
    expect(await keysOf(person.token)).toEqual([])
  })

  it.each(['access_token', 'refresh_token'])('is taken back by its client with the %s', async (kind) => {
    const { client_id, first, refresh } = await letIn()
    const token = first[kind] ?? ''
    const revoke = async (form: Record<string, string>) =>
      (await browser.post('/oauth/revoke', new URLSearchParams(form))).status
    expect(await revoke({ token, client_id: 'another' })).toBe(200)
    expect(await revoke({ token: 'unknown', client_id })).toBe(200)
    expect(await revoke({ token })).toBe(400)
    const { body: second } = await refresh(first.refresh_token ?? '')
    expect(await browser.used(second.access_token ?? '')).not.toMatch(/^401/)
    expect(await revoke({ token, client_id })).toBe(200)
    expect(await browser.used(second.access_token ?? '')).toMatch(/^401/)
    expect((await refresh(second.refresh_token ?? '')).status).toBe(400)
  })

  it('ends with the key in the person’s list', async () => {
    const { person, first, refresh } = await letIn()
    const [key] = await keysOf(person.token)
    expect((await app.call('DELETE', `/auth/keys/${key?.id}`, { token: person.token })).status).toBe(204)
    expect((await refresh(first.refresh_token ?? '')).status).toBe(400)
    expect(await browser.used(first.access_token ?? '')).toMatch(/^401/)
  })

  it('is kept as a hash', async () => {
    const { person, first } = await letIn()
    const rows = await app.sql`
      select to_jsonb(t)::text || to_jsonb(k)::text as text from oauth_tokens t
      join api_keys k on k.workspace_id = t.workspace_id and k.id = t.key_id where t.workspace_id = ${person.workspaceId}`
    expect(rows).toHaveLength(3)
    const stored = JSON.stringify(rows)
    for (const name of ['access_token', 'refresh_token']) expect(stored).not.toContain(first[name]?.slice(4, 20))
  })
})
