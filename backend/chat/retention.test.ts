// Archiving, deleting, restoring and purging conversations and files.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Conversation, Message, StoredFile } from '../../shared/contract/schemas.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'
import { purgeDeleted } from '../privacy/privacy.ts'
import { type Client, createClient } from './testing/client.ts'

let app: TestApp
let ada: Client
beforeAll(async () => {
  app = await createTestApp()
  ada = await createClient(app)
})
afterAll(() => app.close())

type Page<T> = { items: T[]; next_cursor: string | null }
const purge = () => purgeDeleted(app.sql, app.config.retentionDays, new AbortController().signal)
const status = async (method: string, path: string, options = {}) => (await ada.call(method, path, options)).status
const listed = async (query = '') =>
  (await ada.get<Page<Conversation>>(`/chat/conversations${query}`)).items.map(({ id }) => id)

/** A conversation with a file and a table. */
const talk = async () => {
  const id = await ada.converse()
  const file = (await (await ada.upload('people.csv', 'name,age\nAda,36\n')).json()) as StoredFile
  const sent = await ada.call('POST', `/chat/conversations/${id}/messages`, {
    body: { content: 'as a table', attachments: [{ kind: 'file', file_id: file.id }] },
  })
  const reply = (await sent.json()) as Message
  return { id, fileId: file.id, messageId: reply.id, tableId: reply.tables[0]?.id ?? '' }
}

test('archived conversations are listed apart, and can be brought back', async () => {
  const [first, second] = [await ada.converse(), await ada.converse()]
  const path = `/chat/conversations/${first}`
  const read = await ada.call('GET', path)
  const etag = read.headers.get('etag') ?? ''
  const archived = await ada.call('PATCH', path, { body: { archived: true }, headers: { 'if-match': etag } })
  expect(((await archived.json()) as Conversation).archived_at).toMatch(/Z$/)
  expect(await status('PATCH', path, { body: { title: 'x' }, headers: { 'if-match': etag } })).toBe(412)
  expect(await listed()).toEqual([second])
  expect(await listed('?state=archived')).toEqual([first])
  expect(new Set(await listed('?state=all'))).toEqual(new Set([first, second]))
  await ada.call('PATCH', path, { body: { archived: false } })
  expect(await listed()).toEqual([first, second])
  const page = await ada.get<Page<Conversation>>('/chat/conversations?limit=1')
  expect(await status('GET', `/chat/conversations?state=archived&cursor=${page.next_cursor}`)).toBe(400)
  for (const id of [first, second]) await ada.call('DELETE', `/chat/conversations/${id}`)
})

test('with a deleted conversation all that is in it is gone at once, and comes back with it', async () => {
  const { id, fileId, messageId, tableId } = await talk()
  const paths = [
    `/chat/conversations/${id}`,
    `/chat/conversations/${id}/messages`,
    `/chat/conversations/${id}/messages/${messageId}`,
    `/chat/conversations/${id}/messages/${messageId}/events`,
    `/chat/conversations/${id}/tables`,
    ...[`/tables/${tableId}`, `/tables/${tableId}/rows`, `/tables/${tableId}/history`, `/tables/${tableId}/download`],
    ...[`/tables/${tableId}/evidence?row=0&column=name`, `/files/${fileId}`],
  ]
  const answers = () => Promise.all(paths.map(async (path) => [path, await status('GET', path)]))
  expect(await answers()).toEqual(paths.map((path) => [path, 200]))
  expect(await status('DELETE', `/chat/conversations/${id}`)).toBe(204)
  expect(await answers()).toEqual(paths.map((path) => [path, 404]))
  expect((await ada.get<Page<StoredFile>>('/files')).items.map((file) => file.id)).not.toContain(fileId)
  expect(await status('POST', `/chat/conversations/${id}/messages`, { body: { content: 'x' } })).toBe(404)
  expect(await listed('?state=deleted')).toContain(id)

  const stranger = await app.signUp()
  const theirs = await app.call('POST', `/chat/conversations/${id}/restore`, { token: stranger.token })
  expect(theirs.status).toBe(404)
  expect(await status('POST', `/chat/conversations/${id}/restore`)).toBe(200)
  expect(await answers()).toEqual(paths.map((path) => [path, 200]))
  expect(await status('POST', `/chat/conversations/${id}/restore`)).toBe(404)
})

