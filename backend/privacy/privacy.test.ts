// Taking one's data along, and having it removed: all of it, only one's own, and at once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Message, StoredFile } from '../../shared/contract/schemas.ts'
import { builtInTemplates } from '../../shared/template/built-in.ts'
import { type Client, createClient } from '../chat/testing/client.ts'
import { createTestApp, type TestApp, testPassword } from '../platform/testing/test-app.ts'
import { unzip } from './testing/unzip.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const { id: _id, version: _version, ...sales } = builtInTemplates.find(({ id }) => id === 'sales_analysis')!

/** Somebody with a bit of everything, who can be told from others by `word`. */
const liveFor = async (client: Client, word: string) => {
  const id = await client.converse()
  const file = (await (await client.upload(`${word}.csv`, `name,age\n${word}-file,36\n`)).json()) as StoredFile
  const sent = await client.call('POST', `/chat/conversations/${id}/messages`, {
    body: {
      content: `Item,Price\n${word}-row,12\n`,
      attachments: [{ kind: 'file', file_id: file.id }],
    },
  })
  const reply = (await sent.json()) as Message
  await client.call('POST', '/export/templates/create', { body: { ...sales, name: `${word}-template` } })
  return { id, fileId: file.id, tableId: reply.tables[0]?.id ?? '', messageId: reply.id }
}

const download = async (client: Client) => {
  const answer = await client.call('GET', '/account/export')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  expect(answer.headers.get('content-disposition')).toContain('Tablewright%20data.zip')
  return unzip(Buffer.from(await answer.arrayBuffer()))
}

test('the archive has everything of the person and nothing of others', async () => {
  const [ada, grace] = [await createClient(app), await createClient(app)]
  const mine = await liveFor(ada, 'adas')
  await liveFor(grace, 'graces')
  const deleted = await ada.converse()
  await ada.call('DELETE', `/chat/conversations/${deleted}`)
  const files = await download(ada)
  const read = (path: string) => JSON.parse(files.get(path) ?? 'null')

  expect(read('account.json')).toMatchObject({ email: expect.stringContaining('@'), google_connections: [] })
  expect(read(`conversations/${mine.id}/conversation.json`)).toMatchObject({ id: mine.id, deleted_at: null })
  expect(read(`conversations/${deleted}/conversation.json`).deleted_at).toMatch(/Z$/)
  const messages = read(`conversations/${mine.id}/messages.json`)
  expect(messages).toMatchObject([{ role: 'user', content: 'Item,Price\nadas-row,12\n' }, { role: 'assistant' }])
  const table = `conversations/${mine.id}/tables/${mine.tableId}/version-1`
  expect(read(`${table}.json`).rows).toEqual([{ cells: ['adas-row', 12] }])
  expect(files.get(`${table}.csv`)).toBe('\ufeffItem,Price\r\nadas-row,12\r\n')
  expect(files.get(`files/${mine.fileId}/adas.csv`)).toBe('name,age\nadas-file,36\n')
  expect(read('templates.json')).toMatchObject([{ name: 'adas-template', version: 1 }])
  expect(read('audit.json').map(({ action }: { action: string }) => action)).toContain('account.export')
  for (const path of ['exports.json', 'export-operations.json', 'receipts.json', 'usage.json'])
    expect(read(path)).toEqual([])

  const all = [...files].flat().join('\n')
  expect(all).not.toContain('graces')
  expect(all).not.toMatch(/\$2[aby]\$|token_hash|key_hash|password_hash|refresh_token/)
})

test('every table of the database that belongs to somebody is in the archive, or is known not to be', async () => {
  const rows = await app.sql<{ table_name: string }[]>`
    select distinct table_name from information_schema.columns
    where table_schema = current_schema() and column_name in ('user_id', 'workspace_id')`
  const inArchive = [
    ...['sessions', 'api_keys', 'google_connections', 'conversations', 'messages', 'tables', 'table_versions'],
    ...['table_rows', 'files', 'export_templates', 'export_template_versions', 'sheet_exports', 'export_operations'],
    ...['export_receipts', 'usage_records', 'audit_log'],
  ]
  const leftOut = [
    // What the messages say, once more in pieces; sums; which file is whose; what runs out by itself; secrets.
    ...['message_events', 'usage_days', 'usage_allowances', 'usage_reservations', 'message_files', 'reply_requests'],
    ...['kept_answers', 'refresh_tokens', 'account_links', 'google_authorizations', 'oauth_codes', 'oauth_tokens'],
    ...['workspace_members', 'open_streams'],
  ]
  const known = new Set([...inArchive, ...leftOut])
  expect(rows.map(({ table_name }) => table_name).filter((name) => !known.has(name))).toEqual([])
})

