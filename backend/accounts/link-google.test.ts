// One account with a password and a Google account: linked by its owner alone, and never by an e-mail.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, testPassword as password, type TestApp } from '../platform/testing/test-app.ts'
import { type GoogleStandIn, startGoogleStandIn } from './testing/google-stand-in.ts'

let google: GoogleStandIn
let app: TestApp
beforeAll(async () => {
  google = await startGoogleStandIn()
  app = await createTestApp({ env: google.env })
})
afterAll(async () => {
  await app.close()
  google.close()
})

const other = 'plum kettle sundial'
const signIn = async (claims: object) =>
  await (await app.call('POST', '/auth/google', { body: { id_token: google.token({ ...claims }) } })).json()
const link = (token: string, claims: object) =>
  app.call('POST', '/auth/google/link', { token, body: { id_token: google.token({ ...claims }) } })
const unlink = (token: string) => app.call('DELETE', '/auth/google/link', { token })
const patch = (token: string, body: object) => app.call('PATCH', '/auth/me', { token, body })
const login = async (email: string, secret: string) =>
  await (await app.call('POST', '/auth/login', { body: { email, password: secret } })).json()
const codeOf = async (answer: Response) => (await answer.json()).code

test('a linked Google account signs in to the account, which keeps its own e-mail and name', async () => {
  const { token, userId, email } = await app.signUp()
  const linked = await link(token, { sub: 'a', email: 'ada@gmail.example' })
  expect(linked.status).toBe(200)
  const user = await linked.json()
  expect(user).toMatchObject({ id: userId, email, google_email: 'ada@gmail.example', has_password: true })
  expect(linked.headers.get('etag')).toBeTruthy()
  expect((await link(token, { sub: 'a', email: 'ada@gmail.example' })).status).toBe(200)

  const session = await signIn({ sub: 'a', email: 'ada@new.example', name: 'Somebody' })
  expect(session.user).toMatchObject({ id: userId, email, name: '', google_email: 'ada@new.example' })
  expect((await login(email, password)).user.id).toBe(userId)
  const log = await app.sql`select action from audit_log where user_id = ${userId} and action like 'identity%'`
  expect(log).toEqual([{ action: 'identity.link' }])
})

test('one that has an account of its own, or another’s, is not taken over, also not at the same moment', async () => {
  const owner = await signIn({ sub: 'b', email: 'bob@gmail.example' })
  const { token } = await app.signUp()
  const refused = await link(token, { sub: 'b', email: 'bob@gmail.example' })
  expect([refused.status, await codeOf(refused)]).toEqual([409, 'google_taken'])
  expect((await signIn({ sub: 'b' })).user.id).toBe(owner.user.id)

  const people = await Promise.all([app.signUp(), app.signUp(), app.signUp()])
  const answers = await Promise.all(people.map((person) => link(person.token, { sub: 'contested' })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
})

test('an account has one; the next is linked when the first is not any more', async () => {
  const { token } = await app.signUp()
  await link(token, { sub: 'c1' })
  const second = await link(token, { sub: 'c2' })
  expect([second.status, await codeOf(second)]).toEqual([409, 'google_linked'])
  expect((await unlink(token)).status).toBe(204)
  expect((await unlink(token)).status).toBe(404)
  expect((await link(token, { sub: 'c2' })).status).toBe(200)
  expect((await signIn({ sub: 'c1' })).user.has_password).toBe(false)
})

test('a token that Google did not make for this server links nothing', async () => {
  const { token } = await app.signUp()
  for (const claims of [{ aud: 'another app' }, { email_verified: false }, { exp: 1 }]) {
    const refused = await link(token, { sub: 'd', ...claims })
    expect([refused.status, await codeOf(refused)]).toEqual([401, 'identity_refused'])
  }
})

test('the same e-mail links nothing; linking it shows that it is theirs', async () => {
  const { token, email, userId } = await app.signUp()
  expect((await signIn({ sub: 'e', email })).user.id).not.toBe(userId)
  const linked = await link(token, { sub: 'e2', email: email.toUpperCase() })
  expect(await linked.json()).toMatchObject({ email_verified: true })
  const { token: third } = await app.signUp()
  expect(await (await link(third, { sub: 'e3', email: 'elsewhere@gmail.example' })).json()).toMatchObject({
    email_verified: false,
  })
})

test('who came through Google sets a first password, and can then live without Google', async () => {
  const { access_token, user } = await signIn({ sub: 'f', email: 'fay@gmail.example' })
  expect(user).toMatchObject({ has_password: false, email_verified: true })
  const alone = await unlink(access_token)
  expect([alone.status, await codeOf(alone)]).toEqual([409, 'password_missing'])
  expect(await codeOf(await patch(access_token, { email: 'fay@example.com' }))).toBe('mail_not_configured')
  expect((await patch(access_token, { name: 'Fay' })).status).toBe(200)
  const set = await patch(access_token, { password: other })
  expect(await set.json()).toMatchObject({ has_password: true, name: 'Fay' })
  expect((await unlink(access_token)).status).toBe(204)
  expect((await login('fay@gmail.example', other)).user).toMatchObject({ id: user.id, google_email: null })
  const again = await patch(access_token, { password: 'lantern gravel oboe' })
  expect([again.status, await codeOf(again)]).toEqual([403, 'wrong_password'])
})

test('a first password does not make two accounts of one e-mail', async () => {
  const { email } = await app.signUp()
  const { access_token } = await signIn({ sub: 'g', email })
  const refused = await patch(access_token, { password: other })
  expect([refused.status, await codeOf(refused)]).toEqual([409, 'email_taken'])
})
