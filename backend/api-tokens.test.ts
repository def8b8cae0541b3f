// Who is not signed in, or has a key that was not made for it, gets nothing: at every operation, before anything is looked at.
import { randomUUID } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Operation } from '../shared/contract/operation.ts'
import { operations } from '../shared/contract/operations.ts'
import { isOpen, type OperationName, routes } from '../shared/contract/routes.ts'
import { type Scope, scopes } from '../shared/contract/scopes.ts'
import { startConnected } from './google/testing/connect.ts'
import { openApiDocument } from './platform/http/openapi.ts'
import type { TestApp } from './platform/testing/test-app.ts'
import { createPerson, filled, neededQuery, operationsOf, type Person, type Sent, send } from './testing/person.ts'
import { createWorld, pathWith, placesOf, type World } from './testing/world.ts'

const document = openApiDocument('1.0.0')
const described = operationsOf(document)
const closed = [...described.keys()].filter((name) => !isOpen(name))
/** Each way in at every operation in a long run, else at every fourth; without a token at all of them. */
const share = process.env.STRESS === '20' ? 1 : 4
const secret = 'a secret that this test knows, to forge with'

let running: Awaited<ReturnType<typeof startConnected>>
let app: TestApp
let ada: Person
let hers: World
beforeAll(async () => {
  running = await startConnected({ JWT_SECRET: secret })
  app = running.app
  ada = await createPerson(app, document)
  hers = await createWorld(ada)
})
afterAll(() => running.close())

const nowhere = (): World => Object.fromEntries(Object.keys(hers).map((place) => [place, randomUUID()]))

/** A request as it should be, one for what is nowhere, and one whose body is broken. */
function variants(name: OperationName): Sent[] {
  const operation = described.get(name)
  if (!operation) return []
  const query = neededQuery(operation)
  const { method } = routes[name]
  const good = { method, path: pathWith(name, hers) + query, ...filled(operation) }
  const missing = { ...good, path: pathWith(name, nowhere()) + query }
  const broken = { ...good, body: '{"title":', headers: { 'content-type': 'application/json' } }
  return [good, ...(placesOf(name).length > 0 ? [missing] : []), ...(method === 'GET' ? [] : [broken])]
}

type Claims = Record<string, unknown>

