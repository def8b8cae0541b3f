// The limits through the API: who is counted as whom, what the headers say, and what is refused.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp({ env: { RATE_LIMIT_USER: '40', RATE_LIMIT_ADDRESS: '20', TRUST_PROXY: '1' } })
})
afterAll(() => app.close())

const policy = (answer: Response) => [answer.headers.get('ratelimit-policy'), answer.headers.get('ratelimit')]
let addresses = 0
const from = (address: string) => ({ 'x-forwarded-for': address })

/** How many of `count` requests at once were not refused. */
async function passing(count: number, ask: () => Promise<Response>): Promise<number> {
  const answers = await Promise.all(Array.from({ length: count }, ask))
  for (const answer of answers.filter(({ status }) => status === 429)) {
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect((await answer.json()).code).toBe('too_many_requests')
  }
  return answers.filter(({ status }) => status !== 429).length
}

test('exactly as many requests as a person may make go through, and no other person is held up', async () => {
  const [ada, bob] = [await app.signUp(), await app.signUp()]
  const ask = (token: string) => () => app.call('GET', '/auth/me', { token })
  expect(policy(await ask(ada.token)())).toEqual(['"user";q=40;w=60', '"user";r=39;t=60'])
  expect(await passing(100, ask(ada.token))).toBe(39)
  expect(policy(await ask(ada.token)())).toEqual(['"user";q=40;w=60', expect.stringMatching(/^"user";r=0;t=\d+$/)])
  expect((await ask(bob.token)()).status).toBe(200)
})

test('without a sign-in it is the address that counts, before anything else', async () => {
  const ask = (address: string, token?: string) =>
    app.call('POST', '/chat/conversations', { headers: from(address), body: {}, ...(token ? { token } : {}) })
  const first = await ask('192.0.2.1')
  expect([first.status, ...policy(first)]).toEqual([401, '"address";q=20;w=60', '"address";r=19;t=60'])
  expect(await passing(50, () => ask('192.0.2.1'))).toBe(19)
  // Who tries tokens out is a stranger as well; who has a good one is none.
  expect((await ask('192.0.2.1', 'made.up.token')).status).toBe(429)
  expect((await ask('192.0.2.1', (await app.signUp()).token)).status).toBe(201)
  expect((await ask('192.0.2.2')).status).toBe(401)
})

test('open operations and addresses where nothing is count too', async () => {
  const ask = () => app.call('GET', '/about', { headers: from('192.0.2.3') })
  expect((await app.call('GET', '/nowhere', { headers: from('192.0.2.3') })).headers.get('ratelimit')).toContain('r=19')
  expect(await passing(30, ask)).toBe(19)
  expect((await app.call('GET', '/nowhere', { headers: from('192.0.2.3') })).status).toBe(429)
})

test.each([
  ['GET', '/openapi.json', 200],
  ['GET', '/docs', 200],
  ['GET', '/docs/start.js', 200],
  ['GET', '/docs/nothing.js', 404],
  ['GET', '/nowhere', 404],
  ['PUT', '/chat/conversations', 405],
  ['GET', '/mcp', 405],
  ['GET', '/tables/%E0%A4%A', 400],
  ['POST', '/auth/login', 400],
])('%s %s counts once, and says so', async (method, path, status) => {
  const headers = from(`198.51.100.${++addresses}`)
  const body = method === 'POST' ? { body: {} } : {}
  for (const left of [19, 18]) {
    const answer = await app.call(method, path, { headers, ...body })
    expect(answer.status).toBe(status)
    expect(policy(answer)).toEqual(['"address";q=20;w=60', expect.stringMatching(`^"address";r=${left};t=\\d+$`)])
  }
})

test('all addresses of one network of IPv6 are one', async () => {
  let host = 0
  const ask = () => app.call('GET', '/about', { headers: from(`2001:db8:1:2::${(++host).toString(16)}`) })
  expect(await passing(30, ask)).toBe(20)
  expect((await app.call('GET', '/about', { headers: from('2001:db8:1:3::1') })).status).toBe(200)
})

test('whether the server is alive is always told, to machines that go by no limit', async () => {
  for (let count = 0; count < 30; count++) {
    const answer = await fetch(`${app.url}/healthz`, { headers: from('192.0.2.4') })
    expect([answer.status, ...policy(answer)]).toEqual([200, null, null])
  }
})
