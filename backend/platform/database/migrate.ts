// Brings the database to the newest schema: numbered SQL files, forward only, one process at a time.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import shift from 'postgres-shift'
import { connect, type Sql } from './connect.ts'

const folder = join(import.meta.dirname, 'migrations')

/** How many migrations this version knows; the newest has that number. */
export const countMigrations = async (): Promise<number> =>
  (await readdir(folder)).filter((name) => name.endsWith('.sql')).length

/** Throws an error with the code `CONNECT_TIMEOUT` when nobody answers, and in plain words for a server that is too old. */
async function checkServer(sql: Sql, answerMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error('The database does not answer.'), { code: 'CONNECT_TIMEOUT' })
    timer = setTimeout(() => reject(error), answerMs)
  })
  const asked = sql<[{ number: number; name: string }]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name`
  const [version] = await Promise.race([asked, silence]).finally(() => clearTimeout(timer))
  if (version.number < 130_000)
    throw new Error(`The database server is PostgreSQL ${version.name}; 13 or newer is needed.`)
}

/**
 * Runs the migrations that are missing, in one transaction. On a connection of its own, because the lock belongs to the
 * session; the lock is per schema, so tests do not wait for each other. Throws naming the file that failed.
 * `answerMs` bounds the wait for a server that takes a connection or drops its packets and never answers: the client's own
 * limit does not.
 */
export async function migrate(url: string, { answerMs = 10_000 } = {}): Promise<void> {
  const sql = connect(url, { max: 1 })
  let current = ''
  try {
    await checkServer(sql, answerMs)
    await sql`select pg_advisory_lock(hashtext('tablewright migrations'), hashtext(current_schema()))`
    await shift({ sql, path: folder, before: ({ path }) => (current = path) })
    current = ''
    const [newest] = await sql<{ id: number }[]>`select max(migration_id)::int as id from migrations`
    if ((newest?.id ?? 0) > (await countMigrations()))
      throw new Error('The database was made by a newer Tablewright. Update this one, or use another database.')
  } catch (cause) {
    if (current === '') throw cause
    throw new Error(`The migration ${current} failed: ${(cause as Error).message}`, { cause })
  } finally {
    await sql.end({ timeout: 1 })
  }
}
