// Brings the database to the newest schema: numbered SQL files, forward only, one process at a time.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import shift from 'postgres-shift'
import { connect } from './connect.ts'

const folder = join(import.meta.dirname, 'migrations')

/**
 * Runs the migrations that are missing, in one transaction. On a connection of its own, because the lock belongs to the
 * session; the lock is per schema, so tests do not wait for each other. Throws naming the file that failed.
 */
export async function migrate(url: string): Promise<void> {
  const sql = connect(url, { max: 1 })
  let current = ''
  try {
    await sql`select pg_advisory_lock(hashtext('tablewright migrations'), hashtext(current_schema()))`
    await shift({ sql, path: folder, before: ({ path }) => (current = path) })
    current = ''
    const [newest] = await sql<{ id: number }[]>`select max(migration_id)::int as id from migrations`
    const known = (await readdir(folder)).filter((name) => name.endsWith('.sql')).length
    if ((newest?.id ?? 0) > known)
      throw new Error('The database was made by a newer Tablewright. Update this one, or use another database.')
  } catch (cause) {
    if (current === '') throw cause
    throw new Error(`The migration ${current} failed: ${(cause as Error).message}`, { cause })
  } finally {
    await sql.end({ timeout: 5 })
  }
}
