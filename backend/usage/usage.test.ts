// What replies take is counted once, told to who used it, and held to a day's cap, over HTTP and against a replayed model.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../shared/contract/schemas.ts'
import type { Estimate, UsageReport } from '../../shared/contract/usage-schemas.ts'
import { type Client, createClient, readEvents } from '../chat/testing/client.ts'
import { type ReplayReply, startReplayServer } from '../platform/model/testing/replay-openai.ts'
import { createTestApp, type TestApp } from '../platform/testing/test-app.ts'

let reply: ReplayReply
let model: Awaited<ReturnType<typeof startReplayServer>>
const prices = { currency: 'EUR', models: { 'gpt-test': { input: 10, cached: 1, output: 20 } } }
const start = (env: Record<string, string> = {}) =>
  createTestApp({
    env: {
      ...{ OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'gpt-test' },
      ...{ MODEL_PRICES: JSON.stringify(prices), ...env },
    },
  })
/** Without a cap. */
let app: TestApp
beforeAll(async () => {
  model = await startReplayServer(() => reply)
  app = await start()
})
afterAll(async () => {
  await app.close()
  await model.close()
})

const usage = { input_tokens: 1000, cached_tokens: 400, output_tokens: 100 }
/** 600 × 10 + 400 × 1 + 100 × 20 millionths. */
const cost = { amount: 0.0084, currency: 'EUR' }
const fine = () => ({ say: [{ text: 'Fine.' }], usage })
const read = (client: Client) => client.get<UsageReport>('/usage')

describe('without a cap', () => {
  it('every reply that the model measured is counted once, by day and model, with its cost', async () => {
    const ada = await createClient(app)
    expect(await read(ada)).toMatchObject({ today: { requests: 0, cost: null }, days: [], cap: null, remaining: null })
    reply = fine()
    const id = await ada.converse()
    const { events } = await ada.send(id, { content: 'Hello.' })
    expect(events.find((event) => event.type === 'usage')).toMatchObject({ ...usage, cost })
    await ada.send(id, { content: 'Hello.' })
    const report = await read(ada)
    const twice = {
      requests: 2,
      input_tokens: 2000,
      cached_tokens: 800,
      output_tokens: 200,
      cost: { amount: 0.0168, currency: 'EUR' },
    }
    expect(report).toMatchObject({ today: twice, total: twice })
    expect(report.days).toMatchObject([{ model: 'gpt-test', ...twice }])
    const day = Date.parse(report.resets_at)
    expect(report.days[0]?.day).toBe(new Date(day - 1).toISOString().slice(0, 10))
    expect(day % 86_400_000).toBe(0)
  })

  it('also replies that were cut, and those told again by their key only once', async () => {
    const bob = await createClient(app)
    const id = await bob.converse()
    reply = { ...fine(), end: 'max_output_tokens' }
    const headers = { 'idempotency-key': 'one' }
    const first = await bob.send(id, { content: 'Hello.' }, headers)
    expect(first.events.at(-1)).toMatchObject({ state: 'cut' })
    await bob.send(id, { content: 'Hello.' }, headers)
    expect((await read(bob)).today).toMatchObject({ requests: 1, input_tokens: 1000 })
    reply = { status: 401 }
    await bob.send(id, { content: 'Again.' })
    expect((await read(bob)).today.requests).toBe(1)
  })

  it('and those made anew or gone on with, each by itself; another person sees nothing of it', async () => {
    const eve = await createClient(app)
    const id = await eve.converse()
    reply = { ...fine(), end: 'max_output_tokens' }
    const { messageId } = await eve.send(id, { content: 'Hello.' })
    reply = fine()
    const inAll = { model: 'gpt-test', input_tokens: 2000, cached_tokens: 800, output_tokens: 200 }
    const whole = await eve.call('POST', `/chat/conversations/${id}/messages/${messageId}/continue`)
    expect(await whole.json()).toMatchObject({ state: 'complete', usage: { ...inAll, cost: { amount: 0.0168 } } })
    const { items } = await eve.get<{ items: Message[] }>(`/chat/conversations/${id}/messages`)
    expect(items.map((message) => message.usage)).toMatchObject([null, inAll])
    expect((await eve.call('POST', `/chat/conversations/${id}/messages/${messageId}/regenerate`)).status).toBe(201)
    expect((await read(eve)).today).toMatchObject({ requests: 3, output_tokens: 300 })
    expect((await read(await createClient(app))).today.requests).toBe(0)
    const counted = await app.sql`select count(*)::int as n from usage_records where message_id = ${messageId}`
    expect(counted[0]?.n).toBe(2)
  })
})

