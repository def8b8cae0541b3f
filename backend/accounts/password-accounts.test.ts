// Accounts with e-mail and password, through the API.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, testPassword as password, type TestApp } from '../platform/testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const register = (body: object) => app.call('POST', '/auth/register', { body })
const login = (body: object) => app.call('POST', '/auth/login', { body })

test('a new account is signed in, has a workspace of its own and can sign in again', async () => {
  const made = await register({ email: 'Ada@Example.com', password, name: 'Ada' })
  expect(made.status).toBe(201)
  const session = await made.json()
  expect(session).toMatchObject({
    token_type: 'Bearer',
    expires_in: 900,
    user: { email: 'Ada@Example.com', name: 'Ada' },
  })

  const again = await login({ email: 'ada@example.COM', password })
  expect(again.status).toBe(200)
  const { access_token, user } = await again.json()
  expect(user).toEqual(session.user)

  const me = await app.call('GET', '/auth/me', { token: access_token })
  expect(await me.json()).toEqual(session.user)

  const members = await app.sql`select role from workspace_members where workspace_id = ${user.workspace_id}`
  expect(members.map(({ role }) => role)).toEqual(['owner'])
})

test('the same e-mail cannot register twice, however it is written, also not at the same moment', async () => {
  const answers = await Promise.all(
    ['twin@example.com', 'Twin@Example.com'].map((email) => register({ email, password })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  const [row] = await app.sql`select count(*) as workspaces from workspaces where name ilike 'twin@example.com'`
  expect(row?.workspaces).toBe(1)
})

test('a wrong password and an unknown e-mail answer the same', async () => {
  await register({ email: 'eve@example.com', password })
  const wrong = await login({ email: 'eve@example.com', password: 'not the password' })
  const unknown = await login({ email: 'nobody@example.com', password })
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  const [first, second] = [await wrong.json(), await unknown.json()]
  expect(first.code).toBe('wrong_credentials')
  expect({ ...second, request_id: '' }).toEqual({ ...first, request_id: '' })
})

test('a password that bcrypt would cut off is refused', async () => {
  const answer = await register({ email: 'long@example.com', password: 'ä'.repeat(37) })
  expect(answer.status).toBe(400)
  expect((await answer.json()).detail).toContain('longer than 72 bytes')
})

test('guessing is slowed down for that account only, also when all guesses come at once', async () => {
  const { email } = await app.signUp()
  const guesses = Array.from({ length: 12 }, () => login({ email, password: 'guess number one' }))
  const answers = await Promise.all(guesses)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(2)
  const refused = await login({ email, password })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
  expect((await refused.json()).code).toBe('too_many_requests')

  await register({ email: 'other@example.com', password })
  expect((await login({ email: 'other@example.com', password })).status).toBe(200)
})

test('a deleted account’s token is refused at once', async () => {
  const { token, userId } = await app.signUp()
  expect((await app.call('GET', '/auth/me', { token })).status).toBe(200)
  await app.sql`delete from users where id = ${userId}`
  expect((await app.call('GET', '/auth/me', { token })).status).toBe(401)
})
