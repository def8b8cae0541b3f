// What reaches the log of a running server: no text of people, no address, no secret.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { loadConfig } from '../config.ts'
import { createJobs } from '../platform/jobs/jobs.ts'
import { createLog } from '../platform/log.ts'
import { createTestDatabase } from '../platform/testing/test-database.ts'

test('at the level info nothing that people wrote and no secret is logged', async () => {
  const database = await createTestDatabase()
  const lines: string[] = []
  const log = createLog('info', (line) => lines.push(line))
  const jobs = createJobs({ url: database.url, log })
  const config = loadConfig({ DATABASE_URL: database.url, JWT_SECRET: 'a secret that is only good for tests' })
  const app = createApp({ config: { ...config, passwordCost: 4 }, sql: database.sql, log, jobs })
  const server = createServer(app.express)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`
  let token = ''
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(base + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: answer.status, body: await answer.json().catch(() => ({})) }
  }

  const password = 'tangerine lighthouse 77'
  const email = 'wilhelmina@example.com'
  const registered = await call('POST', '/auth/register', { email, password, name: 'Wilhelmina' })
  token = registered.body.access_token
  const made = await call('POST', '/chat/conversations', { title: 'xylophone title' })
  const messages = `/chat/conversations/${made.body.id}/messages`
  const statuses = [
    await call('POST', '/auth/login', { email, password: `${password} wrong` }),
    await call('POST', messages, { content: 'xylophone text\n\nItem,Price\nxylophone,1\n' }),
    await call('POST', messages, { content: 'xylophone', response_format: { json_schema: { title: 'xylophone' } } }),
    await call('POST', messages, '{"content": "xylophone'),
    await call('POST', '/extract', { text: 'xylophone', template: 'xylophone' }),
    await call('POST', `/files?name=xylophone`, { xylophone: true }),
    await call('PATCH', `/chat/conversations/${made.body.id}`, { title: 7, xylophone: 1 }),
    await call('DELETE', '/account', { password: 'xylophone' }),
    await call('GET', '/chat/conversations?cursor=xylophone'),
  ].map(({ status }) => status)
  expect(statuses).toEqual([401, 201, 422, 400, 404, 400, 400, 403, 400])
  const written = lines.join('\n')
  expect(lines.length).toBeGreaterThan(5)
  expect(written).not.toMatch(/xylophone|wilhelmina/i)
  for (const secret of [password, token, registered.body.refresh_token ?? token]) expect(written).not.toContain(secret)

  await app.close()
  await new Promise((resolve) => server.close(resolve))
  await jobs.close()
  await database.close()
})
