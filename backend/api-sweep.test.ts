// Strangers find nothing: every operation with ids of somebody else answers as with ids that exist nowhere.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOpen, type OperationName, routes } from '../shared/contract/routes.ts'
import { startConnected } from './google/testing/connect.ts'
import type { DescribedOperation, OpenApiDocument } from './platform/http/openapi/open-api-document.ts'
import { openApiDocument } from './platform/http/openapi.ts'
import type { TestApp } from './platform/testing/test-app.ts'
import type { Received } from './testing/check-answer.ts'
import { createPerson, filled, neededQuery, operationsOf, type Person, type Sent, send } from './testing/person.ts'
import {
  createWorld,
  pathWith,
  placesOf,
  querySchema,
  referencesIn,
  unknownPlaces,
  type World,
} from './testing/world.ts'

const document: OpenApiDocument = openApiDocument('1.0.0')
const described = operationsOf(document)
const all = [...described.keys()]
const closed = all.filter((name) => !isOpen(name))
const { schemas } = document.components

let running: Awaited<ReturnType<typeof startConnected>>
let app: TestApp
let owner: Person
let stranger: Person
let theirs: World
let own: World
beforeAll(async () => {
  running = await startConnected()
  app = running.app
  owner = await createPerson(app, document)
  stranger = await createPerson(app, document)
  theirs = await createWorld(owner)
  own = await createWorld(stranger)
})
afterAll(() => running.close())

const operationOf = (name: OperationName): DescribedOperation => described.get(name) ?? { ...emptyOperation }
const emptyOperation: DescribedOperation = { operationId: '', summary: '', responses: {} }

const nowhere = (): World => Object.fromEntries(Object.keys(theirs).map((place) => [place, randomUUID()]))

/** What differs between any two answers. */
const changing = ['date', 'x-request-id', 'ratelimit', 'ratelimit-policy', 'ratelimit-remaining', 'ratelimit-reset']

/** An answer without what tells one request from another, and without the ids that were asked for. */
function bare({ status, headers, body }: Received, ids: string[]) {
  const text = ids.filter(Boolean).reduce((left, id) => left.replaceAll(id, '<id>'), body)
  return {
    status,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !changing.includes(name))),
    body: text.replace(/"request_id":"[^"]*"/, ''),
  }
}

async function expectSame(what: string, foreign: Sent, missing: Sent, ids: string[]): Promise<void> {
  const answers = [await send(app, foreign), await send(app, missing)]
  const [first, second] = answers.map((answer) => bare(answer, ids))
  expect([what, first]).toEqual([what, second])
  expect([what, first?.status]).not.toEqual([what, expect.toSatisfy((status: number) => status < 400)])
}

describe('every operation with an id', () => {
  it('has something that the id can name', () => {
    expect(all.flatMap((name) => unknownPlaces(name).map((place) => `${name}: ${place}`))).toEqual([])
    const unknown = all.flatMap((name) => {
      const body = operationOf(name).requestBody?.content['application/json']?.schema
      const found = [
        ...(body ? referencesIn(body, schemas) : []),
        ...referencesIn(querySchema(operationOf(name)), schemas),
      ]
      return found.filter(({ place }) => place === '').map(({ field }) => `${name}: ${field}`)
    })
    expect(unknown).toEqual([])
  })
})

const withIds = closed.filter((name) => placesOf(name).length > 0)

describe('ids of a stranger in the address', () => {
  it.each(withIds)('%s', async (name) => {
    const operation = operationOf(name)
    const places = placesOf(name)
    const requests = (ids: World): Sent => ({
      method: routes[name].method,
      path: pathWith(name, ids) + neededQuery(operation),
      token: stranger.token,
      ...filled(operation),
    })
    // All of them foreign, then only the last: a foreign message in one’s own conversation.
    const mixes = places.length > 1 ? [places, places.slice(-1)] : [places]
    for (const mix of mixes) {
      const random = nowhere()
      const pick = (from: World) => ({ ...own, ...Object.fromEntries(mix.map((place) => [place, from[place] ?? ''])) })
      const ids = [...Object.values(theirs), ...Object.values(random)]
      await expectSame(name, requests(pick(theirs)), requests(pick(random)), ids)
      // What is wrong otherwise is told, or not, whoever the thing belongs to.
      const broken = (from: World): Sent => ({
        ...requests(pick(from)),
        body: { content: 1, name: 2, title: [], cells: 3 },
      })
      if (operation.requestBody?.content['application/json'])
        await expectSame(`${name}, broken`, broken(theirs), broken(random), ids)
      if (operation.parameters?.some((parameter) => parameter.name === 'If-Match')) {
        const tagged = (from: World): Sent => ({ ...requests(pick(from)), headers: { 'if-match': '"x"' } })
        await expectSame(`${name}, If-Match`, tagged(theirs), tagged(random), ids)
      }
    }
  })
})

/** Requests that name something in the body or the query, by operation and field. */
const naming = closed.flatMap((name) => {
  const operation = operationOf(name)
  const schema = operation.requestBody?.content['application/json']?.schema
  const { method } = routes[name]
  const inBody = (schema ? referencesIn(schema, schemas, filled(operation).body) : []).map((reference) => ({
    ...{ name, ...reference },
    request: (id: string): Sent => ({ method, path: pathWith(name, own), body: reference.build(id) }),
  }))
  const inQuery = referencesIn(querySchema(operation), schemas).map((reference) => ({
    ...{ name, ...reference },
    request: (id: string): Sent => {
      const query = new URLSearchParams(reference.build(id) as Record<string, string>)
      return { method, path: `${pathWith(name, own)}?${query}`, ...filled(operation) }
    },
  }))
  return [...inBody, ...inQuery]
})

describe('ids of a stranger in the body or the query', () => {
  it.each(naming)('$name, $field', async ({ name, field, place, request }) => {
    const foreign = theirs[place] ?? ''
    const missing = randomUUID()
    const { token } = stranger
    const answers = [await send(app, { ...request(foreign), token }), await send(app, { ...request(missing), token })]
    const [first, second] = answers.map((answer) => bare(answer, [foreign, missing]))
    expect([name, field, second?.status]).toEqual([name, field, first?.status])
    if ((first?.status ?? 500) >= 400) expect([name, field, first]).toEqual([name, field, second])
  })
})

describe('after all that', () => {
  it('the owner still has everything as it was', async () => {
    for (const name of withIds) {
      if (routes[name].method !== 'GET') continue
      const path = pathWith(name, theirs) + neededQuery(operationOf(name))
      const answer = await send(app, { method: 'GET', path, token: owner.token })
      expect([name, answer.status]).toEqual([name, 200])
    }
  })
})
