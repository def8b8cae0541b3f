// What holds for every operation of its kind: changes go by entity tags, and writes by their Idempotency-Key.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Operation } from '../shared/contract/operation.ts'
import { operations } from '../shared/contract/operations.ts'
import { type OperationName, routes } from '../shared/contract/routes.ts'
import { startConnected } from './google/testing/connect.ts'
import { keepsAnswers } from './platform/http/keyed-request.ts'
import { openApiDocument } from './platform/http/openapi.ts'
import { type TestApp, testPassword } from './platform/testing/test-app.ts'
import { createPerson, filled, operationsOf, type Person, send } from './testing/person.ts'
import { createWorld, pathWith, type World } from './testing/world.ts'

const document = openApiDocument('1.0.0')
const described = operationsOf(document)
const names = [...described.keys()]
const changes = names.filter((name) => routes[name].method === 'PATCH')
/** What deletes comes last, from the inside out, and what ends the session or the account at the very end. */
const ends: OperationName[] = ['deleteAccount', 'logout']
const orderOf = (name: OperationName): number => {
  if (ends.includes(name)) return 200 + ends.indexOf(name)
  return routes[name].method === 'DELETE' ? 100 - routes[name].path.split('/').length : 0
}
const writes = names
  .filter((name) => keepsAnswers(name, operations[name]))
  .sort((one, other) => orderOf(one) - orderOf(other))

let running: Awaited<ReturnType<typeof startConnected>>
let app: TestApp
let person: Person
let world: World
beforeAll(async () => {
  running = await startConnected()
  app = running.app
  person = await createPerson(app, document)
  world = await createWorld(person)
})
afterAll(() => running.close())

/** Where the example in the document is about what this person does not have. */
const bodies: Partial<Record<OperationName, object>> = {
  updateMe: { name: 'Ada' },
  deleteAccount: { password: testPassword },
}

/** What this person has nothing for: mail, Google's sign-in, something that was deleted. Refused is not kept. */
const needsMore: OperationName[] = [
  ...(['sendVerification', 'linkGoogle', 'unlinkGoogle', 'restoreConversation', 'createPlan', 'createExport'] as const),
  ...(['cancelMessage', 'logout'] as const),
]

const messagePlace = '/chat/conversations/{id}/messages/{message_id}'

/** Those that can be edited; the world names a reply. */
async function ownMessages(): Promise<string[]> {
  const path = `/chat/conversations/${world['/chat/conversations/{id}']}/messages`
  const { items } = await person.json<{ items: { id: string; role: string }[] }>('GET', path)
  return items.filter(({ role }) => role === 'user').map(({ id }) => id)
}

const asker =
  (ids: World) =>
  (name: OperationName, headers: Record<string, string> = {}) => {
    const operation = described.get(name)
    const usual = operation ? filled(operation) : {}
    const own = bodies[name]
    return send(app, {
      ...{ method: routes[name].method, path: pathWith(name, ids), token: person.token },
      ...usual,
      ...(own ? { body: own } : {}),
      headers: { ...usual.headers, ...headers },
    })
  }

describe.each(changes)('%s', (name) => {
  const { path } = routes[name]
  const read = names.find((other) => routes[other].method === 'GET' && routes[other].path === path)
  const { headers, problems }: Operation = operations[name]

  it('says that it takes If-Match, and that it may be stale', () => {
    expect(Object.keys(headers?.shape ?? {})).toContain('If-Match')
    expect(problems).toContain('stale')
  })

  it('goes by the tag of the last read', async () => {
    expect(read, `something that reads ${path}`).toBeDefined()
    if (!read) return
    const [own = ''] = path.includes('{message_id}') ? await ownMessages() : []
    const ask = asker(own === '' ? world : { ...world, [messagePlace]: own })
    const before = await ask(read)
    const { etag = '' } = before.headers
    expect([before.status, etag]).toEqual([200, expect.stringMatching(/^"[^"]+"$/)])

    const known = await ask(read, { 'if-none-match': etag })
    expect([known.status, known.body, known.headers.etag]).toEqual([304, '', etag])
    expect((await ask(read, { 'if-none-match': '"another"' })).status).toBe(200)

    const refused = await ask(name, { 'if-match': '"another"' })
    expect([refused.status, JSON.parse(refused.body).code]).toEqual([412, 'stale'])
    expect((await ask(read)).body).toBe(before.body)

    const changed = await ask(name, { 'if-match': `"another", ${etag}` })
    expect([changed.status, changed.body.slice(0, 200)]).toEqual([
      expect.toSatisfy((status) => status < 300),
      expect.anything(),
    ])
    const again = await ask(name, { 'if-match': etag })
    expect([again.status, JSON.parse(again.body).code]).toEqual([412, 'stale'])
  })
})

it('every write is repeated by its key, whatever it is', async () => {
  const ask = asker(world)
  for (const name of writes) {
    const key = { 'idempotency-key': randomUUID() }
    const first = await ask(name, key)
    if (first.status >= 300 && needsMore.includes(name)) continue
    expect([name, first.status, first.body.slice(0, 200)]).toEqual([
      name,
      expect.toSatisfy((status) => status < 300),
      expect.anything(),
    ])
    expect(first.headers['idempotency-replayed'], name).toBeUndefined()
    // Who has just gone is nobody any more.
    if (ends.includes(name)) continue
    const again = await ask(name, key)
    const parts = ({ status, headers, body }: typeof first) => [name, status, headers.etag, headers.location, body]
    expect(parts(again)).toEqual(parts(first))
    expect([name, again.headers['idempotency-replayed']]).toEqual([name, 'true'])
  }
})
