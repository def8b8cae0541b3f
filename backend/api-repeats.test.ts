// Every write is repeated by its Idempotency-Key, also when the process died after doing it and before its answer was kept.
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '../shared/contract/operations.ts'
import { type OperationName, routes } from '../shared/contract/routes.ts'
import { type GoogleStandIn, startGoogleStandIn } from './accounts/testing/google-stand-in.ts'
import { startConnected } from './google/testing/connect.ts'
import { keepsAnswers } from './platform/http/keyed-request.ts'
import { openApiDocument } from './platform/http/openapi.ts'
import { type Mailbox, openMailbox } from './platform/mail/testing/mailbox.ts'
import { type TestApp, testPassword } from './platform/testing/test-app.ts'
import { createDocumentCheck, type Received } from './testing/check-answer.ts'
import { createPerson, filled, operationsOf, type Person, send } from './testing/person.ts'
import { createWorld, pathWith, type World } from './testing/world.ts'

const document = openApiDocument('1.0.0')
const described = operationsOf(document)
const check = createDocumentCheck(document)
const keyed = [...described.keys()].filter((name) => keepsAnswers(name, operations[name]))

let identity: GoogleStandIn
let box: Mailbox
let running: Awaited<ReturnType<typeof startConnected>>
let app: TestApp
let person: Person
let world: World
beforeAll(async () => {
  identity = await startGoogleStandIn()
  box = await openMailbox()
  running = await startConnected({ ...identity.env, SMTP_URL: box.url })
  app = running.app
  person = await createPerson(app, document)
  world = await createWorld(person)
})
afterAll(async () => {
  await running.close()
  await box.close()
  identity.close()
})

/**
 * What the second answer is after a crash. `same`: the first, with its headers. `now`: the same thing, as it is by then. `lost`: that
 * it was done, and where to look. `anew`: it is worked out again, for nothing was changed. `gone`: the sign-in ended with it.
 */
type Second = 'same' | 'now' | 'lost' | 'anew' | 'gone'

type Case = {
  name: OperationName
  second: Second
  body?: () => unknown
  /** What has to be there before; ids that it gives take the place of the world's. */
  before?: () => Promise<World | undefined>
}

const table = () => ({ table_id: world['/tables/{table_id}'] })
const source = () => ({ conversation_id: world['/chat/conversations/{id}'], ...table(), template: 'plain_table' })

/** Those that take something away come last, from the inside out. */
const cases: Case[] = [
  { name: 'estimateMessage', second: 'anew' },
  { name: 'learnTemplate', second: 'anew' },
  { name: 'extract', second: 'anew' },
  { name: 'createPlan', second: 'anew', body: () => ({ ...source(), target: { kind: 'new_sheet' } }) },
  { name: 'updateMe', second: 'same', body: () => ({ name: 'Ada' }) },
  { name: 'sendVerification', second: 'same' },
  { name: 'linkGoogle', second: 'same', body: () => ({ id_token: identity.token({ sub: person.userId }) }) },
  { name: 'unlinkGoogle', second: 'same' },
  { name: 'createKey', second: 'lost' },
  { name: 'createConversation', second: 'same' },
  { name: 'updateConversation', second: 'same', body: () => ({ title: 'Renamed', archived: true }) },
  {
    name: 'restoreConversation',
    second: 'same',
    before: async () => {
      const { id } = await person.json<{ id: string }>('POST', '/chat/conversations', {})
      await send(app, { method: 'DELETE', path: `/chat/conversations/${id}`, token: person.token })
      return { '/chat/conversations/{id}': id }
    },
  },
  // The reply is over: nothing is cancelled.
  { name: 'cancelMessage', second: 'anew' },
  { name: 'uploadFile', second: 'same' },
  { name: 'updateTable', second: 'same', body: () => ({ title: 'Renamed' }) },
  { name: 'createTemplate', second: 'same' },
  { name: 'importTemplate', second: 'same' },
  { name: 'updateTemplate', second: 'same', body: () => ({ name: 'Renamed' }) },
  { name: 'saveReceipt', second: 'same' },
  { name: 'createExport', second: 'now', body: source },
  {
    name: 'updateExport',
    second: 'now',
    body: () => ({ update_type: 'append', data: [{ order: 'A-9', quantity: 9 }] }),
  },
  { name: 'cancelExport', second: 'same' },
  { name: 'grantPermission', second: 'same' },
  { name: 'revokePermission', second: 'same' },
  { name: 'deleteExport', second: 'same' },
  { name: 'disconnectGoogle', second: 'now' },
  { name: 'deleteKey', second: 'same' },
  { name: 'deleteTemplate', second: 'same' },
  { name: 'deleteFile', second: 'same' },
  { name: 'deleteConversation', second: 'same' },
  { name: 'logout', second: 'gone' },
  { name: 'deleteAccount', second: 'gone', body: () => ({ password: testPassword }) },
]

