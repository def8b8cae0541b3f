// Writes whose server is killed after it has done them and before it could answer: sent again, they are answered and not repeated.
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Replicas, startReplicas } from './exports/testing/replicas.ts'
import { createTestDatabase, type TestDatabase } from './platform/testing/test-database.ts'

/** Twenty times as many kills in a stress run. */
const kills = Number(process.env.STRESS ?? 1)
const atOnce = 6

let database: TestDatabase
let replicas: Replicas
beforeAll(async () => {
  database = await createTestDatabase()
  replicas = await startReplicas(2, {
    DATABASE_URL: database.url,
    LOG_LEVEL: 'silent',
    JWT_SECRET: 'a secret that is only good for tests',
    PASSWORD_COST: '4',
    RATE_LIMIT_USER: '0',
  })
}, 120_000)
afterAll(async () => {
  await replicas?.close()
  await database?.close()
}, 120_000)

/** From now on every write is done, and no answer is kept: whoever is killed meanwhile leaves it at that. */
async function keepNothing(): Promise<void> {
  await database.sql`
    create or replace function keep_nothing() returns trigger language plpgsql as $$
    begin perform pg_sleep(1); raise 'not kept'; end $$`
  await database.sql`
    create trigger keeping_nothing before update on kept_answers for each row
    when (new.status is not null) execute function keep_nothing()`
}

async function countConversations(): Promise<number> {
  const [{ count }] = await database.sql<[{ count: number }]>`select count(*)::int as count from conversations`
  return count
}

it('is done once by whoever comes next', { timeout: 60_000 * kills }, async () => {
  const post = (path: string, body: unknown, headers: Record<string, string>) =>
    replicas.call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const account = { email: 'ada@example.com', password: 'correct horse battery' }
  const { access_token } = (await (await post('/auth/register', account, {})).json()) as { access_token: string }
  const authorization = `Bearer ${access_token}`
  const ids = new Set<string>()
  let replayed = 0
  for (let kill = 1; kill <= kills; kill++) {
    await keepNothing()
    const asked = Promise.all(
      Array.from({ length: atOnce }, (_, at) =>
        post('/chat/conversations', { title: `${kill}.${at}` }, { authorization, 'idempotency-key': randomUUID() }),
      ),
    )
    while ((await countConversations()) < kill * atOnce) await delay(20)
    const killed = replicas.kill()
    await delay(50)
    await database.sql`drop trigger keeping_nothing on kept_answers`
    // The dead one is not waited for; the other one has said that it is done.
    await database.sql`update kept_answers set lease_until = now() where status is null`
    for (const answer of await asked) {
      expect(answer.status).toBe(201)
      ids.add(((await answer.json()) as { id: string }).id)
      if (answer.headers.get('idempotency-replayed')) replayed += 1
    }
    await killed
  }
  expect(await countConversations()).toBe(kills * atOnce)
  expect(ids.size).toBe(kills * atOnce)
  expect(replayed).toBeGreaterThan(0)
  if (kills > 1) console.log(`${kills} kills, ${ids.size} writes, ${replayed} of them answered by another server`)
})
