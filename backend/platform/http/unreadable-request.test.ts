// What cannot be read as HTTP gets an answer all the same.
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { headBytes } from './unreadable-request.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

const exchange = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(app.url)
    const parts: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket
      .on('data', (part) => parts.push(part))
      .on('close', () => resolve(Buffer.concat(parts).toString()))
      .on('error', reject)
  })

const problemIn = (answer: string) => {
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toMatch(/content-type: application\/problem\+json/i)
  return JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))
}

test('a head that is too large is refused with the size that it may have', async () => {
  const answer = await exchange(`GET /api/v1/about HTTP/1.1\r\nHost: here\r\nX-Long: ${'x'.repeat(headBytes)}\r\n\r\n`)
  expect(problemIn(answer)).toMatchObject({ code: 'invalid_request', detail: expect.stringContaining('16 KB') })
})

test('what is no HTTP is told so, and the server goes on', async () => {
  expect(problemIn(await exchange('\x16\x03\x01 hello\r\n\r\n'))).toMatchObject({ code: 'invalid_request' })
  expect((await app.call('GET', '/about')).status).toBe(200)
})
