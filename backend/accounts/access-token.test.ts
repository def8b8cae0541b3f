// Which bearer tokens the API takes.
import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { loadConfig } from '../config.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'
import { createAccessTokens } from './access-token.ts'

let app: TestApp
let good: jwt.JwtPayload
let kid: string
let token: string
beforeAll(async () => {
  app = await createTestApp()
  token = (await app.signUp()).token
  const decoded = jwt.decode(token, { complete: true })
  good = decoded?.payload as jwt.JwtPayload
  kid = decoded?.header.kid ?? ''
})
afterAll(() => app.close())

const me = (authorization?: string) =>
  app.call('GET', '/auth/me', authorization === undefined ? {} : { headers: { authorization } })
const forge = (claims: object, secret = app.config.jwtSecret, options: jwt.SignOptions = { keyid: kid }) =>
  jwt.sign({ ...good, ...claims }, secret, options)
const now = () => Math.floor(Date.now() / 1000)

test('its own token is taken, and lives a quarter of an hour', async () => {
  expect((await me(`Bearer ${token}`)).status).toBe(200)
  expect((good.exp ?? 0) - (good.iat ?? 0)).toBe(900)
})

test.each([
  ['none', () => undefined],
  ['another scheme', () => `Basic ${token}`],
  ['nonsense', () => 'Bearer nonsense'],
  ['a wrong signature', () => `Bearer ${token.slice(0, -6)}AAAAAA`],
  ['another secret', () => `Bearer ${forge({}, 'another secret that is long enough to do')}`],
  ['another audience', () => `Bearer ${forge({ aud: 'elsewhere' })}`],
  ['another issuer', () => `Bearer ${forge({ iss: 'elsewhere' })}`],
  ['another key id', () => `Bearer ${forge({}, undefined, { keyid: 'other' })}`],
  ['another algorithm', () => `Bearer ${forge({}, undefined, { keyid: kid, algorithm: 'HS512' })}`],
  ['no algorithm', () => `Bearer ${jwt.sign(good, '', { algorithm: 'none', keyid: kid })}`],
  ['no session', () => `Bearer ${forge({ sid: undefined })}`],
  ['another session', () => `Bearer ${forge({ sid: '00000000-0000-4000-8000-000000000000' })}`],
  ['an API key in the scheme of passwords', () => `Basic tw_${'A'.repeat(43)}`],
  ['no workspace', () => `Bearer ${forge({ workspace_id: undefined })}`],
])('refused: %s', async (_what, authorization) => {
  const answer = await me(authorization())
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toContain('Bearer')
  expect((await answer.json()).code).toBe('unauthorized')
})

test('one that has run out says so', async () => {
  const answer = await me(`Bearer ${forge({ iat: now() - 1000, exp: now() - 10 })}`)
  expect(answer.status).toBe(401)
  expect((await answer.json()).detail).toContain('run out')
})

test('a token for somebody else’s workspace opens nothing', async () => {
  const stranger = await app.signUp()
  expect((await me(`Bearer ${forge({ workspace_id: stranger.workspaceId })}`)).status).toBe(401)
})

test('a token for somebody else’s session opens nothing', async () => {
  const stranger = await app.signUp()
  const { sid, sub } = jwt.decode(stranger.token) as jwt.JwtPayload
  expect((await me(`Bearer ${forge({ sid })}`)).status).toBe(401)
  expect((await me(`Bearer ${forge({ sid, workspace_id: stranger.workspaceId })}`)).status).toBe(401)
  expect((await me(`Bearer ${forge({ sub })}`)).status).toBe(401)
})

test('of several secrets the first signs and all are taken, until one is left out', async () => {
  const [older, newer] = ['an older secret that is long enough', 'a newer secret that is long enough']
  const before = createAccessTokens(loadConfig({ JWT_SECRET: older }).jwtSecrets)
  const both = createAccessTokens(loadConfig({ JWT_SECRET: `${newer}, ${older}` }).jwtSecrets)
  const after = createAccessTokens(loadConfig({ JWT_SECRET: newer }).jwtSecrets)
  const actor = { userId: good.sub ?? '', workspaceId: good.workspace_id, sessionId: good.sid }
  expect(both.check(before.issue(actor))).toEqual(actor)
  expect(after.check(both.issue(actor))).toEqual(actor)
  expect(() => before.check(both.issue(actor))).toThrow('not one of this server')
  expect(() => after.check(before.issue(actor))).toThrow('not one of this server')
})

test('a secret with a comma of its own stays one', () => {
  const secret = 'a secret, as people write it, with commas in it'
  expect(loadConfig({ JWT_SECRET: secret }).jwtSecrets).toEqual([secret])
})

test('a token that was taken before is refused from the second on in which it runs out', () => {
  const tokens = createAccessTokens(app.config.jwtSecrets)
  const once = tokens.issue({ userId: good.sub ?? '', workspaceId: good.workspace_id, sessionId: good.sid })
  expect(tokens.check(once)).toEqual(tokens.check(once))
  const { exp = 0 } = jwt.decode(once) as jwt.JwtPayload
  vi.useFakeTimers({ now: exp * 1000 - 1, toFake: ['Date'] })
  try {
    tokens.check(once)
    vi.setSystemTime(exp * 1000)
    expect(() => tokens.check(once)).toThrow('run out')
  } finally {
    vi.useRealTimers()
  }
})