/** Jobs that somebody has sent, and not the clock. */
const sentJobs = (schema: string) => app.sql`
  ${app.sql(`${schema}_jobs`)}.job
  where name not like '\\_\\_%' and name not in (select name from ${app.sql(`${schema}_jobs`)}.schedule)`

/** Until the jobs that were sent are done: what they do is no part of a request. */
async function settled(schema: string): Promise<void> {
  for (;;) {
    const [open] = await app.sql`
      select 1 from ${sentJobs(schema)} and state in ('created', 'retry', 'active')
      union all select 1 from export_operations where state in ('queued', 'running', 'waiting') limit 1`
    if (!open) return
    await delay(20)
  }
}

/** All that there is in the database and at Google, but for what is counted and kept of requests and servers as such. */
async function everything(): Promise<Record<string, string>> {
  const [{ schema }] = await app.sql<[{ schema: string }]>`select current_schema() as schema`
  await settled(schema)
  const aside = ['kept_answers', 'rate_limits', 'google_quotas', 'replicas', 'open_streams']
  const tables = await app.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = ${schema}`
  const seen = tables.filter(({ name }) => !aside.includes(name))
  const contents = seen.map(async ({ name }): Promise<[string, string]> => {
    const [row] = await app.sql<[{ rows: string | null }]>`
      select string_agg(t::text, chr(10) order by t::text) as rows from ${app.sql(name)} t`
    return [name, row.rows ?? '']
  })
  const found = Object.fromEntries(await Promise.all(contents))
  const sent = await app.sql<{ name: string; count: number }[]>`
    select name, count(*)::int as count from ${sentJobs(schema)} group by name order by name`
  found.jobs = JSON.stringify(sent)
  const files = running.google.files.all()
  found.google = JSON.stringify(files.map(({ id, permissions, book }) => [id, permissions, book?.version]))
  return found
}

/** The very state that a process leaves which dies between its commit and the keeping of the answer. */
async function forget(): Promise<void> {
  const forgotten = await app.sql`
    update kept_answers
    set status = null, headers = null, body = null, content = null, lease_until = now() - interval '1 second'
    where user_id = ${person.userId} returning 1`
  expect(forgotten).toHaveLength(1)
}

const partsOf = ({ status, headers: { etag, location }, body }: Received) => ({ status, etag, location, body })
const codeOf = ({ status, body }: Received): unknown[] => [status, JSON.parse(body).code]

test('each of them is looked at here', () => {
  expect(cases.map(({ name }) => name).sort()).toEqual([...keyed].sort())
})

test.each(cases)('$name: $second', async ({ name, second, body, before }) => {
  const ids = { ...world, ...(await before?.()) }
  const operation = described.get(name)
  if (!operation) throw new Error(`${name} is not described`)
  const usual = filled(operation)
  const own = body ? { body: body() } : {}
  const ask = async (key: string) => {
    const answer = await send(app, {
      ...{ method: routes[name].method, path: pathWith(name, ids), token: person.token, ...usual, ...own },
      headers: { ...usual.headers, 'idempotency-key': key },
    })
    expect(check.faultsOfAnswer(operation, answer)).toEqual([])
    return answer
  }
  await app.sql`delete from kept_answers where user_id = ${person.userId}`
  const key = randomUUID()
  const first = await ask(key)
  expect([first.status, first.body.slice(0, 300)]).toEqual([operations[name].status, expect.anything()])
  if (second === 'gone') {
    expect((await ask(key)).status).toBe(401)
    if (name === 'logout') person = await createPerson(app, document)
    return
  }
  expect(first.headers['idempotency-replayed']).toBeUndefined()
  const kept = await ask(key)
  expect(partsOf(kept)).toEqual(partsOf(first))
  expect(kept.headers['idempotency-replayed']).toBe('true')

  const done = await everything()
  await forget()
  const again = await ask(key)
  if (second === 'anew') {
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([first.status, undefined])
    if (name !== 'extract') expect(await everything()).toEqual(done)
    return
  }
  expect(await everything()).toEqual(done)
  if (second === 'lost') {
    expect(codeOf(again)).toEqual([409, 'already_done'])
    // However often.
    expect(codeOf(await ask(key))).toEqual([409, 'already_done'])
    expect(await everything()).toEqual(done)
    return
  }
  expect(again.headers['idempotency-replayed']).toBe('true')
  if (second === 'same') expect(partsOf(again)).toEqual(partsOf(first))
  else expect([again.status, again.headers.location]).toEqual([first.status, first.headers.location])
  // From now on it is kept as any other.
  expect(partsOf(await ask(key))).toEqual(partsOf(again))
})