it('a provider can tell one person from another, and not who it is', async () => {
  reply = fine()
  const sent: unknown[] = []
  for (const person of [await createClient(app), await createClient(app)]) {
    const id = await person.converse()
    for (const content of ['Hello.', 'Again.']) {
      await person.send(id, { content })
      sent.push(model.requests.at(-1)?.body.safety_identifier)
    }
  }
  expect(sent).toEqual([sent[0], sent[0], sent[2], sent[2]])
  expect(sent[0]).not.toBe(sent[2])
  expect(sent[0]).toMatch(/^[\w-]{43}$/)
  const people = await app.sql<{ id: string; email: string }[]>`select id, email from users`
  expect(people.length).toBeGreaterThan(1)
  const wire = JSON.stringify(model.requests.map(({ body, headers }) => ({ body, headers })))
  for (const { id, email } of people) expect([wire.includes(id), wire.includes(email)]).toEqual([false, false])
})

describe('an estimate', () => {
  it('says what prose takes, and that rows which are read take nothing', { timeout: 60_000 }, async () => {
    const ada = await createClient(app)
    const ask = async (body: Record<string, unknown>) => {
      const answer = await ada.call('POST', '/chat/estimate', { body })
      if (!answer.ok) throw new Error(await answer.text())
      return (await answer.json()) as Estimate
    }
    const csv = (rows: number) =>
      `Order,Item\n${Array.from({ length: rows }, (_, row) => `${row},Item ${row}`).join('\n')}\n`
    const few = await ask({ content: csv(50) })
    const many = await ask({ content: csv(1_000) })
    expect([few.rows_read_without_model, many.rows_read_without_model]).toEqual([50, 1_000])
    expect(many.input_tokens).toBeLessThan(few.input_tokens * 1.5)
    expect(many).toMatchObject({ engine: 'gpt', model: 'gpt-test', large: false, remaining_today: null })
    expect(many.cost?.currency).toBe('EUR')
    const prose = await ask({ content: 'Then he bought seven apples for two euros each. '.repeat(1_500) })
    expect(prose.large).toBe(true)
    expect(prose.input_tokens).toBeGreaterThan(15_000)
    const id = await ada.converse()
    expect(await ask({ content: 'Hello.', conversation_id: id })).toMatchObject({ rows_read_without_model: 0 })
    const eve = await createClient(app)
    const foreign = await eve.call('POST', '/chat/estimate', { body: { content: 'x', conversation_id: id } })
    expect(foreign.status).toBe(404)
    expect((await ada.call('POST', '/chat/estimate', { body: { content: ' ' } })).status).toBe(422)
    expect((await ada.get<{ items: unknown[] }>(`/chat/conversations/${id}/messages`)).items).toEqual([])
  })

  it('of the built-in engine is nothing', async () => {
    const plain = await createTestApp()
    const ada = await createClient(plain)
    const answer = await ada.call('POST', '/chat/estimate', { body: { content: 'a,b\n1,2\n3,4\n' } })
    expect(await answer.json()).toMatchObject({
      engine: 'built-in',
      input_tokens: 0,
      cost: null,
      rows_read_without_model: 2,
    })
    await plain.close()
  })
})

