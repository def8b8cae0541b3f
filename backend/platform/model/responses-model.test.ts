// The model port through the real client, against a server that speaks the real wire format.
import { afterEach, describe, expect, it } from 'vitest'
import { Problem } from '../problem.ts'
import type { ModelEvent, ModelRequest } from './model.ts'
import { createResponsesModel } from './responses-model.ts'
import { type ReplayScript, startReplayServer } from './testing/replay-openai.ts'

const request: ModelRequest = {
  instructions: 'Make tables.',
  messages: [{ role: 'user', text: 'Two orders, please.' }],
  tools: [{ name: 'write_table', description: 'Writes.', parameters: { type: 'object', properties: {} } }],
}

let server: Awaited<ReturnType<typeof startReplayServer>>
afterEach(() => server.close())

const ask = async (
  script: ReplayScript,
  options: { timeout_ms?: number; max_retries?: number } = {},
  signal?: AbortSignal,
) => {
  server = await startReplayServer(script)
  const model = createResponsesModel({ api_key: 'sk-test-secret', base_url: server.url, model: 'gpt-test', ...options })
  const events: ModelEvent[] = []
  for await (const event of model.stream(request, signal ?? new AbortController().signal)) events.push(event)
  return events
}

const problemOf = async (script: ReplayScript, options = {}) => {
  const error = await ask(script, { max_retries: 0, ...options }).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Problem)
  const problem = error as Problem
  expect(problem.detail).not.toContain('sk-test-secret')
  return problem
}

const joined = (events: ModelEvent[], type: 'text-delta' | 'refusal-delta') =>
  events.flatMap((event) => (event.type === type ? [event.text] : [])).join('')
const argumentsOf = (events: ModelEvent[]) =>
  events.flatMap((event) => (event.type === 'tool-delta' ? [event.json] : [])).join('')

const table = {
  title: 'Größe',
  columns: [],
  rows: [
    ['1', '2 €'],
    ['3', '名前'],
  ],
}

describe('an answer', () => {
  for (const pace of [{ piece: 1 }, { piece: 7, chunk: 5 }, { piece: 10_000 }]) {
    it(`brings text, calls and usage in pieces of ${JSON.stringify(pace)}`, async () => {
      const events = await ask([
        { say: [{ text: 'Here — größer.' }, { call: 'write_table', arguments: table }], ...pace },
      ])
      expect(joined(events, 'text-delta')).toBe('Here — größer.')
      expect(JSON.parse(argumentsOf(events))).toEqual(table)
      expect(events.filter((event) => event.type === 'tool-start')).toEqual([
        { type: 'tool-start', call_id: 'call_1', name: 'write_table' },
      ])
      expect(events.filter((event) => event.type === 'tool-end')).toHaveLength(1)
      const [usage, end] = events.slice(-2)
      expect(usage).toMatchObject({ usage: { model: 'gpt-test', input_tokens: 120, cached_tokens: 40 } })
      expect(end).toEqual({ type: 'end', reason: 'stop' })
    })
  }

  it('is asked for without being stored, with strict tools and the key', async () => {
    await ask([{ say: [{ text: 'Yes.' }] }])
    expect(server.requests[0]?.authorization).toBe('Bearer sk-test-secret')
    expect(server.requests[0]?.body).toMatchObject({
      model: 'gpt-test',
      store: false,
      stream: true,
      instructions: 'Make tables.',
      tools: [{ type: 'function', name: 'write_table', strict: true }],
    })
  })

  it('that comes only in finished items is read from those', async () => {
    const item = {
      id: 'm',
      type: 'message',
      role: 'assistant',
      content: [{ type: 'output_text', text: 'All at once.' }],
    }
    const call = { id: 'f', type: 'function_call', call_id: 'c1', name: 'write_table', arguments: '{"a":1}' }
    const events = await ask([
      {
        say: [
          { frame: { type: 'response.output_item.done', output_index: 0, item } },
          { frame: { type: 'response.output_item.done', output_index: 1, item: call } },
        ],
      },
    ])
    expect(joined(events, 'text-delta')).toBe('All at once.')
    expect(argumentsOf(events)).toBe('{"a":1}')
  })

  it('with events it does not know is read past them', async () => {
    const events = await ask([{ say: [{ frame: { type: 'response.web_search_call.searching' } }, { text: 'Found.' }] }])
    expect(joined(events, 'text-delta')).toBe('Found.')
  })
})

