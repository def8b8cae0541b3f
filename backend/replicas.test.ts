// Several replicas on one database behind a plain proxy behave as one server.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, createClient, readEvents } from './chat/testing/client.ts'
import { type ReplayReply, startReplayServer } from './platform/model/testing/replay-openai.ts'
import { createTestApp, type TestApp } from './platform/testing/test-app.ts'
import { type Backend, startBackend } from './server.ts'
import { type RoundRobin, startRoundRobin } from './testing/round-robin.ts'

const times = Number(process.env.STRESS ?? 1)
const replicas = times > 1 ? 3 : 2

const words = Array.from({ length: 60 }, (_, index) => `word${index} `)
const reply: ReplayReply = { say: [{ text: words.join('') }], piece: 8, delay_ms: 10 }

let model: Awaited<ReturnType<typeof startReplayServer>>
let app: TestApp
let others: Backend[]
let proxy: RoundRobin
beforeAll(async () => {
  model = await startReplayServer(() => reply)
  app = await createTestApp({
    env: {
      ...{ OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'gpt-test' },
      ...{ RATE_LIMIT_KEY: '40', TRUST_PROXY: '1' },
    },
  })
  others = await Promise.all(Array.from({ length: replicas - 1 }, () => startBackend(app.config)))
  proxy = await startRoundRobin([app.url, ...others.map(({ url }) => url)])
  app.url = proxy.url
})
afterAll(async () => {
  await proxy.close()
  await Promise.all(others.map((other) => other.close()))
  await app.close()
  await model.close()
})

const create = (ada: Client, title: string, key: string = randomUUID()) =>
  ada.call('POST', '/chat/conversations', { body: { title }, headers: { 'idempotency-key': key } })

/** Once for every replica that may be asked. */
const onEach = async <T>(ask: () => Promise<T>): Promise<T[]> => {
  const answers: T[] = []
  for (let count = 0; count < replicas; count++) answers.push(await ask())
  return answers
}

test('a write that comes to all of them at once with one key is done once', async () => {
  const ada = await createClient(app)
  for (let round = 0; round < times; round++) {
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(ada, `Round ${round}`, key)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    expect(answers.filter((answer) => answer.headers.get('idempotency-replayed') === null)).toHaveLength(1)
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
  }
  const { items } = await ada.get<{ items: { title: string }[] }>('/chat/conversations')
  expect(items).toHaveLength(times)
})

test('no more goes through than the limit of one, and nearly all of it', async () => {
  const { token } = await app.signUp()
  const made = await app.call('POST', '/auth/keys', { token, body: { name: 'Busy', scopes: ['chat:read'] } })
  const { key } = (await made.json()) as { key: string }
  const ask = () => app.call('GET', '/chat/conversations', { token: key })
  const answers = await Promise.all(Array.from({ length: 120 }, ask))
  const passed = answers.filter(({ status }) => status === 200).length
  expect(passed).toBeLessThanOrEqual(40)
  expect(passed).toBeGreaterThanOrEqual(40 - 3 * replicas)
  expect(answers.every(({ status }) => status === 200 || status === 429)).toBe(true)
})

test('what one has written, the next reads at once; a tag of one is good at the other', async () => {
  const ada = await createClient(app)
  const made: string[] = []
  for (let count = 0; count < 6; count++) {
    made.unshift(((await (await create(ada, `Number ${count}`)).json()) as { id: string }).id)
    const { items } = await ada.get<{ items: { id: string }[] }>('/chat/conversations')
    expect(items.map(({ id }) => id)).toEqual(made)
  }
  const path = `/chat/conversations/${made[0]}`
  const tag = (await ada.call('GET', path)).headers.get('etag') ?? ''
  const change = () => ada.call('PATCH', path, { body: { title: 'Changed' }, headers: { 'if-match': tag } })
  expect((await onEach(change)).map(({ status }) => status)).toEqual([200, ...Array(replicas - 1).fill(412)])
  await ada.call('DELETE', path)
  expect((await onEach(() => ada.call('GET', path))).map(({ status }) => status)).toEqual(Array(replicas).fill(404))
})

test('who signs in at one is signed in at all, and out at all', async () => {
  const body = { email: `${randomUUID()}@example.com`, password: 'a long enough sentence of mine' }
  const { access_token: token } = (await (await app.call('POST', '/auth/register', { body })).json()) as {
    access_token: string
  }
  const me = () => onEach(async () => (await app.call('GET', '/auth/me', { token })).status)
  expect(await me()).toEqual(Array(replicas).fill(200))
  expect((await app.call('POST', '/auth/logout', { token })).status).toBe(204)
  expect(await me()).toEqual(Array(replicas).fill(401))
})

test('a reply that one writes can be followed at the others, from any point, while it comes and later', async () => {
  const ada = await createClient(app)
  const conversation = await ada.converse()
  const left = new AbortController()
  const started = await ada.open(conversation, { content: 'Say the words.' }, { signal: left.signal })
  let heard = 0
  let messageId = ''
  const cut = readEvents(started, (event, id) => {
    heard = id
    if (event.type === 'message-start') messageId = event.message_id
    if (event.type === 'text-delta') left.abort()
  })
  await expect(cut).rejects.toThrow()
  const path = `/chat/conversations/${conversation}/messages/${messageId}/events`
  const rests = await Promise.all(Array.from({ length: replicas }, () => ada.follow(path, heard)))
  const whole = await onEach(() => ada.follow(path))
  const textOf = ({ events }: { events: { type: string }[] }) =>
    events.map((event) => ('text' in event && event.type === 'text-delta' ? event.text : '')).join('')
  for (const followed of whole) {
    expect(textOf(followed)).toBe(words.join(''))
    expect(followed.ids).toEqual([...followed.ids].sort((a, b) => a - b))
  }
  for (const rest of rests) {
    expect(rest.ids.every((id) => id > heard)).toBe(true)
    expect(words.join('').endsWith(textOf(rest))).toBe(true)
    expect(rest.events.at(-1)?.type).toBe('message-end')
  }
})
