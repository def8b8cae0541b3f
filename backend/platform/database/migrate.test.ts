// Migrations run once, whoever starts, and a newer database is not touched.
import { randomUUID } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
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

test('every table leads its primary key with the workspace, but for the roots', async () => {
  const rows = await database.sql<{ table: string; first: string }[]>`
    select k.table_name as table, k.column_name as first
    from information_schema.table_constraints c
    join information_schema.key_column_usage k using (constraint_schema, constraint_name)
    where c.constraint_type = 'PRIMARY KEY' and k.ordinal_position = 1 and c.table_schema = current_schema()`
  const roots = ['users', 'workspaces', 'migrations']
  const owned = rows.filter(({ table }) => !roots.includes(table))
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