describe('an answer that does not end well', () => {
  it('is a refusal', async () => {
    const events = await ask([{ say: [{ refusal: 'I can’t help with that.' }] }])
    expect(joined(events, 'refusal-delta')).toBe('I can’t help with that.')
    expect(events.at(-1)).toEqual({ type: 'end', reason: 'refusal' })
  })

  it('is cut by its length: the call has no end', async () => {
    const events = await ask([{ say: [{ call: 'write_table', arguments: '{"rows":[["a"' }], end: 'max_output_tokens' }])
    expect(events.some((event) => event.type === 'tool-end')).toBe(false)
    expect(events.at(-1)).toEqual({ type: 'end', reason: 'length' })
  })

  it('is stopped by the content filter', async () => {
    const events = await ask([{ say: [{ text: 'Well' }], end: 'content_filter' }])
    expect(events.at(-1)).toEqual({ type: 'end', reason: 'content_filter' })
  })

  it('breaks in the middle', async () => {
    const events = await ask([{ say: [{ text: 'A long story' }], end: 'cut' }])
    expect(joined(events, 'text-delta')).toBe('A long story')
    expect(events.at(-1)).toEqual({ type: 'end', reason: 'broken' })
  })

  it('just ends without saying that it is done', async () => {
    const events = await ask([{ say: [{ text: 'A long story' }], end: 'quiet' }])
    expect(events.at(-1)).toEqual({ type: 'end', reason: 'broken' })
  })

  it('falls silent', async () => {
    const events = await ask([{ say: [{ text: 'Hm' }], end: 'silent' }], { timeout_ms: 120 })
    expect(events.at(-1)).toEqual({ type: 'end', reason: 'broken' })
  })

  it('is given up by us', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 60)
    const events = await ask([{ say: [{ text: 'x'.repeat(500) }], delay_ms: 20, piece: 1 }], {}, stop.signal)
    expect(events.at(-1)).toEqual({ type: 'end', reason: 'aborted' })
    expect(joined(events, 'text-delta').length).toBeLessThan(100)
  })

  it('says that it failed', async () => {
    expect((await problemOf([{ say: [], end: 'failed' }])).code).toBe('model_failed')
    await server.close()
    expect((await problemOf([{ say: [], end: 'error', code: 'rate_limit_exceeded' }])).code).toBe('model_busy')
  })
})

describe('no answer', () => {
  it('because the key is refused', async () => {
    const problem = await problemOf([
      { status: 401, code: 'invalid_api_key', message: 'Incorrect key: sk-test-secret' },
    ])
    expect(problem.code).toBe('model_key_refused')
    expect(problem.detail).toContain('OPENAI_API_KEY')
  })

  it('because the model is busy: it is asked again, then the wait is told', async () => {
    const busy = { status: 429, headers: { 'retry-after': '7', 'retry-after-ms': '5' } }
    const problem = await problemOf([busy], { max_retries: 2 })
    expect(server.requests).toHaveLength(3)
    expect(problem.code).toBe('model_busy')
    expect(problem.detail).toContain('7 seconds')
  })

  it('at first: a second try succeeds', async () => {
    const events = await ask([{ status: 503, headers: { 'retry-after-ms': '5' } }, { say: [{ text: 'Here.' }] }])
    expect(joined(events, 'text-delta')).toBe('Here.')
  })

  it('because the model is unknown, or the request not understood', async () => {
    expect((await problemOf([{ status: 404 }])).detail).toContain('OPENAI_MODEL')
    await server.close()
    expect((await problemOf([{ status: 400, code: 'context_length_exceeded' }])).detail).toContain('too long')
  })

  it('because nothing comes in time', async () => {
    const problem = await problemOf([{ say: [], wait_ms: 400 }], { timeout_ms: 120 })
    expect(problem.code).toBe('model_unreachable')
    expect(problem.detail).toContain('did not answer')
  })

  it('because nobody is there', async () => {
    server = await startReplayServer([])
    const gone = server.url
    await server.close()
    const model = createResponsesModel({ api_key: 'k', base_url: gone, model: 'm', max_retries: 0 })
    const first = model.stream(request, new AbortController().signal)[Symbol.asyncIterator]().next()
    await expect(first).rejects.toMatchObject({ code: 'model_unreachable' })
  })
})
