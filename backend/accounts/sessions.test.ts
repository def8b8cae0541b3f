// Sessions: refreshed by tokens that are good for one time, and ended by their owner or by theft.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '../../shared/contract/account-schemas.ts'
import { createTestApp, testPassword as password, type TestApp } from '../platform/testing/test-app.ts'
import { startBackend } from '../server.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

type Tokens = Session & { refresh_token: string }

const signIn = async (email: string, body: object = {}): Promise<Tokens> =>
  await (await app.call('POST', '/auth/login', { body: { email, password, ...body } })).json()
const refresh = (refresh_token: string, key?: string) =>
  app.call('POST', '/auth/refresh', { body: { refresh_token }, headers: key ? { 'idempotency-key': key } : {} })
const next = async (token: string, key?: string): Promise<Tokens> => await (await refresh(token, key)).json()
const statusOf = async (token: string) => (await app.call('GET', '/auth/me', { token })).status
const codeOf = async (answer: Response) => (await answer.json()).code
const audited = async (userId: string) => {
  const rows = await app.sql`select action from audit_log where user_id = ${userId} order by position`
  return rows.map(({ action }) => action)
}

test('each refresh token gives the next and a new access token of the same session', async () => {
  const { email, userId } = await app.signUp()
  const first = await signIn(email)
  expect(first.refresh_token).toMatch(/^[\w-]{43}$/)
  expect(first.refresh_expires_in).toBe(30 * 86_400)
  const second = await next(first.refresh_token)
  const third = await next(second.refresh_token)
  expect(new Set([first, second, third].map(({ refresh_token }) => refresh_token)).size).toBe(3)
  expect(third.user).toEqual(first.user)
  expect(await statusOf(third.access_token)).toBe(200)
  expect(
    await app.sql`select 1 from sessions where user_id = ${userId} and expires_at > now() + interval '29 days'`,
  ).toHaveLength(1)
})

test('what is stored opens nothing', async () => {
  const { email } = await app.signUp()
  const { refresh_token, access_token } = await signIn(email)
  const [row] = await app.sql`select to_jsonb(t)::text as text from refresh_tokens t order by expires_at desc limit 1`
  expect(row?.text).not.toContain(refresh_token)
  expect(row?.text).not.toContain(access_token)
})

test('a token that comes again ends the session for everybody who holds any of it', async () => {
  const { email, userId } = await app.signUp()
  const other = await signIn(email)
  const stolen = await signIn(email)
  const owners = await next(stolen.refresh_token)
  const thief = await refresh(stolen.refresh_token)
  expect([thief.status, await codeOf(thief)]).toEqual([401, 'session_ended'])

  expect((await refresh(owners.refresh_token)).status).toBe(401)
  expect(await statusOf(owners.access_token)).toBe(401)
  expect(await statusOf(stolen.access_token)).toBe(401)
  expect(await statusOf(other.access_token)).toBe(200)
  expect((await refresh(other.refresh_token)).status).toBe(200)
  expect(await audited(userId)).toEqual(['session.start', 'session.start', 'session.revoke'])
})

test('a much older token of the family ends it too', async () => {
  const { email } = await app.signUp()
  const first = await signIn(email)
  let latest = first
  for (let turn = 0; turn < 3; turn++) latest = await next(latest.refresh_token)
  expect((await refresh(first.refresh_token)).status).toBe(401)
  expect(await statusOf(latest.access_token)).toBe(401)
})

