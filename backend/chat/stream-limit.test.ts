// How many replies a person may follow at once, over all replicas on one database.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../platform/log.ts'
import { type ReplayReply, startReplayServer } from '../platform/model/testing/replay-openai.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'
import { type Backend, startBackend } from '../server.ts'
import { createStreamLimit } from './stream-limit.ts'
import { createClient } from './testing/client.ts'

let app: TestApp
let other: Backend
let model: Awaited<ReturnType<typeof startReplayServer>>
const silent: ReplayReply = { say: [{ text: 'Slowly.' }], end: 'silent' }
beforeAll(async () => {
  model = await startReplayServer(() => silent)
  const env = { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'gpt-test', STREAMS_PER_USER: '3' }
  app = await createTestApp({ env })
  other = await startBackend(app.config)
})
afterAll(async () => {
  await other.close()
  await app.close()
  await model.close()
})

/** Somebody with a reply that never ends; `follow` opens another stream on it, at whichever replica. */
async function createFollower() {
  const { token, call, converse, open } = await createClient(app)
  const id = await converse()
  const leave = new AbortController()
  const first = await open(id, { content: 'Hm.' }, { signal: leave.signal })
  expect(first.status).toBe(200)
  const messages = await (await call('GET', `/chat/conversations/${id}/messages`)).json()
  const reply = messages.items.find(({ role }: { role: string }) => role === 'assistant')
  const path = `/api/v1/chat/conversations/${id}/messages/${reply.id}/events`
  // An answer that nobody holds is closed when memory is collected.
  const held = [first]
  const follow = async (url: string, signal = leave.signal) => {
    const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' }
    const answer = await fetch(url + path, { headers, signal })
    held.push(answer)
    return answer
  }
  const leaveAll = () => {
    leave.abort()
    held.length = 0
  }
  return { token, follow, leave: leaveAll }
}

const refused = async (answer: Response) => {
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '5'])
  expect(await answer.json()).toMatchObject({ code: 'too_many_streams', detail: expect.stringContaining('follow 3') })
}

test('replicas count together, and a place that was left on one is free on the other', async () => {
  const { follow, leave, token } = await createFollower()
  const later = new AbortController()
  expect((await follow(other.url, later.signal)).status).toBe(200)
  expect((await follow(other.url)).status).toBe(200)
  await refused(await follow(app.url))
  await refused(await follow(other.url))
  // An archive of one's data is a long answer as well.
  await refused(await app.call('GET', '/account/export', { token }))
  later.abort()
  await expect.poll(async () => (await follow(app.url)).status).toBe(200)
  await refused(await follow(other.url))
  leave()
})

test('of many that come to all replicas at once exactly as many go on as there are places', async () => {
  const { follow, leave } = await createFollower()
  const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => follow(at % 2 ? app.url : other.url)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, ...new Array(10).fill(429)])
  leave()
})

test('the places of a replica that is not heard of any more are free, those of one that stops at once', async () => {
  const { workspaceId, userId } = await app.signUp()
  const parts = { sql: app.sql, log: createLog('silent'), most: 3, leaseMs: 1_000 }
  const [one, two] = [createStreamLimit(parts), createStreamLimit(parts)]
  const enter = () => two.enter({ workspaceId, userId })
  for (let place = 0; place < 3; place++) await one.enter({ workspaceId, userId })
  await expect(enter()).rejects.toMatchObject({ code: 'too_many_streams' })
  // As after kill -9: nobody renews the lease.
  await app.sql`update replicas set alive_until = now() - interval '1 second' where id in (
    select key::uuid from open_streams, jsonb_each(held) where user_id = ${userId})`
  const leave = await enter()
  leave()
  await one.close()
  await Promise.all([enter(), enter(), enter()])
  await two.close()
  const three = createStreamLimit(parts)
  await Promise.all([1, 2, 3].map(() => three.enter({ workspaceId, userId })))
  await three.close()
})

test('a replica that was taken for dead has its places again when it is back', async () => {
  const { workspaceId, userId } = await app.signUp()
  const parts = { sql: app.sql, log: createLog('silent'), most: 2, leaseMs: 150 }
  const [one, two] = [createStreamLimit(parts), createStreamLimit(parts)]
  await one.enter({ workspaceId, userId })
  await one.enter({ workspaceId, userId })
  // What a crash of the database forgets.
  await app.sql`truncate replicas, open_streams`
  await expect
    .poll(async () => (await app.sql`select held from open_streams where user_id = ${userId}`).length, { interval: 20 })
    .toBe(1)
  await expect(two.enter({ workspaceId, userId })).rejects.toMatchObject({ code: 'too_many_streams' })
  await Promise.all([one.close(), two.close()])
})

test('while the database is away each replica counts for itself', async () => {
  const { workspaceId, userId } = await app.signUp()
  const one = createStreamLimit({ sql: app.sql, log: createLog('silent'), most: 2, leaseMs: 150 })
  await app.sql`alter table open_streams rename to elsewhere`
  const places = [await one.enter({ workspaceId, userId }), await one.enter({ workspaceId, userId })]
  await expect(one.enter({ workspaceId, userId })).rejects.toMatchObject({ code: 'too_many_streams' })
  await app.sql`alter table elsewhere rename to open_streams`
  const known = async () => (await app.sql`select held from open_streams where user_id = ${userId}`)[0]?.held ?? null
  await expect.poll(async () => Object.values((await known()) ?? {}), { interval: 20 }).toEqual([2])
  for (const leave of [...places, ...places]) leave()
  await expect.poll(known, { interval: 20 }).toEqual({})
  await one.close()
})

test('those who enter together ask the database together', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => app.signUp()))
  let statements = 0
  const counted = new Proxy(app.sql, {
    apply(target, self, given) {
      statements += 1
      return Reflect.apply(target, self, given)
    },
  })
  const limit = createStreamLimit({ sql: counted, log: createLog('silent'), most: 20 })
  const leaves = await Promise.all(people.flatMap((person) => Array.from({ length: 20 }, () => limit.enter(person))))
  for (const leave of leaves) leave()
  await limit.close()
  // The lease twice; for each person the first, the others, and that all of them left.
  expect(statements).toBeLessThanOrEqual(2 + 3 * people.length)
})