test('files are listed, looked up and deleted by their owner', async () => {
  const file = (await (await ada.upload('a.csv', 'a,b\n1,2\n')).json()) as StoredFile
  expect((await ada.get<Page<StoredFile>>('/files?limit=1')).items).toEqual([file])
  expect(await ada.get(`/files/${file.id}`)).toEqual(file)
  const { token } = await app.signUp()
  for (const method of ['GET', 'DELETE'])
    expect((await app.call(method, `/files/${file.id}`, { token })).status).toBe(404)
  expect(await status('DELETE', `/files/${file.id}`)).toBe(204)
  for (const method of ['GET', 'DELETE']) expect(await status(method, `/files/${file.id}`)).toBe(404)
  const refused = await ada.refused(await ada.converse(), {
    content: 'x',
    attachments: [{ kind: 'file', file_id: file.id }],
  })
  expect(refused).toMatchObject({ code: 'file_unreadable' })
})

test('what was deleted is purged after its time and not before, also by several servers at once', async () => {
  const { sql } = app
  const [kept, late, old] = [await talk(), await talk(), await talk()]
  const unused = (await (await ada.upload('unused.csv', 'a,b\n1,2\n')).json()) as StoredFile
  const waiting = (await (await ada.upload('waiting.csv', 'a,b\n1,2\n')).json()) as StoredFile
  for (const { id } of [late, old]) await ada.call('DELETE', `/chat/conversations/${id}`)
  const many = []
  for (let n = 0; n < 12; n++) many.push(await ada.converse())
  for (const id of many) await ada.call('DELETE', `/chat/conversations/${id}`)
  const goBack = (ids: string[], days: number) =>
    sql`update conversations set deleted_at = now() - ${days} * interval '1 day' where id in ${sql(ids)}`
  await goBack([late.id], 29)
  await goBack([old.id, ...many], 31)
  await sql`update files set created_at = now() - interval '2 days' where id in ${sql([unused.id, old.fileId, kept.fileId, late.fileId])}`
  const [{ workspace_id, user_id }] = await sql<[{ workspace_id: string; user_id: string }]>`
    select workspace_id, user_id from conversations where id = ${kept.id}`
  for (const days of [29, 31]) {
    await sql`
      insert into sheet_exports (workspace_id, user_id, conversation_id, title, template_type, deleted_at)
      values (${workspace_id}, ${user_id}, ${kept.id}, ${`deleted ${days}`}, 'x', now() - ${days} * interval '1 day')`
    await sql`
      insert into export_templates (workspace_id, latest_version, deleted_at)
      values (${workspace_id}, ${days}, now() - ${days} * interval '1 day')`
  }
  await Promise.all([purge(), purge(), purge()])
  expect(await sql`select title from sheet_exports`).toEqual([{ title: 'deleted 29' }])
  expect(await sql`select latest_version from export_templates`).toEqual([{ latest_version: 29 }])

  const left = async (table: string, ids: string[]) =>
    new Set((await sql`select id from ${sql(table)} where id in ${sql(ids)}`).map(({ id }) => id))
  expect(await left('conversations', [kept.id, late.id, old.id, ...many])).toEqual(new Set([kept.id, late.id]))
  expect(await left('tables', [kept.tableId, late.tableId, old.tableId])).toEqual(new Set([kept.tableId, late.tableId]))
  const files = [kept.fileId, late.fileId, old.fileId, unused.id, waiting.id]
  expect(await left('files', files)).toEqual(new Set([kept.fileId, late.fileId, waiting.id]))
  for (const [table, column] of [
    ['message_events', 'message_id'],
    ['table_rows', 'table_id'],
    ['message_files', 'conversation_id'],
  ] as const) {
    const gone = [old.messageId, old.tableId, old.id]
    expect(await sql`select 1 from ${sql(table)} where ${sql(column)} in ${sql(gone)}`).toHaveLength(0)
  }
  const purged = await sql`select subject_id from audit_log where action = 'conversation.purge'`
  expect(new Set(purged.map((row) => row.subject_id))).toEqual(new Set([old.id, ...many]))
  expect(purged).toHaveLength(13)
  expect(await status('POST', `/chat/conversations/${old.id}/restore`)).toBe(404)
  expect(await status('POST', `/chat/conversations/${late.id}/restore`)).toBe(200)
  expect(await status('GET', `/tables/${late.tableId}/rows`)).toBe(200)
})
