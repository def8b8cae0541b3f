// Starting and stopping the whole backend.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './platform/testing/test-app.ts'
import { startBackend } from './server.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

test('a port that is taken is told in one sentence', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  await expect(startBackend({ ...app.config, port })).rejects.toThrow(
    `Port ${port} is taken by another program. Stop it, or set PORT to another number.`,
  )
  other.close()
})

test('several run in one process on one database, and stop one by one', async () => {
  const second = await startBackend(app.config)
  const { token } = await app.signUp()
  const me = () => fetch(`${second.url}/api/v1/auth/me`, { headers: { authorization: `Bearer ${token}` } })
  expect((await me()).status).toBe(200)
  await second.close()
  await second.close()
  await expect(me()).rejects.toThrow()
  expect((await app.call('GET', '/auth/me', { token })).status).toBe(200)
})

test('accounts and tokens outlive a restart', async () => {
  const { token } = await app.signUp()
  await app.restart()
  expect((await app.call('GET', '/auth/me', { token })).status).toBe(200)
})

test('a database that cannot be reached stops the start', async () => {
  await expect(startBackend({ ...app.config, databaseUrl: 'postgres://nobody:x@127.0.0.1:1/none' })).rejects.toThrow(
    'DATABASE_URL',
  )
})
