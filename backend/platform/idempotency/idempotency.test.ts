// Writes that are sent again with their Idempotency-Key: worked on once, answered as often as they come.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../../shared/contract/limits.ts'
import { builtInTemplates } from '../../../shared/template/built-in.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Actor } from '../http/actor.ts'
import { createLog } from '../log.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { createKeptAnswers, type KeptAnswers } from './kept-answers.ts'

let app: TestApp
let ada: Awaited<ReturnType<TestApp['signUp']>>
let bob: typeof ada
beforeAll(async () => {
  app = await createTestApp()
  ada = await app.signUp()
  bob = await app.signUp()
})
afterAll(() => app.close())

const post = (body: unknown, key: string, token = ada.token, path = '/chat/conversations') =>
  app.call('POST', path, { token, body, headers: { 'idempotency-key': key } })

const count = async ({ workspaceId } = ada) => {
  const [row] = await app.sql<[{ count: number }]>`
    select count(*)::int as count from conversations where workspace_id = ${workspaceId}`
  return row.count
}

/** What must not differ between an answer and the same one later. */
const parts = async (answer: Response) => ({
  status: answer.status,
  type: answer.headers.get('content-type'),
  etag: answer.headers.get('etag'),
  body: await answer.text(),
})

test('the same request with the same key changes nothing and gets the same answer, byte by byte', async () => {
  const [key, before] = [randomUUID(), await count()]
  const first = await post({ title: 'Größe 🙂' }, key)
  expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null])
  const again = await post({ title: 'Größe 🙂' }, key)
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(await parts(again)).toEqual(await parts(first))
  expect(await count()).toBe(before + 1)
})

test('an answer without a body is repeated too', async () => {
  const { id } = await (await post({}, randomUUID())).json()
  const remove = () =>
    app.call('DELETE', `/chat/conversations/${id}`, { token: ada.token, headers: { 'idempotency-key': `gone ${id}` } })
  expect((await remove()).status).toBe(204)
  const again = await remove()
  expect([again.status, await again.text(), again.headers.get('idempotency-replayed')]).toEqual([204, '', 'true'])
})

test('another body, another address or another operation with the same key is refused and does nothing', async () => {
  const key = randomUUID()
  await post({ title: 'One' }, key)
  const before = await count()
  const others = [
    await post({ title: 'Two' }, key),
    await post({ title: 'One', description: '' }, key),
    await post({ name: 'One', values: [['A'], [1]] }, key, ada.token, '/export/templates/learn'),
  ]
  for (const answer of others) expect([answer.status, (await answer.json()).code]).toEqual([422, 'key_reused'])
  expect(await count()).toBe(before)
})

