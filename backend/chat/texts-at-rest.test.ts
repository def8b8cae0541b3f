// With a key for texts the database holds none of them readable; without, before and after a change of keys all goes on.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Conversation, Message, StoredFile } from '../../shared/contract/schemas.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'
import { rotateSecrets } from '../rotate-secrets.ts'
import { type Client, createClient } from './testing/client.ts'

let app: TestApp
let ada: Client
beforeAll(async () => {
  app = await createTestApp()
  ada = await createClient(app)
})
afterAll(() => app.close())

const newKey = (id: string) => ({ id, key: new Uint8Array(randomBytes(32)) })

/** The server starts anew with these keys. */
const restartWith = async (keys: ReturnType<typeof newKey>[]) => {
  app.config.texts = keys.length > 0 ? { keys, keptFile: '/nowhere/data-key' } : null
  await app.restart()
}

/** All that stands in the tables that texts of people go into, as text. */
const dump = async (): Promise<string> => {
  const tables = await app.sql<{ table_name: string }[]>`
    select table_name from information_schema.tables where table_schema = current_schema()`
  const parts = []
  for (const { table_name: name } of tables)
    for (const row of await app.sql`select * from ${app.sql(name)}`)
      parts.push(
        `${JSON.stringify(row)} ${Object.values(row).flatMap((value) => (Buffer.isBuffer(value) ? [value.toString('latin1')] : []))}`,
      )
  return parts.join('\n')
}

/** Every kind of text, each with the word in it. */
const say = async (word: string) => {
  const made = await ada.call('POST', '/chat/conversations', { body: { description: `${word} description` } })
  const { id } = (await made.json()) as Conversation
  const file = (await (await ada.upload('people.csv', `name,age\n${word}-in-file,36\n`)).json()) as StoredFile
  const range = {
    ...{ kind: 'range', a1: 'Sheet1!A1:A2' },
    columns: [{ key: 'who', name: 'Who', type: 'text' }],
    rows: [[`${word}-in-range`]],
  }
  const path = `/chat/conversations/${id}/messages`
  const key = { 'idempotency-key': `key ${word.length}` }
  const body = {
    content: `${word} first\n\nItem,Price\n${word}-row,12\n`,
    attachments: [{ kind: 'file', file_id: file.id }, range],
  }
  const reply = (await (await ada.call('POST', path, { body, headers: key })).json()) as Message
  const again = (await (await ada.call('POST', path, { body, headers: key })).json()) as Message
  const { items } = await ada.get<{ items: Message[] }>(path)
  return { id, path, fileId: file.id, reply, again, key, body, sent: items[0]! }
}
type Said = Awaited<ReturnType<typeof say>>

const expectReadable = async (word: string, { id, path, reply, again, sent, fileId }: Said) => {
  expect(again.id).toBe(reply.id)
  const { items } = await ada.get<{ items: Message[] }>(path)
  expect(items[0]?.content).toContain(`${word} first`)
  expect(items.at(-1)?.content).toContain('I found')
  const { title, description } = await ada.get<Conversation>(`/chat/conversations/${id}`)
  expect([title === '' || title.startsWith('\u0001'), description]).toEqual([false, `${word} description`])
  const rows = await Promise.all(
    reply.tables.map((table) => ada.get<{ items: unknown[][] }>(`/tables/${table.id}/rows`)),
  )
  expect(rows.map((page) => page.items[0]?.[0])).toEqual([`${word}-in-range`, `${word}-row`, `${word}-in-file`])
  const { events } = await ada.follow(`${path}/${reply.id}/events`)
  const text = events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('')
  expect(text).toBe(items.at(-1)?.content)
  expect(events.at(-1)).toMatchObject({ type: 'message-end', title })
  const archive = Buffer.from(await (await ada.call('GET', '/account/export')).arrayBuffer())
  expect(archive.includes(fileId)).toBe(true)
  expect(sent.role).toBe('user')
}

test('with a key no text of a person stands in the database; what was there before stays readable', async () => {
  const before = await say('ottoman')
  expect(await dump()).toContain('ottoman-row')

  const [k1, k2] = [newKey('k1'), newKey('k2')]
  await restartWith([k1])
  await expectReadable('ottoman', before)
  const sealed = await say('zanzibar')
  await expectReadable('zanzibar', sealed)
  const edit = { content: `zanzibar edited\n\nItem,Price\nzanzibar-other,1\n`, attachments: [] }
  const edited = await ada.call('PATCH', `${sealed.path}/${sealed.sent.id}`, { body: edit })
  expect(edited.status).toBe(201)
  const tableId = ((await edited.json()) as Message).tables[0]?.id ?? ''
  const change = { cells: [{ row: 0, column: 'item', value: 'zanzibar-by-hand' }] }
  expect((await ada.call('PATCH', `/tables/${tableId}`, { body: change })).status).toBe(200)
  await ada.call('PATCH', `/chat/conversations/${sealed.id}`, { body: { title: 'zanzibar title' } })
  expect((await dump()).match(/.{0,80}zanzibar.{0,20}/gi)).toBeNull()
  expect((await ada.get<{ items: unknown[][] }>(`/tables/${tableId}/rows`)).items[0]?.[0]).toBe('zanzibar-by-hand')
  const titles = (await ada.get<{ items: Conversation[] }>('/chat/conversations')).items.map(({ title }) => title)
  expect(titles).toContain('zanzibar title')

  // Another body under the same key is noticed though nothing of it is readable.
  const other = await ada.call('POST', before.path, { body: { content: 'another' }, headers: before.key })
  expect(other.status).toBe(422)

  await restartWith([k2, k1])
  const url = app.config.databaseUrl ?? ''
  const done = await rotateSecrets(app.config, url)
  expect(done.flatMap(({ unreadable }) => unreadable)).toEqual([])
  expect((await dump()).match(/.{0,80}(ottoman|zanzibar).{0,20}/gi)).toBeNull()
  const again = await rotateSecrets(app.config, url)
  expect(again.map(({ resealed }) => resealed)).toEqual(again.map(() => 0))

  await restartWith([k2])
  await expectReadable('ottoman', before)
  expect((await ada.get<{ items: Message[] }>(sealed.path)).items[0]?.content).toBe(edit.content)
})
