// What people change of their own account.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, testPassword as password, type TestApp } from '../platform/testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const other = 'plum kettle sundial'
const me = (token: string) => app.call('GET', '/auth/me', { token })
const patch = (token: string, body: object, etag?: string) =>
  app.call('PATCH', '/auth/me', { token, body, headers: etag ? { 'if-match': etag } : {} })
const login = async (email: string, secret: string) =>
  await (await app.call('POST', '/auth/login', { body: { email, password: secret } })).json()
const codeOf = async (answer: Response) => (await answer.json()).code

test('the name is changed, and a change that did not see it is refused', async () => {
  const { token, userId } = await app.signUp()
  const before = await me(token)
  const etag = before.headers.get('etag') ?? ''
  const changed = await patch(token, { name: ' Ada ' }, etag)
  expect(await changed.json()).toMatchObject({ ...(await before.json()), name: 'Ada', updated_at: expect.any(String) })
  expect(changed.headers.get('etag')).not.toBe(etag)
  const late = await patch(token, { name: 'Eve' }, etag)
  expect([late.status, await codeOf(late)]).toEqual([412, 'stale'])
  expect((await patch(token, { name: 'Eve' }, changed.headers.get('etag') ?? '')).status).toBe(200)
  expect((await patch(token, {})).status).toBe(200)
  const log = await app.sql`select action from audit_log where user_id = ${userId}`
  expect(log).toEqual([{ action: 'account.update' }, { action: 'account.update' }])
})

test('a new password needs the old one, and ends all sessions but this one', async () => {
  const { token, email } = await app.signUp()
  const elsewhere = await login(email, password)
  const refusals = [
    await patch(token, { password: other }),
    await patch(token, { password: other, current_password: 'not the password' }),
  ]
  for (const refused of refusals) expect([refused.status, await codeOf(refused)]).toEqual([403, 'wrong_password'])

  expect((await patch(token, { password: other, current_password: password })).status).toBe(200)
  expect((await me(token)).status).toBe(200)
  expect((await me(elsewhere.access_token)).status).toBe(401)
  const refreshed = await app.call('POST', '/auth/refresh', { body: { refresh_token: elsewhere.refresh_token } })
  expect(refreshed.status).toBe(401)
  expect(await login(email, password)).toMatchObject({ code: 'wrong_credentials' })
  expect(await login(email, other)).toMatchObject({ token_type: 'Bearer' })
})

test('of two changes of the password at once one is done', async () => {
  const { token, email } = await app.signUp()
  const wishes = [other, 'lantern gravel oboe', 'thimble ocean quartz']
  const answers = await Promise.all(wishes.map((wish) => patch(token, { password: wish, current_password: password })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403])
  const chosen = wishes[answers.findIndex(({ status }) => status === 200)] ?? ''
  expect(await login(email, chosen)).toMatchObject({ token_type: 'Bearer' })
})

test.each([
  [422, 'password_weak', 'Password123'],
  [422, 'password_weak', 'person-person-1'],
  [400, 'invalid_request', 'ä'.repeat(37)],
  [400, 'invalid_request', 'too short'],
])('a password that is not good is refused: %i %s', async (status, code, wish) => {
  const { token } = await app.signUp()
  const refused = await patch(token, { password: wish, current_password: password })
  expect([refused.status, await codeOf(refused)]).toEqual([status, code])
})

test.each([{ name: 5 }, { email: 'nobody' }, { name: 'x'.repeat(201) }])('refused: %o', async (body) => {
  const { token } = await app.signUp()
  expect((await patch(token, body)).status).toBe(400)
})
