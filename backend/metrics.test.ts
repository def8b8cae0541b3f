// What a monitoring system reads from a running server, before and after work of each kind.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from './config.ts'
import { createExportClient, type ExportClient } from './exports/testing/export-client.ts'
import { startConnected } from './google/testing/connect.ts'
import { schemaOf } from './platform/database/schema-of.ts'
import { type ReplayReply, startReplayServer } from './platform/model/testing/replay-openai.ts'
import { createTestApp, type TestApp } from './platform/testing/test-app.ts'

let reply: ReplayReply
let model: Awaited<ReturnType<typeof startReplayServer>>
let world: Awaited<ReturnType<typeof startConnected>>
let ann: ExportClient
beforeAll(async () => {
  model = await startReplayServer(() => reply)
  world = await startConnected({
    ...{ OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'gpt-test', RATE_LIMIT_ADDRESS: '20' },
  })
  ann = await createExportClient(world.app, world.google)
})
afterAll(async () => {
  await world.close()
  await model.close()
})

const line = /^([a-zA-Z_:][\w:]*)(\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\.)*",?)*\})? (\S+)$/

/** Series with their values, each line checked against the text format. */
function parse(text: string): Map<string, number> {
  const series = new Map<string, number>()
  for (const each of text.split('\n')) {
    if (each === '' || /^# (HELP|TYPE) [\w:]+ /.test(each)) continue
    const [, name = '', labels = '', value = ''] = line.exec(each) ?? []
    const key = `${name}${labels}`
    if (name === '' || series.has(key)) throw new Error(`Not the text format, or twice: ${each}`)
    series.set(key, Number(value))
  }
  return series
}

const scrape = async (app: TestApp, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${app.url}/metrics`, { headers })
  return { answer, text: await answer.text() }
}

/** Asks until the figures are so: an answer is counted when it is out, which its reader may be faster than. */
async function until(look: (series: Map<string, number>) => Record<string, number>, expected: Record<string, unknown>) {
  for (let tries = 0; ; tries++) {
    const found = look(parse((await scrape(world.app)).text))
    const same = Object.entries(expected).every(([key, value]) => (found[key] ?? 0) === value)
    if (same || tries === 100) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** What `work` has added to each figure, without those that stayed as they were. */
async function moved(work: () => Promise<unknown>, expected: Record<string, unknown>): Promise<Record<string, number>> {
  const before = parse((await scrape(world.app)).text)
  await work()
  return await until((after) => {
    const changes = [...after].map(([key, value]) => [key, value - (before.get(key) ?? 0)] as const)
    return Object.fromEntries(changes.filter(([, value]) => value !== 0))
  }, expected)
}

describe('requests', () => {
  it('are counted and timed by operation, whatever their paths and however they end', async () => {
    const id = await ann.converse()
    const expected = {
      'http_requests_total{operation="getConversation",method="GET",status="2xx"}': 1,
      'http_requests_total{operation="getConversation",method="GET",status="4xx"}': 1,
      'http_requests_total{operation="getMe",method="GET",status="4xx"}': 1,
      'http_requests_total{operation="listTemplates",method="HEAD",status="2xx"}': 1,
      'http_requests_total{operation="unknown",method="GET",status="4xx"}': 1,
      'http_request_duration_seconds_count{operation="getConversation",method="GET"}': 2,
      'tablewright_problems_total{code="not_found"}': 2,
      'tablewright_problems_total{code="unauthorized"}': 1,
    }
    const change = await moved(async () => {
      await ann.call('GET', `/chat/conversations/${id}`)
      await ann.call('GET', '/chat/conversations/00000000-0000-4000-8000-000000000000')
      await ann.call('HEAD', '/export/templates')
      await world.app.call('GET', `/nowhere/${id}`)
      await world.app.call('GET', '/auth/me')
    }, expected)
    expect(change).toMatchObject(expected)
    expect((await scrape(world.app)).text).not.toContain(id)
  })

  it('beyond a limit are counted by the limit', async () => {
    const asked = async () => {
      for (let count = 0; count < 50; count++) await world.app.call('GET', '/auth/me')
    }
    const change = await moved(asked, {})
    expect(change['tablewright_rate_limit_refusals_total{limit="address"}']).toBeGreaterThan(0)
  })
})

describe('a reply', () => {
  it('is counted with its end, its time to the first text, and what the model took', async () => {
    reply = { say: [{ text: 'Fine.' }], usage: { input_tokens: 1000, cached_tokens: 400, output_tokens: 100 } }
    const id = await ann.converse()
    const expected = {
      'tablewright_replies_total{state="complete"}': 1,
      tablewright_reply_first_text_seconds_count: 1,
      'tablewright_model_requests_total{model="gpt-test"}': 1,
      'tablewright_model_tokens_total{model="gpt-test",kind="input"}': 1000,
      'tablewright_model_tokens_total{model="gpt-test",kind="cached"}': 400,
      'tablewright_model_tokens_total{model="gpt-test",kind="output"}': 100,
      'http_requests_total{operation="sendMessage",method="POST",status="2xx"}': 1,
    }
    const change = await moved(() => ann.send(id, { content: 'Hello' }), expected)
    expect(change).toMatchObject(expected)
    // How long a stream was followed says nothing of the server.
    expect(change).not.toHaveProperty(['http_request_duration_seconds_count{operation="sendMessage",method="POST"}'])
  })

  it.each<[string, ReplayReply]>([
    ['model_key_refused', { status: 401 }],
    ['broken', { chunks: ['data: {'], end: 'cut' }],
  ])('that fails is counted by why: %s', async (kind, failing) => {
    reply = failing
    const id = await ann.converse()
    const expected = { [`tablewright_model_failures_total{model="gpt-test",kind="${kind}"}`]: 1 }
    expect(await moved(() => ann.send(id, { content: 'Hello' }), expected)).toMatchObject(expected)
  })

  it('is an open stream for as long as it is followed', async () => {
    reply = { chunks: [], end: 'silent' }
    const openStreams = (series: Map<string, number>) => ({ open: series.get('tablewright_open_streams') ?? -1 })
    const leave = new AbortController()
    const id = await ann.converse()
    const stream = await ann.open(id, { content: 'Hello' }, { signal: leave.signal })
    expect(stream.status).toBe(200)
    expect(await until(openStreams, { open: 1 })).toEqual({ open: 1 })
    leave.abort()
    expect(await until(openStreams, { open: 0 })).toEqual({ open: 0 })
  })
})

it('an export is counted with its rows, its cells, and the calls to Google', async () => {
  // Tables that were found are handed on without the model.
  reply = { status: 401 }
  const csv = 'order,quantity\nA-1,3\nA-2,1\nA-3,2\n'
  const { conversation_id } = await ann.tables(csv)
  const expected = {
    'tablewright_export_operations_total{kind="create",state="done"}': 1,
    tablewright_export_rows_total: 3,
    'tablewright_google_calls_total{status="200"}': 2,
  }
  const change = await moved(async () => {
    const made = await ann.export({ conversation_id, template: 'plain_table' })
    await ann.finished(made.id)
  }, expected)
  expect(change).toMatchObject(expected)
  expect(change.tablewright_export_cells_total).toBeGreaterThanOrEqual(8)
  const series = parse((await scrape(world.app)).text)
  expect(series.get('tablewright_jobs_waiting{queue="exports"}')).toBe(0)
  expect(series.get('tablewright_jobs_active{queue="exports"}')).toBe(0)
})

describe('a server in production', () => {
  const token = 'a-token-for-monitoring'
  const shown = { authorization: `Bearer ${token}` }
  const production = {
    ...{ NODE_ENV: 'production', JWT_SECRET: 'a secret that is only good for tests', PASSWORD_COST: '10' },
    GOOGLE_AUDIENCES: 'some-client.apps.googleusercontent.com',
  }
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp({ env: { ...production, METRICS_TOKEN: token } })
  })
  afterAll(() => app.close())

  it('tells whoever has the token, and one in development anybody', async () => {
    const { token: person } = await app.signUp()
    const tried = [undefined, `Bearer ${token}x`, `Basic ${token}`, `Bearer ${person}`, `Bearer ${token}`]
    const statuses = tried.map(async (each) => (await scrape(app, each ? { authorization: each } : {})).answer.status)
    expect(await Promise.all(statuses)).toEqual([401, 401, 401, 401, 200])
    expect((await scrape(world.app)).answer.status).toBe(200)
  })

  it('tells nobody when there is no token', async () => {
    const closed = await createTestApp({ env: production })
    const { answer, text } = await scrape(closed)
    expect([answer.status, JSON.parse(text).code]).toEqual([404, 'not_found'])
    await closed.close()
    expect(() => loadConfig({ METRICS_TOKEN: 'short' })).toThrow('METRICS_TOKEN')
  })

  it('counts by itself, also with others in one process, and tells of that process', async () => {
    await app.call('GET', '/about')
    const [mine, theirs] = [parse((await scrape(world.app)).text), parse((await scrape(app, shown)).text)]
    expect(theirs.get('http_requests_total{operation="getAbout",method="GET",status="2xx"}')).toBe(1)
    expect([...theirs.keys()].filter((key) => key.includes('getConversation'))).toEqual([])
    for (const series of [mine, theirs]) {
      expect(series.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0)
      expect(series.get('process_resident_memory_bytes')).toBeGreaterThan(1e6)
    }
  })
})

it('a scrape answers while the database does not', async () => {
  const held = await world.app.sql.reserve()
  const schema = `${schemaOf(world.app.config.databaseUrl ?? '')}_jobs`
  const jobs = (text: string) => [...parse(text).keys()].filter((key) => key.startsWith('tablewright_jobs_waiting{'))
  expect(jobs((await scrape(world.app)).text)).not.toEqual([])
  await held.unsafe(`begin; lock table ${schema}.job in access exclusive mode`)
  const { answer, text } = await scrape(world.app)
  expect([answer.status, jobs(text), parse(text).get('tablewright_open_streams')]).toEqual([200, [], 0])
  await held.unsafe('rollback')
  held.release()
})
