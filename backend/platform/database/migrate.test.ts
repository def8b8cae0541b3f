// Migrations run once, whoever starts, and a newer database is not touched.
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { connect, type Sql } from './connect.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test('three processes that start at once on an empty database migrate it once', async () => {
  const schema = `test_${randomUUID().replaceAll('-', '')}`
  const url = `${inject('databaseUrl')}?search_path=${schema}`
  const sql = connect(url, { max: 1 })
  await sql`create schema ${sql(schema)}`
  await Promise.all([migrate(url), migrate(url), migrate(url)])
  const [row] = await sql`select count(*) as runs, count(distinct migration_id) as migrations from migrations`
  expect(row?.runs).toBe(row?.migrations)
  await sql`drop schema ${sql(schema)} cascade`
  await sql.end()
})

test('a database made by a newer version is refused', async () => {
  await database.sql`insert into migrations (migration_id, name) values (99999, 'from the future')`
  await expect(migrate(database.url)).rejects.toThrow('made by a newer Tablewright')
  await database.sql`delete from migrations where migration_id = 99999`
  await migrate(database.url)
})

test('tables made before there were versions are the first versions of themselves', async () => {
  const schema = `test_${randomUUID().replaceAll('-', '')}`
  const url = `${inject('databaseUrl')}?search_path=${schema}`
  const sql = connect(url, { max: 1 })
  await sql`create schema ${sql(schema)}`
  await sql`create table migrations (migration_id serial primary key, created_at timestamptz default now(), name text)`
  for (const name of ['accounts', 'chat']) {
    const [row] = await sql<
      [{ id: number }]
    >`insert into migrations (name) values (${name}) returning migration_id as id`
    await sql.file(join(import.meta.dirname, 'migrations', `0000${row.id}_${name}.sql`))
  }
  const [user] = await sql`insert into users (email, name, google_sub) values ('a@example.com', 'A', 's') returning id`
  const [space] = await sql`insert into workspaces (name) values ('A') returning id`
  const [talk] = await sql`
    insert into conversations (workspace_id, user_id) values (${space!.id}, ${user!.id}) returning id`
  const [reply] = await sql`
    insert into messages (workspace_id, conversation_id, role)
    values (${space!.id}, ${talk!.id}, 'assistant') returning id`
  const receipt = { state: 'complete', rows_seen: 3, rows_extracted: 3, cells_unread: 1, notes: [] }
  const columns = [{ key: 'a', name: 'A', type: 'text' }]
  const add = async (title: string, end: typeof receipt | null) => {
    const id = randomUUID()
    await sql`
      insert into tables (workspace_id, id, conversation_id, message_id, title, data, row_count, cells_unread, receipt)
      values (${space!.id}, ${id}, ${talk!.id}, ${reply!.id}, ${title}, ${sql.json({ columns })}, 3, 1, ${end && sql.json(end)})`
    await sql`insert into table_rows values (${space!.id}, ${id}, 0, 2, ${sql.json([['x'], ['y']])})`
    await sql`insert into table_rows values (${space!.id}, ${id}, 2, 1, ${sql.json([['z']])})`
    return id
  }
  const ids = [await add('Ended', receipt), await add('Open', null)]
  await migrate(url)

  const heads = await sql`
    select t.id, v.version, t.latest_version, v.title, v.data, v.row_count, v.cells_unread, v.receipt, v.open, v.message_id
    from tables t join table_versions v on v.workspace_id = t.workspace_id and v.table_id = t.id order by v.position`
  const same = {
    version: 1,
    latest_version: 1,
    data: { columns },
    row_count: 3,
    cells_unread: 1,
    message_id: reply!.id,
  }
  expect(heads).toEqual([
    { ...same, id: ids[0], title: 'Ended', receipt, open: false },
    { ...same, id: ids[1], title: 'Open', receipt: null, open: true },
  ])
  const rows = await sql`
    select at, rows, evidence from table_rows where table_id = ${ids[0]!} and version = 1 order by at`
  expect(rows).toEqual([
    { at: 0, rows: [['x'], ['y']], evidence: null },
    { at: 2, rows: [['z']], evidence: null },
  ])
  await sql`drop schema ${sql(schema)} cascade`
  await sql.end()
})

test('every table leads its primary key with the workspace, but for the roots and the server’s counters', async () => {
  const rows = await database.sql<{ table: string; first: string }[]>`
    select k.table_name as table, k.column_name as first
    from information_schema.table_constraints c
    join information_schema.key_column_usage k using (constraint_schema, constraint_name)
    where c.constraint_type = 'PRIMARY KEY' and k.ordinal_position = 1 and c.table_schema = current_schema()`
  const roots = ['users', 'workspaces', 'migrations']
  // What is counted here is the server's: requests of an address, Google's quotas for a project, the replicas themselves.
  const ofTheServer = ['rate_limits', 'google_quotas', 'replicas']
  const owned = rows.filter(({ table }) => ![...roots, ...ofTheServer].includes(table))
  expect(owned.length).toBeGreaterThan(0)
  expect(owned.filter(({ first }) => first !== 'workspace_id')).toEqual([])
})

test('times come back as they were stored, counts as numbers', async () => {
  const sql: Sql = database.sql
  const [row] =
    await sql`select ${'2026-02-03T04:05:06.789Z'}::timestamptz(3) as at, count(*) as n, null::timestamptz as none`
  expect(row).toEqual({ at: '2026-02-03T04:05:06.789Z', n: 1, none: null })
})

test('a server that never answers is given up, as one that is away', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as AddressInfo
  const url = `postgres://nobody:x@127.0.0.1:${port}/none`
  await expect(migrate(url, { answerMs: 200 })).rejects.toMatchObject({ code: 'CONNECT_TIMEOUT' })
  silent.close()
})

test('what stays of accounts that were deleted before names nobody any more, and nothing else is changed', async () => {
  const schema = `test_${randomUUID().replaceAll('-', '')}`
  const url = `${inject('databaseUrl')}?search_path=${schema}`
  const sql = connect(url, { max: 1 })
  await sql`create schema ${sql(schema)}`
  await sql`create table migrations (migration_id serial primary key, created_at timestamptz default now(), name text)`
  const folder = join(import.meta.dirname, 'migrations')
  for (const file of (await readdir(folder)).filter((name) => name < '00015').toSorted()) {
    await sql`insert into migrations (name) values (${file.slice(6, -4)})`
    await sql.file(join(folder, file))
  }
  const [user] = await sql`insert into users (email, name, google_sub) values ('a@example.com', 'A', 's') returning id`
  const [space] = await sql`insert into workspaces (name) values ('A') returning id`
  const gone = { user: randomUUID(), space: randomUUID() }
  const add = (workspaceId: string, userId: string) => sql`
    insert into audit_log (workspace_id, user_id, action, address) values (${workspaceId}, ${userId}, 'account.update', '::1')`
  await add(space!.id, user!.id)
  await add(gone.space, gone.user)
  await migrate(url)
  expect(await sql`select workspace_id, user_id, address from audit_log where user_id = ${user!.id}`).toEqual([
    { workspace_id: space!.id, user_id: user!.id, address: '::1' },
  ])
  const left = await sql`
    select address from audit_log
    where user_id = deleted_alias(${gone.user}) and workspace_id = deleted_alias(${gone.space})`
  expect(left).toEqual([{ address: null }])
  await sql`drop schema ${sql(schema)} cascade`
  await sql.end()
})