describe('a cap', () => {
  it('refuses what would go beyond it, stores nothing of that, and says when it ends', async () => {
    const app = await start({ DAILY_TOKENS_PER_USER: '20000' })
    const ada = await createClient(app)
    const id = await ada.converse()
    reply = { say: [{ text: 'Fine.' }], usage: { input_tokens: 15_000, cached_tokens: 0, output_tokens: 4_000 } }
    const { messageId } = await ada.send(id, { content: 'Hello.' })
    expect(await read(ada)).toMatchObject({
      cap: { tokens: 20_000, cost: null },
      remaining: { tokens: 1_000, cost: null },
    })
    const refused = await ada.call('POST', `/chat/conversations/${id}/messages`, { body: { content: 'More.' } })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const problem = (await refused.json()) as { code: string; detail: string }
    expect(problem).toMatchObject({
      code: 'daily_cap_reached',
      detail: expect.stringContaining('19,000 of the 20,000 tokens'),
    })
    expect(problem.detail).toContain('00:00 UTC')
    const path = `/chat/conversations/${id}/messages`
    const [user] = (await ada.get<{ items: Message[] }>(path)).items
    for (const [method, to, body] of [
      ['POST', `${path}/${messageId}/regenerate`, undefined],
      ['PATCH', `${path}/${user?.id}`, { content: 'Other words.' }],
    ] as const)
      expect((await ada.call(method, to, { body })).status).toBe(429)
    const { items } = await ada.get<{ items: Message[] }>(path)
    expect(items.map(({ content }) => content)).toEqual(['Hello.', 'Fine.'])
    const estimate = await ada.call('POST', '/chat/estimate', { body: { content: 'More.' } })
    expect(await estimate.json()).toMatchObject({ remaining_today: { tokens: 1_000 }, large: true })
    await app.close()
  })

  it('in money counts money', async () => {
    const app = await start({ DAILY_COST_PER_USER: '0.5' })
    const ada = await createClient(app)
    const id = await ada.converse()
    reply = { say: [{ text: 'Fine.' }], usage: { input_tokens: 49_900, cached_tokens: 0, output_tokens: 0 } }
    await ada.send(id, { content: 'Hello.' })
    expect(await read(ada)).toMatchObject({
      cap: { tokens: null, cost: { amount: 0.5, currency: 'EUR' } },
      remaining: { tokens: null, cost: { amount: 0.001, currency: 'EUR' } },
    })
    expect(await ada.refused(id, { content: 'More.' })).toMatchObject({
      code: 'daily_cap_reached',
      detail: expect.stringContaining('0.499 EUR of the 0.50 EUR'),
    })
    await app.close()
  })

  it('holds for messages that are sent at once, and gives back what they did not use', async () => {
    const app = await start({ DAILY_TOKENS_PER_USER: '30000' })
    const ada = await createClient(app)
    const one = (await (await ada.call('POST', '/chat/estimate', { body: { content: 'Hello.' } })).json()) as Estimate
    const each = one.input_tokens + one.output_tokens
    const most = Math.floor(30_000 / each)
    reply = {
      say: [{ text: 'Slowly.' }, { wait: 1_500 }],
      usage: { input_tokens: 10, cached_tokens: 0, output_tokens: 10 },
    }
    const ids = await Promise.all(Array.from({ length: most + 4 }, () => ada.converse()))
    const answers = await Promise.all(
      ids.map((id) => ada.call('POST', `/chat/conversations/${id}/messages`, { body: { content: 'Hello.' } })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(most)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4)
    const { today, remaining } = await read(ada)
    expect([today.requests, remaining?.tokens]).toEqual([most, 30_000 - 20 * most])
    expect(await app.sql`select 1 from usage_reservations`).toHaveLength(0)
    await app.close()
  })

  it('counts a reply that was stopped, and gives a failed one back', async () => {
    const app = await start({ DAILY_TOKENS_PER_USER: '1000000' })
    const ada = await createClient(app)
    const id = await ada.converse()
    reply = { status: 401 }
    await ada.send(id, { content: 'Hello.' })
    expect((await read(ada)).remaining).toEqual({ tokens: 1_000_000, cost: null })
    reply = { say: [{ text: 'Slowly.' }], end: 'silent' }
    let messageId = ''
    await readEvents(await ada.open(id, { content: 'Hello.' }), (event) => {
      if (event.type === 'message-start') messageId = event.message_id
      if (event.type === 'text-delta') void ada.call('POST', `/chat/conversations/${id}/messages/${messageId}/cancel`)
    })
    const { today, remaining } = await read(ada)
    expect(today.requests).toBe(0)
    expect(remaining?.tokens).toBeLessThan(1_000_000)
    await app.close()
  })

  it('frees what a reply held whose server died', async () => {
    const app = await start({ DAILY_TOKENS_PER_USER: '15000' })
    const ada = await createClient(app)
    const id = await ada.converse()
    reply = fine()
    const { messageId } = await ada.send(id, { content: 'Hello.' })
    await app.sql`
      with gone as (
        insert into usage_reservations (workspace_id, message_id, user_id, day, tokens, cost)
        select workspace_id, ${messageId}, user_id, day, 12000, 0 from usage_allowances returning *
      )
      update usage_allowances set reserved_tokens = 12000`
    expect((await read(ada)).remaining?.tokens).toBe(1_900)
    await ada.send(id, { content: 'Hello.' })
    expect((await read(ada)).remaining?.tokens).toBe(12_800)
    await app.close()
  })
})
