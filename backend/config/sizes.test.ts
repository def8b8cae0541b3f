// Whoever runs a server can lower how much it takes at once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../chat/testing/client.ts'
import { loadConfig } from '../config.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ env: { MESSAGE_BYTES: '100', FILE_BYTES: '200', STREAMS_PER_USER: '1' } })
})
afterAll(() => app.close())

test('a message, a file and the streams of a person end where the server says', async () => {
  const ann = await createClient(app)
  const { limits } = await (await app.call('GET', '/about')).json()
  expect(limits).toEqual({ message_bytes: 100, file_bytes: 200 })
  const id = await ann.converse()
  const long = await ann.call('POST', `/chat/conversations/${id}/messages`, { body: { content: 'x'.repeat(101) } })
  expect([long.status, (await long.json()).code]).toEqual([413, 'message_too_long'])
  const large = await ann.upload('large.csv', `a,b\n${'1,2\n'.repeat(60)}`)
  expect([large.status, (await large.json()).code]).toEqual([413, 'file_too_large'])
  expect((await ann.upload('small.csv', 'a,b\n1,2\n')).status).toBe(201)
})

test('more than there is, or nothing, is no size', () => {
  const started = (env: Record<string, string>) => () => loadConfig({ DATA_DIR: app.config.dataDir, ...env })
  expect(started({ MESSAGE_BYTES: '1000001' })).toThrow('MESSAGE_BYTES')
  expect(started({ FILE_BYTES: '0' })).toThrow('FILE_BYTES')
  expect(started({ STREAMS_PER_USER: '21' })).toThrow('from 1 to 20')
})
