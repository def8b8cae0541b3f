// What holds for every operation that changes what can be read: it goes by entity tags.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Operation } from '../shared/contract/operation.ts'
import { operations } from '../shared/contract/operations.ts'
import { type OperationName, routes } from '../shared/contract/routes.ts'
import { startConnected } from './google/testing/connect.ts'
import { openApiDocument } from './platform/http/openapi.ts'
import type { TestApp } from './platform/testing/test-app.ts'
import { createPerson, filled, operationsOf, type Person, send } from './testing/person.ts'
import { createWorld, pathWith, type World } from './testing/world.ts'

const document = openApiDocument('1.0.0')
const described = operationsOf(document)
const names = [...described.keys()]
const changes = names.filter((name) => routes[name].method === 'PATCH')
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
}

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
