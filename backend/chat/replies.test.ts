// Replies that belong to the server: they go on without their client, stop when told, and never end unsaid.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../shared/contract/schemas.ts'
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import type { ReplayReply } from '../platform/model/testing/replay-openai.ts'
import type { TestApp } from '../platform/testing/test-app.ts'
import { startBackend } from '../server.ts'
import { type Client, createClient, readEvents } from './testing/client.ts'
import { startScriptedApp } from './testing/scripted-app.ts'

let reply: ReplayReply
let scripted: Awaited<ReturnType<typeof startScriptedApp>>
let ada: Client
let app: TestApp
let model: (typeof scripted)['model']
beforeAll(async () => {
  scripted = await startScriptedApp(() => reply)
  ;({ ada, app, model } = scripted)
})
afterAll(() => scripted.close())

const columns = [{ name: 'Order', type: 'text', currency: null }]
const orders = (count: number) => ({
  title: 'Orders',
  columns,
  rows: Array.from({ length: count }, (_, index) => [`A-${index}`]),
})
/** About three rows each 10 ms. */
const slow = (count: number): ReplayReply => ({
  say: [{ text: 'I am writing them down.' }, { call: 'write_table', arguments: orders(count) }],
  piece: 24,
  delay_ms: 10,
})

const rowsOf = (events: StreamEvent[]) => events.flatMap((event) => (event.type === 'rows-add' ? event.rows : []))
const lastMessage = async (id: string) =>
  (await ada.get<{ items: Message[] }>(`/chat/conversations/${id}/messages`)).items.at(-1)!

/** Sends and leaves when the first rows have come; the id of the reply and of the last event heard. */
const leaveEarly = async (id: string) => {
  const leave = new AbortController()
  let messageId = ''
  let heard = 0
  const answer = await ada.open(id, { content: 'Five orders, in prose.' }, { signal: leave.signal })
  await readEvents(answer, (event) => {
    heard += 1
    if (event.type === 'message-start') messageId = event.message_id
    if (event.type === 'rows-add') leave.abort()
  }).catch(() => {})
  return { messageId, heard, path: `/chat/conversations/${id}/messages/${messageId}/events` }
}

describe('a reply by GPT', () => {
  it('streams its text and typed rows, with usage, and the tables are stored', async () => {
    reply = { say: [{ text: 'Here.' }, { call: 'write_table', arguments: orders(5) }] }
    const id = await ada.converse()
    const { events } = await ada.send(id, { content: 'Ada wrote that she has five orders.' })
    expect(events[0]).toMatchObject({ type: 'message-start', model: 'gpt-test' })
    expect(rowsOf(events)).toEqual(orders(5).rows)
    expect(events.some((event) => event.type === 'usage' && event.input_tokens === 120)).toBe(true)
    expect(events.at(-1)).toMatchObject({ state: 'complete', title: 'Ada wrote that she has five orders' })
    expect(await lastMessage(id)).toMatchObject({ content: 'Here.', tables: [{ title: 'Orders', row_count: 5 }] })
  })

  it('knows what was said and made before', async () => {
    reply = { say: [{ call: 'write_table', arguments: orders(3) }] }
    const id = await ada.converse()
    await ada.send(id, { content: 'First.' })
    reply = { say: [{ call: 'use_table', arguments: { source: 'k1', title: 'Again', columns: null } }] }
    const { events } = await ada.send(id, { content: 'The same again.' })
    expect(rowsOf(events)).toEqual(orders(3).rows)
    expect(JSON.stringify(model.requests.at(-1)?.body.input)).toContain('made the table \\"Orders\\", 3 rows')
  })

  it('that fails says why, in the stream and after a reload, and the next one works', async () => {
    const id = await ada.converse()
    reply = { status: 401 }
    const { events } = await ada.send(id, { content: 'Hello.' })
    expect(events.slice(-2)).toMatchObject([
      { type: 'problem', problem: { code: 'model_key_refused' } },
      { type: 'message-end', state: 'failed' },
    ])
    expect(await lastMessage(id)).toMatchObject({ state: 'failed', problem: { code: 'model_key_refused' } })
    reply = { say: [{ text: 'Now.' }] }
    expect((await ada.send(id, { content: 'And now?' })).events.at(-1)).toMatchObject({ state: 'complete' })
  })

  it('that breaks off keeps its whole rows and is not called complete', async () => {
    const id = await ada.converse()
    reply = { say: [{ call: 'write_table', arguments: JSON.stringify(orders(40)).slice(0, -60) }], end: 'cut' }
    await ada.send(id, { content: 'Forty orders.' })
    const message = await lastMessage(id)
    expect(message).toMatchObject({ state: 'cut', tables: [{ receipt: { state: 'cut' } }] })
    expect(message.tables[0]!.row_count).toBeGreaterThan(20)
    expect(message.problem?.detail).toContain(`${message.tables[0]!.row_count} whole rows`)
  })
})

