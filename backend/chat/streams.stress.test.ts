// Streams under force: a server that is killed, a model that breaks off anywhere, readers on other servers and slow ones.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../shared/contract/schemas.ts'
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import { toFrames } from '../platform/model/testing/replay-frames.ts'
import { type ReplayReply, startReplayServer } from '../platform/model/testing/replay-openai.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'
import { type Client, createClient, type Followed, readEvents } from './testing/client.ts'

const times = Number(process.env.STRESS ?? 1)

let reply: ReplayReply
let model: Awaited<ReturnType<typeof startReplayServer>>
let app: TestApp
let ada: Client
beforeAll(async () => {
  model = await startReplayServer(() => reply)
  app = await createTestApp({ env: { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url } })
  ada = await createClient(app)
})
afterAll(async () => {
  await app.close()
  await model.close()
})

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index} 😀é `).join('')
const columns = [{ name: 'Order', type: 'text', currency: null, formula: null }]
const orders = (count: number) => Array.from({ length: count }, (_, index) => [`A-${index}`])
const answer = (count: number) => ({
  say: [
    { text: words(count) },
    { call: 'write_table', arguments: { title: 'Orders', rows_announced: count, columns, rows: orders(count) } },
    { text: words(count) },
  ],
})

const rowsOf = (events: StreamEvent[]) => events.flatMap((event) => (event.type === 'rows-add' ? event.rows : []))
const textOf = (events: StreamEvent[]) =>
  events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('')
const join = (first: Followed, rest: Followed): Followed => ({
  ids: [...first.ids, ...rest.ids],
  events: [...first.events, ...rest.events],
})

const expectInOrder = ({ ids }: Followed) => {
  for (const [index, id] of ids.entries()) expect(id).toBeGreaterThan(ids[index - 1] ?? 0)
}

const readMessage = async (id: string) =>
  (await ada.get<{ items: Message[] }>(`/chat/conversations/${id}/messages`)).items.at(-1)!

const storedRows = async (message: Message) => {
  const all: unknown[][] = []
  for (const { id, version } of message.tables)
    all.push(...(await ada.get<{ items: unknown[][] }>(`/tables/${id}/rows?version=${version}`)).items)
  return all
}

/** Sends and hears events until `enough` says so, then leaves; what was heard. */
const hearSome = async (url: string, id: string, enough: (heard: Followed) => boolean) => {
  const heard: Followed = { ids: [], events: [] }
  const leave = new AbortController()
  const answer = await fetch(`${url}/api/v1/chat/conversations/${id}/messages`, {
    method: 'POST',
    signal: leave.signal,
    headers: { authorization: `Bearer ${ada.token}`, accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'Write down the orders.' }),
  })
  await readEvents(answer, (event, eventId) => {
    heard.ids.push(eventId)
    heard.events.push(event)
    if (enough(heard)) leave.abort()
  }).catch(() => {})
  return heard
}

const pathOf = (id: string, { events: [start] }: Followed) => {
  if (start?.type !== 'message-start') throw new Error('The reply did not start.')
  return `/chat/conversations/${id}/messages/${start.message_id}/events`
}

describe('a server that is killed in the middle of replies', () => {
  const children: ChildProcess[] = []
  afterEach(() => children.splice(0).forEach((child) => void child.kill('SIGKILL')))

  const startChild = async () => {
    const env = {
      ...process.env,
      ...{ PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: app.config.databaseUrl!, JWT_SECRET: app.config.jwtSecret },
      ...{ OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url },
    }
    const child = spawn(process.execPath, ['backend/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    const [ready] = (await once(child.stdout!, 'data')) as [Buffer]
    return { child, url: ready.toString().match(/ready (\S+)/)![1]! }
  }

  for (let round = 0; round < times; round += 1)
    it(`leaves replies that go on elsewhere to a true end (${round})`, async () => {
      reply = { ...answer(150), piece: 16, delay_ms: 2 }
      const { child, url } = await startChild()
      const ids = await Promise.all(Array.from({ length: 6 }, () => ada.converse()))
      // Each is somewhere else in its reply when the server dies: in the text, among the rows, near the end.
      const killAt = 20 + Math.floor(Math.random() * 150)
      const heard = await Promise.all(
        ids.map((id) =>
          hearSome(url, id, ({ ids }) => {
            if (ids.length >= killAt) child.kill('SIGKILL')
            return false
          }),
        ),
      )
      // The other server has not noticed yet; those who resume wait for it.
      const going = ids.map(async (id, index) => {
        const first = heard[index]!
        return join(first, await ada.follow(pathOf(id, first), first.ids.at(-1)))
      })
      await app.sql`update messages set lease_until = now() where state = 'streaming'`
      await app.sql`update replicas set alive_until = now()`
      const all = await Promise.all(going)

      for (const [index, id] of ids.entries()) {
        const whole = all[index]!
        expectInOrder(whole)
        const end = whole.events.at(-1)
        const message = await readMessage(id)
        expect(end).toMatchObject({ type: 'message-end', state: message.state })
        expect(['interrupted', 'complete']).toContain(message.state)
        const rows = rowsOf(whole.events)
        expect(rows).toEqual(orders(150).slice(0, rows.length))
        expect(await storedRows(message)).toEqual(rows)
        for (const table of message.tables) expect(table.receipt?.rows_extracted).toBe(table.row_count)
        // What was said last may have been told without having been stored, never the other way round.
        expect(textOf(whole.events).startsWith(message.content)).toBe(true)
        expect((words(150) + words(150)).startsWith(textOf(whole.events))).toBe(true)
        const again = await ada.follow(pathOf(id, whole))
        expect(textOf(again.events)).toBe(message.content)
        expect(rowsOf(again.events)).toEqual(rows)
        expect(again.events.at(-1)).toEqual(end)
        if (message.state === 'interrupted') expect(message.problem?.code).toBe('reply_interrupted')
      }
    })

  // It takes as long as the lease does.
  if (times > 1)
    it('gives the places of its streams back when its lease has run out', async () => {
      reply = { say: [{ text: 'Slowly.' }], end: 'silent' }
      const { child, url } = await startChild()
      const grace = await createClient(app)
      const headers = { authorization: `Bearer ${grace.token}`, accept: 'text/event-stream' }
      const open = async (server: string) => {
        const path = `/api/v1/chat/conversations/${await grace.converse()}/messages`
        const body = JSON.stringify({ content: 'Hm.' })
        return await fetch(server + path, {
          ...{ method: 'POST', body, headers: { ...headers, 'content-type': 'application/json' } },
        })
      }
      const held = await Promise.all(Array.from({ length: 20 }, () => open(url)))
      expect(held.map(({ status }) => status)).toEqual(new Array(20).fill(200))
      expect((await open(app.url)).status).toBe(429)
      child.kill('SIGKILL')
      for (const answer of held) await answer.text().catch(() => {})
      expect((await open(app.url)).status).toBe(429)
      await expect.poll(async () => (await open(app.url)).status, { timeout: 25_000, interval: 500 }).toBe(200)
    })
})

describe('events', () => {
  it('are the same from memory and from the database, from every point', async () => {
    reply = { ...answer(40), piece: 7, delay_ms: 1 }
    const id = await ada.converse()
    const live = await ada.send(id, { content: 'Write down the orders.' })
    expect(textOf(live.events)).toBe(words(40) + words(40))
    expect(rowsOf(live.events)).toEqual(orders(40))
    expectInOrder(live)
    const path = pathOf(id, live)
    const step = times > 1 ? 1 : 17
    for (let at = 0; at <= live.ids.length; at += step) {
      const again = await ada.follow(path, live.ids[at - 1] ?? 0)
      expect(again.ids).toEqual(live.ids.slice(at))
      expect(again.events).toEqual(live.events.slice(at))
    }
  })

  it('come to followers on another server as they are, while the reply is made', async () => {
    reply = { ...answer(60), piece: 12, delay_ms: 2 }
    const id = await ada.converse()
    const other = await import('../server.ts').then(({ startBackend }) => startBackend(app.config))
    try {
      const sent = hearSome(app.url, id, () => false)
      await expect.poll(async () => (await readMessage(id))?.state).toBe('streaming')
      const { id: messageId } = await readMessage(id)
      const headers = { authorization: `Bearer ${ada.token}` }
      const address = `${other.url}/api/v1/chat/conversations/${id}/messages/${messageId}/events`
      const there = await Promise.all([1, 2, 3].map(async () => readEvents(await fetch(address, { headers }))))
      const here = await sent
      for (const followed of there) expect(followed).toEqual(here)
    } finally {
      await other.close()
    }
  })

  it('are all there for a reader that reads nothing for a while', async () => {
    const count = 400 * Math.min(times, 5)
    reply = answer(count)
    const id = await ada.converse()
    const answered = await ada.open(id, { content: 'Write down the orders.' })
    await expect.poll(async () => (await readMessage(id)).state, { timeout: 20_000 }).toBe('complete')
    const { events } = await readEvents(answered)
    expect(textOf(events)).toBe(words(count) + words(count))
    expect(rowsOf(events)).toEqual(orders(count))
  })

  it('keep characters whole whose halves come in two deltas', async () => {
    const item = { id: 'm', type: 'message', role: 'assistant', status: 'in_progress', content: [] }
    const delta = (text: string) =>
      `data: {"type":"response.output_text.delta","item_id":"m","output_index":0,"content_index":0,"delta":"${text}"}\n\n`
    const added = `data: ${JSON.stringify({ type: 'response.output_item.added', output_index: 0, item })}\n\n`
    const done = `data: ${JSON.stringify({ type: 'response.completed', response: { status: 'completed', output: [] } })}\n\n`
    reply = {
      chunks: [added, delta('One \\ud83d'), delta('\\ude00 two \\ud83d'), delta('\\ude01.'), done],
      delay_ms: 30,
    }
    const id = await ada.converse()
    const { events } = await ada.send(id, { content: 'Smile.' })
    expect(textOf(events)).toBe('One 😀 two 😁.')
    expect((await readMessage(id)).content).toBe('One 😀 two 😁.')
  })
})

describe('a reply that cannot be stored', () => {
  it('does not keep the others from being stored', async () => {
    reply = { ...answer(60), piece: 12, delay_ms: 3 }
    const [gone, ...others] = await Promise.all([ada.converse(), ada.converse(), ada.converse()])
    const heard = await Promise.all([
      hearSome(app.url, gone, ({ events }) => {
        if (events.length === 10) void app.sql`delete from conversations where id = ${gone}`.execute()
        return false
      }),
      ...others.map((id) => ada.send(id, { content: 'Write down the orders.' })),
    ])
    expect(heard[0]?.events.at(-1)?.type).not.toBe('message-end')
    for (const { events } of heard.slice(1)) {
      expect(rowsOf(events)).toEqual(orders(60))
      expect(events.at(-1)).toMatchObject({ type: 'message-end', state: 'complete' })
    }
  })
})

describe('a model that breaks off anywhere', () => {
  it('leaves whole rows, text that was said, and a name for it', async () => {
    const wire = toFrames(answer(12), 'gpt-test')
      .map((frame) => ('data' in frame ? `data: ${JSON.stringify(frame.data)}\n\n` : ''))
      .join('')
    const bytes = Buffer.from(wire)
    const cuts = Array.from({ length: 10 * times }, () => Math.floor(Math.random() * (bytes.length - 400)))
    for (const cut of cuts) {
      reply = { chunks: [bytes.subarray(0, cut)], end: 'cut' }
      const id = await ada.converse()
      const { events } = await ada.send(id, { content: 'Write down the orders.' })
      const message = await readMessage(id)
      const rows = rowsOf(events)
      expect(events.at(-1), `cut at ${cut}`).toMatchObject({ type: 'message-end', state: message.state })
      expect(message.state, `cut at ${cut}`).not.toBe('complete')
      expect(message.problem, `cut at ${cut}`).not.toBeNull()
      expect(rows, `cut at ${cut}`).toEqual(orders(12).slice(0, rows.length))
      expect(await storedRows(message)).toEqual(rows)
      expect((words(12) + words(12)).startsWith(textOf(events)), `cut at ${cut}`).toBe(true)
      expect(message.content).toBe(textOf(events))
      for (const { receipt, row_count } of message.tables) expect(receipt?.rows_extracted).toBe(row_count)
    }
  })
})
