// The key is changed while accounts are connected: they go on working, and the old key can go.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { loadConfig } from './config.ts'
import { createGoogle } from './google/google.ts'
import { connect, secretsKey, startConnected } from './google/testing/connect.ts'
import { createSecretBox } from './platform/secrets/secret-box.ts'
import { rotateSecrets } from './rotate-secrets.ts'

let running: Awaited<ReturnType<typeof startConnected>>
beforeAll(async () => {
  running = await startConnected()
})
afterAll(() => running.close())

const newKey = `k2:${Buffer.alloc(32, 9).toString('base64')}`

/** The command as a person runs it. */
async function rotate(SECRETS_KEY: string) {
  const { databaseUrl, jwtSecret, dataDir } = running.app.config
  const env = { ...process.env, DATABASE_URL: databaseUrl, JWT_SECRET: jwtSecret, DATA_DIR: dataDir, SECRETS_KEY }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'rotate-secrets.ts')], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
  const [status] = await once(child, 'close')
  return { status, said }
}

it('what is in the database is sealed anew, and opens under the new key alone', async () => {
  const person = await running.app.signUp()
  const { id } = await connect(running.app, person.token)
  const stored = () => running.app.sql`select refresh_token, access_token from google_connections where id = ${id}`
  const [before] = await stored()

  const lost = await rotate(newKey)
  expect(lost.status).toBe(1)
  expect(lost.said).toContain('could not be opened. A secret in the database was sealed with the key “k1”')
  expect(await stored()).toEqual([before])

  const done = await rotate(`${newKey},${secretsKey}`)
  expect(done).toMatchObject({ status: 0, said: expect.stringContaining('Nothing is left under another key.') })
  expect(done.said).toContain('refresh tokens of Google accounts: 1 sealed anew, 0 were')

  const { config, sql } = running.app
  const { secrets } = loadConfig({ DATA_DIR: config.dataDir, JWT_SECRET: config.jwtSecret, SECRETS_KEY: newKey })
  const again = await rotateSecrets({ ...config, secrets }, config.databaseUrl ?? '')
  expect(again).toContainEqual({ name: 'refresh tokens of Google accounts', resealed: 0, kept: 1, unreadable: [] })
  const google = createGoogle({ config: config.google, sql, box: createSecretBox(secrets) })
  await sql`update google_connections set access_expires_at = now() where id = ${id}`
  const api = await google.googleFor(person)
  await api.call({ method: 'GET', url: api.drive, answer: z.object({ files: z.array(z.unknown()) }) })
})

it('needs a key to change to', async () => {
  expect(await rotate('')).toMatchObject({ status: 1, said: expect.stringContaining('SECRETS_KEY is not set') })
})
