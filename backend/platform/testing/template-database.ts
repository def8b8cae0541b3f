// Migrates one database for a test run, of which every test file gets a copy: that is five times as quick.
import { connect } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'

export const templateDatabase = 'migrated'

/** The address of another database on the same server. */
export function databaseAt(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

export async function createTemplateDatabase(server: string): Promise<void> {
  const admin = connect(server, { max: 1 })
  await admin`create database ${admin(templateDatabase)}`
  await admin.end()
  await migrate(databaseAt(server, templateDatabase))
}