/** A token like a real one, with some of it changed. */
function forge(change: Claims = {}, options: jwt.SignOptions = {}, key: string = secret): string {
  const { header, payload } = jwt.decode(ada.token, { complete: true }) ?? {}
  const claims = { ...(payload as Claims), ...change }
  return jwt.sign(claims, key, { ...(header?.kid ? { keyid: header.kid } : {}), ...options })
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The token with another payload, or without a signature. */
function tampered(change: Claims, head?: Claims): string {
  const [first = '', second = '', signature = ''] = ada.token.split('.')
  const payload = { ...JSON.parse(Buffer.from(second, 'base64url').toString()), ...change }
  return head ? `${part(head)}.${part(payload)}.` : `${first}.${part(payload)}.${signature}`
}

async function deletedPerson(): Promise<string> {
  const person = await createPerson(app, document)
  await app.sql`delete from workspace_members where user_id = ${person.userId}`
  return person.token
}

async function loggedOut(): Promise<string> {
  const { token } = await createPerson(app, document)
  const answer = await send(app, { method: 'POST', path: routes.logout.path, token })
  expect(answer.status).toBe(204)
  return token
}

async function revokedKey(): Promise<string> {
  const body = { name: 'to be revoked', scopes: [...scopes] }
  const { id, key } = await ada.json<{ id: string; key: string }>('POST', '/auth/keys', body)
  await send(app, { method: 'DELETE', path: `/auth/keys/${id}`, token: ada.token })
  return key
}

/** A key that was good until a moment ago. */
async function expiredKey(): Promise<string> {
  const body = { name: 'to run out', scopes: [...scopes], expires_at: new Date(Date.now() + 60_000).toISOString() }
  const { id, key } = await ada.json<{ id: string; key: string }>('POST', '/auth/keys', body)
  const good = await send(app, { method: 'GET', path: routes.listConversations.path, token: key })
  expect(good.status).toBe(200)
  await app.sql`update api_keys set expires_at = now() - interval '1 second' where id = ${id}`
  return key
}

/** What is sent as `Authorization`; undefined for nothing. */
const refused: Record<string, () => Promise<string | undefined> | string | undefined> = {
  'no token': () => undefined,
  'an empty token': () => 'Bearer ',
  'another scheme': () => `Basic ${Buffer.from('ada:secret').toString('base64')}`,
  'the token without its scheme': () => ada.token,
  'two tokens': () => `Bearer ${ada.token} ${ada.token}`,
  'no token at all': () => 'Bearer null',
  'a token that has run out': () => `Bearer ${forge({ exp: Math.floor(Date.now() / 1000) - 1 })}`,
  'alg: none': () => `Bearer ${tampered({}, { alg: 'none', typ: 'JWT' })}`,
  'alg: None, with the key’s id': () => `Bearer ${tampered({}, { alg: 'None', typ: 'JWT', kid: kid() })}`,
  'another algorithm': () => `Bearer ${forge({}, { algorithm: 'HS512' })}`,
  'another secret': () => `Bearer ${forge({}, {}, 'a secret that somebody else has chosen')}`,
  'another key id': () => `Bearer ${forge({}, { keyid: '../../dev/null' })}`,
  'another audience': () => `Bearer ${forge({ aud: 'another-api' })}`,
  'another issuer': () => `Bearer ${forge({ iss: 'https://accounts.google.com' })}`,
  'another person in it': () => `Bearer ${tampered({ sub: randomUUID() })}`,
  'a cut signature': () => `Bearer ${ada.token.slice(0, -4)}`,
  'a person who is nowhere': () => `Bearer ${forge({ sub: randomUUID() })}`,
  'a workspace of somebody else': () => `Bearer ${forge({ workspace_id: randomUUID() })}`,
  'a person who was deleted': async () => `Bearer ${await deletedPerson()}`,
  'a session that was ended': async () => `Bearer ${await loggedOut()}`,
  'a key that was revoked': async () => `Bearer ${await revokedKey()}`,
  'a key that has run out': async () => `Bearer ${await expiredKey()}`,
  'a key that nobody made': () => `Bearer tw_${'x'.repeat(43)}`,
}

const kid = () => jwt.decode(ada.token, { complete: true })?.header.kid

describe('forging', () => {
  it('would work if only the secret were known, so that the refusals mean something', async () => {
    const answer = await send(app, { method: 'GET', path: routes.getMe.path, token: forge() })
    expect(answer.status).toBe(200)
  })
})

describe('a request with', () => {
  it.each(Object.keys(refused))('%s is refused everywhere', async (what) => {
    const authorization = await refused[what]?.()
    const head: Record<string, string> = authorization === undefined ? {} : { authorization }
    const details = new Set<string>()
    const nth = Object.keys(refused).indexOf(what)
    const asked = closed.filter((_, index) => authorization === undefined || (index + nth) % share === 0)
    await Promise.all(
      asked.map(async (name, index) => {
        // Each time another of them: all of every operation would be thousands.
        const requests = variants(name)
        const request = requests[(nth + index) % requests.length]
        if (!request) return
        const answer = await send(app, { ...request, headers: { ...request.headers, ...head } })
        expect([what, name, answer.status]).toEqual([what, name, 401])
        const { code, detail } = JSON.parse(answer.body)
        expect(code).toBe('unauthorized')
        expect(answer.headers['www-authenticate']).toMatch(/^Bearer/)
        expect(answer.headers.etag).toBeUndefined()
        details.add(detail)
      }),
    )
    // The words depend on the token alone, never on what was asked for.
    expect(details.size).toBe(1)
    const secretPart = authorization?.split(' ').at(-1) || ada.token
    for (const detail of details) expect(detail).not.toContain(secretPart)
  })

  it('a token in the address is not read', async () => {
    const answer = await send(app, { method: 'GET', path: `${routes.getMe.path}?access_token=${ada.token}` })
    expect(answer.status).toBe(401)
  })
})

describe('an API key', () => {
  const keyFor = async (allowed: readonly Scope[]): Promise<string> =>
    (await ada.json<{ key: string }>('POST', '/auth/keys', { name: 'test', scopes: allowed })).key
  const scopeOf = (name: OperationName): Scope | undefined => (operations[name] as Operation).scope

  async function expectRefused(name: OperationName, token: string): Promise<void> {
    for (const request of variants(name)) {
      const answer = await send(app, { ...request, token })
      expect([name, request.path, answer.status]).toEqual([name, request.path, 403])
      expect(JSON.parse(answer.body).code).toBe('scope_missing')
    }
  }

  it.each(scopes)('that may do everything but %s is refused before anything is looked at', async (scope) => {
    const token = await keyFor(scopes.filter((other) => other !== scope))
    for (const name of closed.filter((name) => scopeOf(name) === scope)) await expectRefused(name, token)
  })

  it('that may do everything does not reach the account', async () => {
    const token = await keyFor(scopes)
    for (const name of closed.filter((name) => scopeOf(name) === undefined)) await expectRefused(name, token)
  })

  it.each(scopes)('that may %s does that', async (scope) => {
    const token = await keyFor([scope])
    for (const name of closed.filter((name) => scopeOf(name) === scope && routes[name].method === 'GET')) {
      const [request] = variants(name)
      const answer = await send(app, { ...(request ?? { method: 'GET', path: '/' }), token })
      expect([name, answer.status]).toEqual([name, 200])
    }
  })
})

describe('open operations', () => {
  it('answer the same with a token that is no good', async () => {
    for (const name of [...described.keys()].filter(isOpen)) {
      if (name === 'register') continue
      const [request] = variants(name)
      if (!request) continue
      const without = await send(app, request)
      const withBad = await send(app, { ...request, token: 'x.y.z' })
      expect([name, withBad.status]).toEqual([name, without.status])
    }
  })
})