describe('a client that leaves', () => {
  it('finds the reply going on when it comes back', async () => {
    reply = slow(120)
    const id = await ada.converse()
    const { path, heard } = await leaveEarly(id)
    expect((await lastMessage(id)).state).toBe('streaming')
    const rest = await ada.follow(path, heard)
    expect(rest.ids[0]).toBe(heard + 1)
    expect(rest.events.at(-1)).toMatchObject({ type: 'message-end', state: 'complete' })
    expect(rowsOf((await ada.follow(path)).events)).toEqual(orders(120).rows)
  })

  it('cannot start a second reply meanwhile, unless with another conversation', async () => {
    reply = slow(60)
    const id = await ada.converse()
    const { path } = await leaveEarly(id)
    expect(await ada.refused(id, { content: 'More.' })).toMatchObject({ code: 'already_answering', status: 409 })
    await ada.follow(path)
  })
})

describe('stopping', () => {
  it('keeps the whole rows, and works from another server on the same database', async () => {
    reply = slow(400)
    const id = await ada.converse()
    const { messageId, path } = await leaveEarly(id)
    const other = await startBackend(app.config)
    const answer = await fetch(`${other.url}/api/v1/chat/conversations/${id}/messages/${messageId}/cancel`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ada.token}` },
    })
    const message = (await answer.json()) as Message
    expect(message).toMatchObject({ state: 'stopped', problem: null, tables: [{ receipt: { state: 'stopped' } }] })
    const followed = await readEvents(
      await fetch(`${other.url}/api/v1${path}`, { headers: { authorization: `Bearer ${ada.token}` } }),
    )
    expect(rowsOf(followed.events)).toHaveLength(message.tables[0]!.row_count)
    expect(followed.events.at(-1)).toMatchObject({ state: 'stopped' })
    await other.close()
  })
})

describe('a server that stops', () => {
  it('interrupts its replies at once and says so to who listens and who asks later', async () => {
    reply = slow(400)
    const id = await ada.converse()
    const answer = await ada.open(id, { content: 'Many orders.' })
    let restarted: Promise<void> | undefined
    const { events } = await readEvents(answer, (event) => {
      if (event.type === 'rows-add') restarted ??= app.restart()
    })
    expect(events.slice(-3).map((event) => event.type)).toEqual(['table-end', 'problem', 'message-end'])
    expect(events.at(-1)).toMatchObject({ state: 'interrupted' })
    await restarted
    const message = await lastMessage(id)
    expect(message.state).toBe('interrupted')
    expect(message.problem?.detail).toContain(`${message.tables[0]!.row_count} whole row`)
    expect(message.tables[0]?.receipt?.state).toBe('interrupted')
  })
})

describe('two things at once in a conversation', () => {
  /** Holds the conversation as sending and deleting do, until the end of the reply waits for it; then touches the reply. */
  const meet = async (id: string, touch: string, ending: () => Promise<unknown>) => {
    let ended: Promise<unknown> | undefined
    await app.sql.begin(async (tx) => {
      await tx`select 1 from conversations where id = ${id} for update`
      ended = ending()
      const waiting = async () =>
        (await app.sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%conversations%'`)
          .length
      await expect.poll(waiting, { timeout: 5000 }).toBeGreaterThan(0)
      await tx`update messages set cancel_requested = cancel_requested where id = ${touch}`
    })
    return await ended
  }

  it('do not lock each other out when a reply ends in that moment', async () => {
    reply = { say: [{ text: 'Now.' }, { wait: 400 }] }
    const id = await ada.converse()
    const answer = await ada.open(id, { content: 'Hello.' })
    const sent = readEvents(answer)
    const { state, id: messageId } = await lastMessage(id)
    expect(state).toBe('streaming')
    await meet(id, messageId, async () => {})
    expect((await sent).events.at(-1)).toMatchObject({ type: 'message-end', state: 'complete' })
  })

  it('do not lock each other out when a dead reply is found in that moment', async () => {
    reply = { say: [{ text: 'Hm.' }], end: 'silent' }
    const id = await ada.converse()
    const leave = new AbortController()
    await ada.open(id, { content: 'Hello.' }, { signal: leave.signal })
    leave.abort()
    const { id: messageId } = await lastMessage(id)
    await app.sql`update messages set lease_until = now(), lease_owner = null where id = ${messageId}`
    await meet(id, messageId, () => lastMessage(id))
    expect(await lastMessage(id)).toMatchObject({ state: 'interrupted' })
  })
})

