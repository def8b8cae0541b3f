// Starts the real backend for a test file, on a free port and a database of its own.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccessTokens } from '../../accounts/access-token.ts'
import { insertSession } from '../../accounts/session-store.ts'
import { findUser, insertPasswordUser, insertPersonalWorkspace } from '../../accounts/store.ts'
import { type Config, loadConfig } from '../../config.ts'
import { startBackend } from '../../server.ts'
import type { Sql } from '../database/connect.ts'
import { createTestDatabase } from './test-database.ts'

export type TestApp = {
  /** Of the server, without `/api/v1`. */
  url: string
  sql: Sql
  config: Config
  /** One call to the API: `path` starts after `/api/v1`; `body` is sent as JSON. */
  call(method: string, path: string, options?: CallOptions): Promise<Response>
  /** Makes an account whose password is `testPassword`; the token goes into `call`. */
  signUp(): Promise<{ token: string; userId: string; workspaceId: string; email: string }>
  /** Stops the server and starts it again on the same database, and another port. */
  restart(): Promise<void>
  close(): Promise<void>
}

export const testPassword = 'correct horse battery'

/** Of that password, made to be quick: a hash as the product makes them takes a third of a second of a processor. */
const quickHash = '$2b$04$6/gYuH1/LclhAh9h4sRDH.2Kp5h82KzUXMdf3Ukz5S2NqQtrfWR8i'

type CallOptions = { token?: string; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal }

/** `env` is the environment as the real server reads it; it needs nothing. */
export async function createTestApp({ env = {} }: { env?: Record<string, string> } = {}): Promise<TestApp> {
  const database = await createTestDatabase()
  const config = loadConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: join(tmpdir(), 'tablewright-test-unused'),
    JWT_SECRET: 'a secret that is only good for tests',
    DATABASE_URL: database.url,
    PASSWORD_COST: '4',
    ...env,
  })
  let backend = await startBackend(config)
  const tokens = createAccessTokens(config.jwtSecrets)
  let accounts = 0

  const app: TestApp = {
    url: backend.url,
    sql: database.sql,
    config,
    async call(method, path, { token, body, headers, signal } = {}) {
      return await fetch(`${app.url}/api/v1${path}`, {
        method,
        ...(signal ? { signal } : {}),
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    },
    async signUp() {
      const email = `person-${++accounts}@example.com`
      const id = await insertPasswordUser(app.sql, { email, name: '', passwordHash: quickHash })
      if (!id) throw new Error('There is such an account already')
      await insertPersonalWorkspace(app.sql, id, email)
      const user = await findUser(app.sql, id)
      if (!user) throw new Error('The user that was just made is not there')
      const actor = { userId: id, workspaceId: user.workspace_id }
      const token = tokens.issue({ ...actor, sessionId: await insertSession(app.sql, actor, 3600) })
      return { ...actor, token, email }
    },
    async restart() {
      await backend.close()
      backend = await startBackend(config)
      app.url = backend.url
    },
    async close() {
      await backend.close()
      await database.close()
    },
  }
  return app
}
