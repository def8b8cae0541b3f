// Guessing passwords is slowed down, and nobody can lock somebody else out; accounts are not made without end.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, testPassword as password, type TestApp } from '../platform/testing/test-app.ts'
import { startBackend } from '../server.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ env: { TRUST_PROXY: '1', RATE_LIMIT_REGISTER: '4' } })
})
afterAll(() => app.close())

const login = (email: string, from: string, secret = 'a wrong guess') =>
  app.call('POST', '/auth/login', { body: { email, password: secret }, headers: { 'x-forwarded-for': from } })
/** Tries one after the other, in portions, and says which statuses came. */
async function guess(times: number, one: (at: number) => Promise<Response>): Promise<Map<number, number>> {
  const seen = new Map<number, number>()
  for (let start = 0; start < times; start += 10) {
    const portion = Array.from({ length: Math.min(10, times - start) }, (_, at) => one(start + at))
    for (const { status } of await Promise.all(portion)) seen.set(status, (seen.get(status) ?? 0) + 1)
  }
  return seen
}

test('ten guesses at an account from one place, whichever replica they reach', async () => {
  const { email } = await app.signUp()
  const replica = await startBackend(app.config)
  const there = (secret: string) =>
    fetch(`${replica.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.1' },
      body: JSON.stringify({ email: ` ${email.toUpperCase()} `, password: secret }),
    })
  const seen = await guess(14, (at) => (at % 2 ? login(email, '192.0.2.1') : there('a wrong guess')))
  expect(seen).toEqual(
    new Map([
      [401, 10],
      [429, 4],
    ]),
  )
  const refused = await there(password)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
  expect((await login(email, '192.0.2.2', password)).status).toBe(200)
  await replica.close()
})

test('a sign-in that works counts as no guess', async () => {
  const { email } = await app.signUp()
  for (let round = 0; round < 3; round++) {
    await guess(8, () => login(email, '192.0.2.3'))
    expect((await login(email, '192.0.2.3', password)).status).toBe(200)
  }
})

test('guesses from everywhere end, while the owner signs in from where they always do', async () => {
  const { email } = await app.signUp()
  expect((await login(email, '198.51.100.1', password)).status).toBe(200)
  const seen = await guess(60, (at) => login(email, `2001:db8:${at}::1`))
  expect([...seen.keys()].sort()).toEqual([401, 429])
  expect(seen.get(401)).toBe(50)
  expect((await login(email, '203.0.113.9', password)).status).toBe(429)
  expect((await login(email, '198.51.100.1', password)).status).toBe(200)
})

test('one place does not get to guess at many accounts, in all of the network that it has', async () => {
  const known = await app.signUp()
  expect((await login(known.email, '2001:db8:ffff::1', password)).status).toBe(200)
  const seen = await guess(110, (at) => login(`made-up-${at}@example.com`, `2001:db8:ffff::${at}`))
  expect(seen.get(401)).toBe(100)
  expect(seen.get(429)).toBe(10)
  expect((await login(known.email, '2001:db8:ffff::77', password)).status).toBe(200)
})

test('the old password of a change is guessed no faster', async () => {
  const { token } = await app.signUp()
  const seen = await guess(12, () =>
    app.call('PATCH', '/auth/me', { token, body: { password: 'plum kettle sundial', current_password: 'a guess' } }),
  )
  expect(seen).toEqual(
    new Map([
      [403, 10],
      [429, 2],
    ]),
  )
})

test('one network gets only so many accounts in an hour, whichever replica it asks', async () => {
  const replica = await startBackend(app.config)
  const register = (at: number, from: string, secret = password) =>
    fetch(`${at % 2 ? app.url : replica.url}/api/v1/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
      body: JSON.stringify({ email: `new-${at}@example.com`, password: secret }),
    })
  // What is refused before any work is done for it does not count.
  expect((await register(0, '2001:db8:9::1', 'password123')).status).toBe(422)
  for (const at of [1, 2, 3]) expect((await register(at, `2001:db8:9::${at}`)).status).toBe(201)
  // Somebody’s e-mail counts: trying them all would tell who has an account.
  expect((await register(1, '2001:db8:9::9')).status).toBe(409)
  for (const at of [5, 6, 1]) {
    const refused = await register(at, `2001:db8:9::${at}`)
    expect([refused.status, (await refused.json()).code]).toEqual([429, 'too_many_requests'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_500)
  }
  expect((await register(5, '2001:db8:a::1')).status).toBe(201)
  await replica.close()
})

test('what is counted says nothing of who it was', async () => {
  const rows = await app.sql`select key from rate_limits where key ~ '^(pair|place|account|known|accountsFrom):'`
  expect(rows.length).toBeGreaterThan(100)
  for (const { key } of rows) expect(key).not.toMatch(/@|192\.0|2001:db8:ffff/)
})

test('while the database is away each process counts by itself', async () => {
  const alone = await createTestApp({ env: { TRUST_PROXY: '1' } })
  const { email } = await alone.signUp()
  await alone.sql`alter table rate_limits rename to elsewhere`
  const seen = await guess(12, () => alone.call('POST', '/auth/login', { body: { email, password: 'a guess' } }))
  expect(seen).toEqual(
    new Map([
      [401, 10],
      [429, 2],
    ]),
  )
  await alone.close()
})