test('of requests that come at the same moment one gets the next token, and the session goes on', async () => {
  const { email } = await app.signUp()
  const first = await signIn(email)
  const replica = await startBackend(app.config)
  const post = (url: string) =>
    fetch(`${url}/api/v1/auth/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh_token: first.refresh_token }),
    })
  // Held until all of them wait for it, as they would when they come within a millisecond.
  const answers = await app.sql
    .begin(async (tx) => {
      await tx`select 1 from sessions where user_id = ${first.user.id} for update`
      const sent = Array.from({ length: 6 }, (_, at) => post(at % 2 ? app.url : replica.url))
      let waiting = 0
      while (waiting < 6) {
        const [row] = await app.sql<[{ count: number }]>`
        select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and query like '%from sessions%'`
        waiting = row.count
      }
      return sent
    })
    .then((sent) => Promise.all(sent))
  await replica.close()
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
  const bodies: Tokens[] = await Promise.all(answers.map((answer) => answer.json()))
  const { access_token = '', refresh_token = '' } = bodies.find((body) => 'access_token' in body) ?? {}
  expect(await statusOf(access_token)).toBe(200)
  expect((await refresh(refresh_token)).status).toBe(200)
})

test('a request that is sent again because its answer got lost gets the same token, until that one is used', async () => {
  const { email } = await app.signUp()
  const first = await signIn(email)
  const lost = await next(first.refresh_token, 'request 1')
  const again = await next(first.refresh_token, 'request 1')
  expect(again.refresh_token).toBe(lost.refresh_token)
  expect(await statusOf(again.access_token)).toBe(200)

  const after = await next(again.refresh_token, 'request 2')
  expect(after.refresh_token).not.toBe(again.refresh_token)
  expect((await refresh(first.refresh_token, 'request 1')).status).toBe(401)
  expect(await statusOf(after.access_token)).toBe(401)
})

test.each([
  ['another key', 'request 9'],
  ['no key', undefined],
])('a used token with %s is no repetition', async (_what, key) => {
  const { email } = await app.signUp()
  const first = await signIn(email)
  const second = await next(first.refresh_token, 'request 1')
  expect((await refresh(first.refresh_token, key)).status).toBe(401)
  expect(await statusOf(second.access_token)).toBe(401)
})

test('a repetition that comes after more than a minute is none', async () => {
  const { email, userId } = await app.signUp()
  const first = await signIn(email)
  await refresh(first.refresh_token, 'request 1')
  await app.sql`
    update refresh_tokens set used_at = used_at - interval '61 seconds'
    where session_id in (select id from sessions where user_id = ${userId}) and used_at is not null`
  expect((await refresh(first.refresh_token, 'request 1')).status).toBe(401)
})

test('a token that has run out is refused, and forgotten with the next', async () => {
  const { email, userId } = await app.signUp()
  const first = await signIn(email)
  const second = await next(first.refresh_token)
  const tokens = app.sql`select 1 from sessions s join refresh_tokens t on t.session_id = s.id where user_id = ${userId}`
  const [newest] = await app.sql`
    select token_hash from refresh_tokens where used_at is null and session_id in
      (select id from sessions where user_id = ${userId})`
  await app.sql`update refresh_tokens set expires_at = now() where token_hash = ${newest?.token_hash}`
  expect(await codeOf(await refresh(second.refresh_token))).toBe('session_ended')
  expect(await tokens).toHaveLength(2)
})

test.each(['', 'nonsense', 'x'.repeat(201)])('no token at all: %s', async (token) => {
  const answer = await refresh(token)
  expect([400, 401]).toContain(answer.status)
})

test('signing out ends the session and its access tokens at once, and no other', async () => {
  const { email, userId } = await app.signUp()
  const other = await signIn(email)
  const mine = await signIn(email)
  expect((await app.call('POST', '/auth/logout', { token: mine.access_token })).status).toBe(204)
  expect(await statusOf(mine.access_token)).toBe(401)
  expect((await refresh(mine.refresh_token)).status).toBe(401)
  expect((await app.call('POST', '/auth/logout', { token: mine.access_token })).status).toBe(401)
  expect(await statusOf(other.access_token)).toBe(200)
  expect((await audited(userId)).at(-1)).toBe('session.end')
})

test('who wants no refresh token gets none', async () => {
  const { email } = await app.signUp()
  const session = await signIn(email, { refresh: false })
  expect(session).not.toHaveProperty('refresh_token')
  expect(session).not.toHaveProperty('refresh_expires_in')
  expect(await statusOf(session.access_token)).toBe(200)
})

test('with the user go the sessions', async () => {
  const { email, userId } = await app.signUp()
  const session = await signIn(email)
  await app.sql`delete from users where id = ${userId}`
  expect(await statusOf(session.access_token)).toBe(401)
  expect((await refresh(session.refresh_token)).status).toBe(401)
})
