// Signing in with Google, against a stand-in for the keys that Google publishes.
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'
import { type GoogleStandIn, startGoogleStandIn } from './testing/google-stand-in.ts'

const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 })

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

const googleToken: GoogleStandIn['token'] = (...given) => google.token(...given)
const signIn = (id_token: string) => app.call('POST', '/auth/google', { body: { id_token } })

test('the first sign-in makes the account, the next finds it, with the e-mail as it is today', async () => {
  const first = await (await signIn(googleToken())).json()
  expect(first.user).toMatchObject({ email: 'ada@example.com', name: 'Ada' })
  const next = await signIn(googleToken({ email: 'ada@new.example.com' }))
  expect(next.status).toBe(200)
  const { user, access_token } = await next.json()
  const email = 'ada@new.example.com'
  expect(user).toEqual({ ...first.user, email, google_email: email, updated_at: user.updated_at })
  expect((await app.call('GET', '/auth/me', { token: access_token })).status).toBe(200)
})

test('two first sign-ins at the same moment make one account', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => signIn(googleToken({ sub: '2002' }))))
  const users = await Promise.all(answers.map(async (answer) => (await answer.json()).user))
  expect(new Set(users.map(({ id, workspace_id }) => `${id} ${workspace_id}`)).size).toBe(1)
})

test('a password account with the same e-mail stays an account of its own', async () => {
  const body = { email: 'squatter@example.com', password: 'correct horse battery' }
  const squatter = (await (await app.call('POST', '/auth/register', { body })).json()).user
  const owner = (await (await signIn(googleToken({ sub: '3003', email: body.email }))).json()).user
  expect(owner.id).not.toBe(squatter.id)
  expect(owner.workspace_id).not.toBe(squatter.workspace_id)
})

const hourAgo = Math.floor(Date.now() / 1000) - 3600
const payloadOf = (token: string) => token.split('.')[1]
const unsigned = () => `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payloadOf(googleToken())}.`
test.each([
  ['has run out', () => googleToken({ iat: hourAgo - 3600, exp: hourAgo })],
  ['is for another app', () => googleToken({ aud: 'somebody-else' })],
  ['is not from Google', () => googleToken({ iss: 'https://accounts.example.com' })],
  ['is signed by a stranger', () => googleToken({}, strangers.privateKey)],
  ['is not signed', unsigned],
  ['is no token', () => 'nonsense'],
  ['has an e-mail that is not verified', () => googleToken({ email_verified: false })],
  ['has no e-mail', () => googleToken({ email: undefined })],
])('a token that %s is refused, and never repeated', async (_why, token) => {
  const answer = await signIn(token())
  expect(answer.status).toBe(401)
  const text = await answer.text()
  expect(JSON.parse(text).code).toBe('identity_refused')
  expect(text).not.toContain(payloadOf(googleToken())?.slice(0, 20))
  expect(text).not.toContain('ada@example.com')
})

test('without a list of apps nobody gets in', async () => {
  const open = await createTestApp({ env: { GOOGLE_CERTS_URL: app.config.google.certsUrl ?? '' } })
  const answer = await open.call('POST', '/auth/google', { body: { id_token: googleToken() } })
  expect(answer.status).toBe(401)
  expect((await answer.json()).detail).toContain('GOOGLE_AUDIENCES')
  await open.close()
})

test('Google’s keys being away is no fault of the token', async () => {
  const away = await createTestApp({
    env: { GOOGLE_CERTS_URL: 'http://127.0.0.1:1/keys', GOOGLE_AUDIENCES: app.config.google.audiences.join(',') },
  })
  const answer = await away.call('POST', '/auth/google', { body: { id_token: googleToken() } })
  expect([answer.status, (await answer.json()).code]).toEqual([503, 'unavailable'])
  await away.close()
})
