// Gives a test file a database of its own on the run's PostgreSQL.
import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { connect, type Sql } from '../database/connect.ts'
import { databaseAt, templateDatabase } from './template-database.ts'

export type TestDatabase = { url: string; sql: Sql; close(): Promise<void> }

/** An empty one, migrated. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const url = databaseAt(server, name)
  const admin = connect(server, { max: 1 })
  await admin`create database ${admin(name)} template ${admin(templateDatabase)}`
  const sql = connect(url, { max: 4 })
  return {
    url,
    sql,
    async close() {
      await sql.end({ timeout: 1 })
      await admin`drop database ${admin(name)} with (force)`
      await admin.end({ timeout: 1 })
    },
  }
}
