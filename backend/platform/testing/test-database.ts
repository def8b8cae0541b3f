// Gives a test file a database schema of its own on the run's PostgreSQL.
import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { connect, type Sql } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'

export type TestDatabase = { url: string; sql: Sql; close(): Promise<void> }

/** An empty schema, migrated. `url` leads into it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseUrl')
  const schema = `test_${randomUUID().replaceAll('-', '')}`
  const url = `${server}?search_path=${schema}`
  const sql = connect(url, { max: 4 })
  await sql`create schema ${sql(schema)}`
  await migrate(url)
  return {
    url,
    sql,
    async close() {
      await sql`drop schema ${sql(schema)} cascade`
      await sql`drop schema if exists ${sql(`${schema}_jobs`)} cascade`
      await sql.end({ timeout: 1 })
    },
  }
}