test('spaces and the order of fields make no other request', async () => {
  const key = randomUUID()
  const send = (body: string) =>
    fetch(`${app.url}/api/v1/chat/conversations`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${ada.token}`,
        ...{ 'content-type': 'application/json', 'idempotency-key': key },
      },
      body,
    })
  const first = await send('{"title":"A","description":"B"}')
  const again = await send('{ "description": "B",\n"title": "A" }')
  expect(await parts(again)).toEqual(await parts(first))
})

test('what failed half way is done by the next one with the key, whose request has to be the same', async () => {
  const [key, before] = [randomUUID(), await count()]
  await app.sql`create function fail() returns trigger language plpgsql as $$ begin raise 'no'; end $$`
  await app.sql`create trigger failing before insert on audit_log for each row execute function fail()`
  expect((await post({ title: 'At last' }, key)).status).toBe(500)
  await app.sql`drop trigger failing on audit_log`
  expect((await post({ title: 'Another' }, key)).status).toBe(422)
  const answers = await Promise.all([1, 2, 3].map(() => post({ title: 'At last' }, key)))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(await count()).toBe(before + 1)
})

test('a key is the person’s own', async () => {
  const [key, before] = [randomUUID(), await count(bob)]
  const hers = await (await post({ title: 'Hers' }, key)).json()
  const his = await post({ title: 'Hers' }, key, bob.token)
  expect([his.status, his.headers.get('idempotency-replayed')]).toEqual([201, null])
  expect((await his.json()).id).not.toBe(hers.id)
  expect(await count(bob)).toBe(before + 1)
})

test('thirty at once are one', async () => {
  const [key, before] = [randomUUID(), await count()]
  const answers = await Promise.all(Array.from({ length: 30 }, () => post({ title: 'At once' }, key)))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())))
  expect(bodies.size).toBe(1)
  expect(await count()).toBe(before + 1)
})

test('what was refused may be tried again with the same key, changed or not', async () => {
  const key = randomUUID()
  expect((await post({ title: 7 }, key)).status).toBe(400)
  const { id: _id, version: _version, ...sales } = builtInTemplates.find(({ id }) => id === 'sales_analysis')!
  const path = '/export/templates/create'
  const twice = { ...sales, layout: { ...sales.layout, columns: [...sales.layout.columns, sales.layout.columns[0]] } }
  expect((await post(twice, key, ada.token, path)).status).toBe(422)
  expect((await post(sales, key, ada.token, path)).status).toBe(201)
  const again = await post(sales, key, ada.token, path)
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
})

test('a key that is too long is refused; an empty one is none', async () => {
  const answer = await post({}, 'x'.repeat(201))
  expect([answer.status, (await answer.json()).code]).toEqual([400, 'invalid_request'])
  expect((await post({}, 'x'.repeat(200))).status).toBe(201)
  const before = await count()
  await post({}, ' ')
  await post({}, ' ')
  expect(await count()).toBe(before + 2)
})

test('a file is told by its bytes', async () => {
  const key = randomUUID()
  const upload = (bytes: string, name = 'a.csv') =>
    fetch(`${app.url}/api/v1/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ada.token}`, 'idempotency-key': key, 'x-file-name': name },
      body: bytes,
    })
  const first = await upload('a,b\n1,2\n')
  const again = await upload('a,b\n1,2\n')
  expect(first.status).toBe(201)
  const firstParts = await parts(first)
  expect(await parts(again)).toEqual(firstParts)
  for (const other of [await upload('a,b\n1,3\n'), await upload('a,b\n1,2\n', 'b.csv')])
    expect([other.status, (await other.json()).code]).toEqual([422, 'key_reused'])
  // Also where the process died before it could say which bytes they were.
  await app.sql`
    update kept_answers set status = null, content = null, lease_until = now() where user_id = ${ada.userId}`
  expect((await upload('a,b\n1,3\n')).status).toBe(422)
  expect(await parts(await upload('a,b\n1,2\n'))).toEqual(firstParts)
})

test('the table holds neither the answers nor the keys so that somebody could read them', async () => {
  const key = `key-${randomUUID()}`
  await post({ title: 'Nobody but me' }, key)
  const rows = await app.sql`select * from kept_answers`
  const text = rows.map((row) => Object.values(row).map(String).join(' ')).join('\n')
  expect(text).not.toMatch(/Nobody but me|key-/)
})

describe('on its own', () => {
  const log = createLog('silent')
  const create = (secrets = ['a secret'], waitMs = 2_000) => createKeptAnswers({ sql: app.sql, log, secrets, waitMs })
  const request = (key: string, gone = () => false) => ({ key, request: ['doSomething', '{}'], gone })
  const actor = (): Actor => ({ userId: ada.userId, workspaceId: ada.workspaceId })
  const claimOf = async (answers: KeptAnswers, key: string) => {
    const begun = await answers.begin(actor(), request(key))
    if ('replay' in begun) throw new Error('there was an answer already')
    return begun.claim
  }

  test('who comes second waits for the first, on whichever replica, and gets its answer', async () => {
    const key = randomUUID()
    const claim = await claimOf(create(), key)
    const second = create().begin(actor(), request(key))
    await claim.keep({ status: 201, headers: { ETag: '"1"' }, body: '{"a":1}' }, null)
    expect(await second).toEqual({
      replay: { answer: { status: 201, headers: { ETag: '"1"' }, body: '{"a":1}' }, content: null },
    })
  })

  test('who waits goes first when the first gives up', async () => {
    const key = randomUUID()
    const claim = await claimOf(create(), key)
    const second = claimOf(create(), key)
    await claim.release()
    expect(await second).toHaveProperty('id')
  })

  test('nobody waits for ever', async () => {
    const key = randomUUID()
    const claim = await claimOf(create(), key)
    await expect(create([''], 50).begin(actor(), request(key))).rejects.toMatchObject({
      code: 'still_running',
      headers: { 'Retry-After': '5' },
    })
    await claim.release()
  })

  test('what a process that died has begun is taken up under the same id, once its lease is over', async () => {
    const key = randomUUID()
    const dead = await claimOf(create(), key)
    await app.sql`update kept_answers set lease_until = now() - interval '1 second'`
    const claim = await claimOf(create(), key)
    expect(claim.id).toBe(dead.id)
    await claim.keep({ status: 200, headers: {}, body: '"second"' }, null)
    // It was not dead after all, but it is not asked any more.
    await dead.keep({ status: 200, headers: {}, body: '"first"' }, null)
    expect(await create().begin(actor(), request(key))).toMatchObject({ replay: { answer: { body: '"second"' } } })
  })

  test('who was taken for dead and is not does nothing twice, whoever is first', async () => {
    const key = randomUUID()
    const slow = await claimOf(create(), key)
    await app.sql`update kept_answers set lease_until = now() - interval '1 second'`
    const quick = await claimOf(create(), key)
    expect([slow.again, quick.again]).toEqual([false, true])
    expect(await quick.done()).toBeNull()
    const work = (claim: typeof slow) =>
      app.sql.begin(async (tx) => {
        await tx`insert into conversations (workspace_id, user_id) values (${ada.workspaceId}, ${ada.userId})`
        await recordAudit(tx, { ...actor(), operationId: claim.id }, 'conversation.create')
      })
    const before = await count()
    const ends = await Promise.allSettled([work(slow), work(quick)])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(ends).toContainEqual(expect.objectContaining({ reason: expect.objectContaining({ code: 'still_running' }) }))
    expect(await count()).toBe(before + 1)
    await quick.leave()
    expect(await (await claimOf(create(), key)).done()).toEqual({ action: 'conversation.create', subject: null })
  })

  test('an answer that is too long to be kept is looked for again, and not taken for one that there never was', async () => {
    const key = randomUUID()
    const first = await claimOf(create(), key)
    await first.keep({ status: 200, headers: {}, body: 'x'.repeat(limits.keptAnswerBytes) }, null)
    const second = await claimOf(create(), key)
    expect(second).toMatchObject({ id: first.id, again: true })
    await second.release()
  })

  test('after a day the key is free, and what was kept is purged', async () => {
    const key = randomUUID()
    const claim = await claimOf(create(), key)
    await claim.keep({ status: 200, headers: {}, body: '' }, null)
    await app.sql`update kept_answers set created_at = created_at - interval '24 hours'`
    const later = await claimOf(create(), key)
    expect(later.id).not.toBe(claim.id)
    await later.release()
    await create().purge()
    expect(await app.sql`select 1 from kept_answers`).toHaveLength(0)
  })

  test('a changed secret is noticed; while the old one is known the answers can be read', async () => {
    const key = randomUUID()
    await (await claimOf(create(['old']), key)).keep({ status: 200, headers: {}, body: '"kept"' }, null)
    expect(await create(['new', 'old']).begin(actor(), request(key))).toMatchObject({
      replay: { answer: { body: '"kept"' } },
    })
    await expect(create(['new']).begin(actor(), request(key))).rejects.toMatchObject({ code: 'already_done' })
  })
})