test('an account goes with its data, its tokens at once; others keep theirs', async () => {
  const account = await app.signUp()
  const { token, userId, workspaceId, email } = account
  const call = (method: string, path: string, body?: unknown) =>
    app.call(method, path, { token, ...(body === undefined ? {} : { body }) })
  const client = { ...(await createClient(app)) }
  const others = await liveFor(client, 'others')
  const made = await call('POST', '/chat/conversations', {})
  const { id } = (await made.json()) as { id: string }
  const content = `Name,Age\n${Array.from({ length: 30 }, (_, n) => `P${n},${n}`).join('\n')}\n`
  expect((await call('POST', `/chat/conversations/${id}/messages`, { content })).status).toBe(201)
  const key = (await (await call('POST', '/auth/keys', { name: 'mine', scopes: ['chat:read'] })).json()) as {
    key: string
  }

  expect((await call('DELETE', '/account', {})).status).toBe(403)
  expect((await call('DELETE', '/account', { password: 'wrong horse battery' })).status).toBe(403)
  expect((await call('DELETE', '/account', { id_token: 'not.a.token' })).status).toBe(401)
  const byKey = await app.call('DELETE', '/account', { token: key.key, body: { password: testPassword } })
  expect(byKey.status).toBe(403)
  expect((await call('GET', '/auth/me')).status).toBe(200)

  expect((await call('DELETE', '/account', { password: testPassword })).status).toBe(204)
  expect((await call('GET', '/auth/me')).status).toBe(401)
  expect((await app.call('GET', '/chat/conversations', { token: key.key })).status).toBe(401)
  const login = await app.call('POST', '/auth/login', { body: { email, password: testPassword } })
  expect(login.status).toBe(401)
  const again = await app.call('POST', '/auth/register', { body: { email, password: 'a quite unusual passphrase' } })
  expect(again.status).toBe(201)

  await expect
    .poll(async () => (await app.sql`select 1 from users where id = ${userId}`).length, { timeout: 15_000 })
    .toBe(0)
  const tables = await app.sql<{ table_name: string }[]>`
    select distinct table_name from information_schema.columns
    where table_schema = current_schema() and column_name = 'workspace_id'`
  for (const { table_name } of tables)
    expect(await app.sql`select 1 from ${app.sql(table_name)} where workspace_id = ${workspaceId}`, table_name).toEqual(
      [],
    )
  const proof = await app.sql`
    select action, address, subject_id from audit_log
    where workspace_id = deleted_alias(${workspaceId}) and user_id = deleted_alias(${userId})
    order by position desc limit 2`
  expect(proof).toEqual([
    { action: 'account.purge', address: null, subject_id: null },
    { action: 'account.delete', address: null, subject_id: null },
  ])
  const named = await app.sql`select 1 from audit_log where ${userId} = user_id or ${workspaceId} = workspace_id`
  expect(named).toEqual([])
  expect(await client.get(`/tables/${others.tableId}/rows`)).toMatchObject({ items: [['others-row', 12]] })
})

test('who shares the workspace keeps what is theirs', async () => {
  const [ada, grace] = [await app.signUp(), await createClient(app)]
  const [member] = await app.sql<[{ user_id: string }]>`
    select user_id from conversations where id = ${await grace.converse()}`
  await app.sql`insert into workspace_members (workspace_id, user_id, role) values (${ada.workspaceId}, ${member.user_id}, 'member')`
  const insert = (userId: string) => app.sql`
    insert into conversations (workspace_id, user_id, title) values (${ada.workspaceId}, ${userId}, 'shared')`
  await insert(ada.userId)
  await insert(member.user_id)
  const answer = await app.call('DELETE', '/account', { token: ada.token, body: { password: testPassword } })
  expect(answer.status).toBe(204)
  await expect
    .poll(async () => (await app.sql`select 1 from users where id = ${ada.userId}`).length, { timeout: 15_000 })
    .toBe(0)
  expect(await app.sql`select user_id from conversations where workspace_id = ${ada.workspaceId}`).toEqual([
    { user_id: member.user_id },
  ])
})
