// Whatever is sent, no operation fails, and every answer is one that the served document describes.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problems } from '../shared/contract/problems.ts'
import { isOpen, type OperationName, routes } from '../shared/contract/routes.ts'
import { startConnected } from './google/testing/connect.ts'
import { openApiDocument } from './platform/http/openapi.ts'
import type { TestApp } from './platform/testing/test-app.ts'
import { createDocumentCheck, type DocumentCheck, type Received } from './testing/check-answer.ts'
import { type FuzzRequest, fuzzRequests } from './testing/fuzz-request.ts'
import { hostileTexts } from './testing/hostile.ts'
import { createPerson, exampleBody, filled, neededQuery, operationsOf, type Person } from './testing/person.ts'
import { sendRaw } from './testing/send-raw.ts'
import { createWorld, pathWith, type World } from './testing/world.ts'

/** 20,000 requests in a long run. */
const total = process.env.STRESS === '20' ? 20_000 : 300
/** Each of those hashes a password, which takes a third of a second. */
const slow: OperationName[] = ['register', 'login', 'updateMe', 'resetPassword']

const described = operationsOf(openApiDocument('1.0.0'))
const names = [...described.keys()]
/** What is deleted has to be made anew each time. */
const isSlow = (name: OperationName) => slow.includes(name) || routes[name].method === 'DELETE'
const runsOf = (name: OperationName) => Math.ceil((1.2 * total * (isSlow(name) ? 0.2 : 1)) / names.length)

let running: Awaited<ReturnType<typeof startConnected>>
let app: TestApp
let check: DocumentCheck
let person: Person
let stranger: Person
let world: World
beforeAll(async () => {
  // As many requests as this makes would be too many for one address.
  running = await startConnected({ RATE_LIMIT_USER: '0', RATE_LIMIT_KEY: '0', RATE_LIMIT_ADDRESS: '0' })
  app = running.app
  // The document as it is served: what clients are made from.
  check = createDocumentCheck(await (await app.call('GET', '/openapi.json')).json())
  stranger = await createPerson(app, check.document)
  await renew()
})
afterAll(() => running.close())

async function renew(): Promise<void> {
  person = await createPerson(app, check.document)
  world = await createWorld(person)
}

const withIds = (text: string) => text.replace(/@@([^@]+)@@/g, (_, place: string) => world[place] ?? randomUUID())

async function ask({ method, path, headers, body, who }: FuzzRequest): Promise<Received> {
  const token = { person: person.token, stranger: stranger.token, nobody: 'nobody.knows.me' }[who]
  return await sendRaw(app.url, {
    method,
    path: withIds(path),
    headers: [['authorization', `Bearer ${token}`], ...headers],
    body: typeof body === 'string' ? withIds(body) : body,
  })
}

/** Deleting, signing out and the like take away what the next requests need. */
async function restore(name: OperationName, answer: Received): Promise<void> {
  const harmless = routes[name].method === 'GET' || routes[name].path.startsWith('/chat/conversations/{id}/messages')
  if (harmless || answer.status >= 300) return
  const alive = await sendRaw(app.url, {
    ...{ method: 'GET', path: routes.getMe.path, body: undefined },
    headers: [['authorization', `Bearer ${person.token}`]],
  })
  if (alive.status !== 200 || routes[name].method === 'DELETE') await renew()
}

/** What can’t be had on a server that runs alone, with no mail, no Google and no model. */
const absent = ['mail_not_configured', 'google_not_configured', 'unavailable', 'google_unreachable']
const isAbsence = ({ body }: Received) => absent.includes(JSON.parse(body).code)

describe('whatever is sent to', () => {
  it.each(names)('%s, the answer is described and no failure', async (name) => {
    const operation = operationsOf(check.document).get(name)
    if (!operation) throw new Error(`${name} is not in the served document`)
    const { schemas } = check.document.components
    await fc.assert(
      fc.asyncProperty(fuzzRequests(name, operation, schemas), async (request) => {
        const answer = await ask(request)
        const faults = check.faultsOfAnswer(operation, answer)
        if (answer.status >= 500 && !isAbsence(answer)) faults.push(`fails: ${answer.status} ${answer.body}`)
        await restore(name, answer)
        expect(faults).toEqual([])
      }),
      { numRuns: runsOf(name), interruptAfterTimeLimit: 800_000 },
    )
  })
})

describe('the examples of the document', () => {
  const taking = names.filter((name) => !isOpen(name) && described.get(name)?.requestBody)
  it.each(taking)('%s takes its example', async (name) => {
    const operation = operationsOf(check.document).get(name)
    if (!operation) throw new Error(`${name} is not in the served document`)
    const { body, headers = {} } = filled(operation)
    const token = person.token
    const authorized = { headers: { authorization: `Bearer ${token}` } }
    const answer = await sendRaw(app.url, {
      method: routes[name].method,
      path: pathWith(name, world) + neededQuery(operation),
      headers: [
        ['authorization', `Bearer ${token}`],
        ...(exampleBody(operation) === undefined ? [] : [['content-type', 'application/json'] as [string, string]]),
        ...Object.entries(headers),
      ],
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    expect([name, check.faultsOfAnswer(operation, answer)]).toEqual([name, []])
    expect([name, answer.status, answer.body]).not.toEqual([name, 400, expect.any(String)])
    const { location } = answer.headers
    if (location) expect([name, (await fetch(app.url + location, authorized)).status]).toEqual([name, 200])
    await restore(name, answer)
  })
})

describe('addresses and methods that nobody described', () => {
  const segments = fc.oneof(
    fc.constantFrom(
      ...Object.values(routes).flatMap(({ path }) => path.split('/').slice(1)),
      '',
      '.',
      '..',
      '%2e%2e',
      '*',
    ),
    hostileTexts.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 3_000)),
  )
  const methods = fc.constantFrom(
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'PURGE',
  )

  it('end in a problem and never in a failure', async () => {
    await fc.assert(
      fc.asyncProperty(methods, fc.array(segments, { maxLength: 6 }), async (method, parts) => {
        const headers: [string, string][] = [['authorization', `Bearer ${person.token}`]]
        const path = `/${parts.join('/')}`.slice(0, 9_000)
        const answer = await sendRaw(app.url, { method, path, headers, body: undefined })
        expect([path, answer.status]).not.toEqual([path, expect.toSatisfy((status: number) => status >= 500)])
        if (answer.status < 400 || method === 'HEAD') return
        expect(Object.keys(problems)).toContain(JSON.parse(answer.body).code)
        expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
      }),
      { numRuns: Math.ceil(total / 10) },
    )
  })
})
