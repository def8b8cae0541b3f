// API keys: what they may do, and how they stop.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewApiKey } from '../../shared/contract/account-schemas.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const make = (token: string, body: object = {}) =>
  app.call('POST', '/auth/keys', { token, body: { name: 'Import', scopes: ['chat:read'], ...body } })
const made = async (token: string, body: object = {}): Promise<NewApiKey> => await (await make(token, body)).json()
const list = async (token: string) => (await (await app.call('GET', '/auth/keys', { token })).json()).items
const conversations = (key: string) => app.call('GET', '/chat/conversations', { token: key })
const remove = (token: string, id: string) => app.call('DELETE', `/auth/keys/${id}`, { token })

test('a key is shown once, kept as a hash, and works for what it was made for', async () => {
  const { token } = await app.signUp()
  const answer = await make(token)
  expect(answer.status).toBe(201)
  const { key, ...rest }: NewApiKey = await answer.json()
  expect(key).toMatch(/^tw_[\w-]{43}$/)
  expect(key.startsWith(rest.hint)).toBe(true)
  expect(rest).toMatchObject({ name: 'Import', scopes: ['chat:read'], last_used_at: null })
  expect(await list(token)).toEqual([rest])
  const [row] = await app.sql`select to_jsonb(k)::text as text from api_keys k where id = ${rest.id}`
  expect(row?.text).not.toContain(key)

  expect((await conversations(key)).status).toBe(200)
})

test('a key does only what its scopes say, and never manages accounts or keys', async () => {
  const { token } = await app.signUp()
  const { key, id } = await made(token)
  const refused = [
    app.call('POST', '/chat/conversations', { token: key, body: {} }),
    app.call('GET', '/usage', { token: key }),
    app.call('GET', '/auth/me', { token: key }),
    app.call('PATCH', '/auth/me', { token: key, body: { name: 'Somebody' } }),
    app.call('POST', '/auth/logout', { token: key }),
    app.call('POST', '/auth/google/link', { token: key, body: { id_token: 'x' } }),
    app.call('DELETE', '/auth/google/link', { token: key }),
    app.call('POST', '/auth/email/verify/send', { token: key }),
    app.call('GET', '/auth/keys', { token: key }),
    make(key),
    remove(key, id),
  ]
  for (const answer of await Promise.all(refused)) {
    expect(answer.status).toBe(403)
    expect((await answer.json()).code).toBe('scope_missing')
  }
})

const patient = { timeout: 15_000 }

test('the last use is known, to the minute', async () => {
  const { token } = await app.signUp()
  const { key, id } = await made(token)
  const usedAt = async () => (await list(token))[0].last_used_at
  await conversations(key)
  await expect.poll(usedAt, patient).not.toBeNull()
  const first = await usedAt()
  await conversations(key)
  expect(await usedAt()).toBe(first)
  await app.sql`update api_keys set last_used_at = now() - interval '2 minutes' where id = ${id}`
  await conversations(key)
  await expect.poll(async () => Date.parse(await usedAt()), patient).toBeGreaterThanOrEqual(Date.parse(first))
})

test('a revoked key stops at once and is no longer listed', async () => {
  const { token, userId } = await app.signUp()
  const { key, id } = await made(token)
  expect((await remove(token, id)).status).toBe(204)
  expect((await conversations(key)).status).toBe(401)
  expect(await list(token)).toEqual([])
  expect((await remove(token, id)).status).toBe(404)
  const log = await app.sql`select action, subject_id from audit_log where user_id = ${userId} order by position`
  expect(log).toEqual([
    { action: 'key.create', subject_id: id },
    { action: 'key.revoke', subject_id: id },
  ])
})

test('a key that has run out says so', async () => {
  const { token } = await app.signUp()
  const { key, id } = await made(token, { expires_at: new Date(Date.now() + 60_000).toISOString() })
  expect((await conversations(key)).status).toBe(200)
  await app.sql`update api_keys set expires_at = now() where id = ${id}`
  const answer = await conversations(key)
  expect(answer.status).toBe(401)
  expect((await answer.json()).detail).toContain('run out')
})

test('a key ends after a year unless it is told otherwise', async () => {
  const { token } = await app.signUp()
  const year = 365 * 86_400_000
  expect(Math.abs(Date.parse((await made(token)).expires_at ?? '') - Date.now() - year)).toBeLessThan(60_000)
  expect((await made(token, { expires_at: null })).expires_at).toBeNull()
})

test('nobody sees, uses or revokes what belongs to somebody else', async () => {
  const { token } = await app.signUp()
  const stranger = await app.signUp()
  const { id } = await made(token)
  expect(await list(stranger.token)).toEqual([])
  const foreign = await remove(stranger.token, id)
  const unknown = await remove(stranger.token, '00000000-0000-4000-8000-000000000000')
  expect([foreign.status, unknown.status]).toEqual([404, 404])
  expect({ ...(await foreign.json()), request_id: '' }).toEqual({ ...(await unknown.json()), request_id: '' })
  expect(await list(token)).toHaveLength(1)
})

test.each([
  ['an unknown scope', { scopes: ['everything'] }],
  ['no scope', { scopes: [] }],
  ['a name of blanks', { name: '   ' }],
  ['an end in the past', { expires_at: '2020-01-01T00:00:00Z' }],
  ['an end that is no time', { expires_at: 'tomorrow' }],
])('refused: %s', async (_what, body) => {
  const { token } = await app.signUp()
  expect((await make(token, body)).status).toBe(400)
})

test.each(['tw_', 'tw_short', `tw_${'A'.repeat(43)}`, `tw_${'é'.repeat(43)}`])('no key: %s', async (key) => {
  const answer = await conversations(encodeURI(key))
  expect(answer.status).toBe(401)
})

test('there are at most fifty, also when they are made at once', async () => {
  const { token, userId, workspaceId } = await app.signUp()
  await app.sql`
    insert into api_keys (workspace_id, user_id, name, hint, key_hash, scopes)
    select ${workspaceId}, ${userId}, 'one of many', 'tw_', sha256(n::text::bytea), '{chat:read}' from generate_series(1, 48) n`
  const answers = await Promise.all(Array.from({ length: 4 }, () => make(token)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409])
})

test('with the user go the keys', async () => {
  const { token, userId } = await app.signUp()
  const { key } = await made(token)
  await app.sql`delete from users where id = ${userId}`
  expect((await conversations(key)).status).toBe(401)
})