describe('a server that is killed', () => {
  let killed: ReturnType<typeof spawn> | undefined
  afterEach(() => void killed?.kill('SIGKILL'))

  /** Sends to a server of its own, which dies as soon as `isTime`; what was heard until then. */
  const sendToDoomed = async (id: string, isTime: (event: StreamEvent) => boolean) => {
    const env = {
      ...process.env,
      ...{ PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: app.config.databaseUrl!, JWT_SECRET: app.config.jwtSecret },
      ...{ OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'gpt-test' },
    }
    killed = spawn(process.execPath, ['backend/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    const [ready] = (await once(killed.stdout!, 'data')) as [Buffer]
    const url = ready.toString().match(/ready (\S+)/)![1]!
    const answer = await fetch(`${url}/api/v1/chat/conversations/${id}/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${ada.token}`,
        accept: 'text/event-stream',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ content: 'Many orders.' }),
    })
    const heard: StreamEvent[] = []
    let lastId = 0
    await readEvents(answer, (event, eventId) => {
      heard.push(event)
      lastId = eventId
      if (isTime(event)) killed?.kill('SIGKILL')
    }).catch(() => {})
    const streaming = await lastMessage(id)
    expect(streaming.state).toBe('streaming')
    const path = `/chat/conversations/${id}/messages/${streaming.id}`
    const rest = ada.follow(`${path}/events`, lastId)
    await app.sql`update messages set lease_until = now() where id = ${streaming.id}`
    return { heard, path, rest: (await rest).events }
  }

  it('leaves a reply that ends as interrupted when its lease has run out', async () => {
    reply = slow(400)
    const id = await ada.converse()
    const { rest } = await sendToDoomed(id, ({ type }) => type === 'rows-add')
    expect(rest.slice(-3)).toMatchObject([
      { type: 'table-end', receipt: { state: 'interrupted' } },
      { type: 'problem', problem: { code: 'reply_interrupted', detail: expect.stringContaining('kept') } },
      { type: 'message-end', state: 'interrupted' },
    ])
    const message = await lastMessage(id)
    expect(message.state).toBe('interrupted')
    const [table] = message.tables
    expect(table?.receipt).toMatchObject({
      rows_extracted: table?.row_count,
      ...{ cells_quoted: 0, cells_computed: 0, cells_unsupported: table?.row_count },
    })
    reply = { say: [{ text: 'Fine.' }] }
    expect((await ada.send(id, { content: 'Again.' })).events.at(-1)).toMatchObject({ state: 'complete' })
  })

  it('may have told more than it kept, and whoever heard that learns where the reply goes on', async () => {
    const words = Array.from({ length: 400 }, (_, index) => `👋 ${index} `)
    reply = { say: [{ text: words.join('') }], piece: 7, delay_ms: 5 }
    const id = await ada.converse()
    let told = 0
    const { heard, rest, path } = await sendToDoomed(id, ({ type }) => type === 'text-delta' && ++told > 60)
    reply = { say: [{ text: 'And that is all.' }] }
    const { events } = await readEvents(
      await ada.call('POST', `${path}/continue`, { headers: { accept: 'text/event-stream' } }),
    )
    let shown = ''
    for (const event of [...heard, ...rest, ...events]) {
      if (event.type === 'text-delta') shown += event.text
      if (event.type === 'message-continue') shown = shown.slice(0, event.text_length)
    }
    const { content } = await lastMessage(id)
    expect(shown).toBe(content)
    expect(content).toMatch(/^👋 0 👋 1 .*And that is all\.$/u)
  })
})

describe('streams', () => {
  it('are limited for each person, and a place that is left is free again', async () => {
    reply = { say: [{ text: 'Slowly.' }], end: 'silent' }
    // Not of somebody whose server was killed just now: it holds their places for as long as its lease lasts.
    const eve = await createClient(app)
    const id = await eve.converse()
    const leave = new AbortController()
    const first = await eve.open(id, { content: 'Hm.' }, { signal: leave.signal })
    const messageId = await new Promise<string>((resolve) => {
      void readEvents(first, (event) => event.type === 'message-start' && resolve(event.message_id)).catch(() => {})
    })
    const path = `/chat/conversations/${id}/messages/${messageId}/events`
    const others = await Promise.all(
      Array.from({ length: 19 }, () =>
        eve.call('GET', path, { headers: { accept: 'text/event-stream' }, signal: leave.signal }),
      ),
    )
    expect(others.every((answer) => answer.ok)).toBe(true)
    const over = await eve.call('GET', path)
    expect(await over.json()).toMatchObject({ code: 'too_many_streams', status: 429 })
    leave.abort()
    await expect.poll(async () => (await eve.call('POST', path.replace('events', 'cancel'))).status).toBe(200)
    await expect.poll(async () => (await eve.call('GET', path)).status).toBe(200)
  })
})
