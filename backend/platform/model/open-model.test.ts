// From the settings to an answer: the model that the configuration names.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../config.ts'
import type { ModelEvent, ModelPort } from './model.ts'
import { openModel } from './open-model.ts'
import { anyRequest } from './testing/ask-model.ts'
import { readEvents } from './testing/read-plainly.ts'
import { type ReplayScript, startReplayServer } from './testing/replay-openai.ts'

const folder = mkdtempSync(join(tmpdir(), 'tablewright-model-'))
afterAll(() => rmSync(folder, { recursive: true }))
let server: Awaited<ReturnType<typeof startReplayServer>>
afterEach(() => server.close())

const open = async (script: ReplayScript, env: Record<string, string>): Promise<ModelPort> => {
  server = await startReplayServer(script)
  const all = { DATA_DIR: folder, OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'luna', ...env }
  return openModel(loadConfig(all).model!)
}

const ask = async (model: ModelPort, signal = new AbortController().signal): Promise<ModelEvent[]> => {
  const events: ModelEvent[] = []
  for await (const event of model.stream(anyRequest, signal)) events.push(event)
  return events
}

describe('the settings', () => {
  const MODEL_PRICES = '{"currency":"EUR","models":{"luna":{"input":10,"output":0}}}'

  it.each([
    ['responses', 'Bearer key', '/v1/responses'],
    ['chat', 'Bearer key', '/v1/chat/completions'],
  ])('%s: say the protocol, the key, the limits and the prices', async (OPENAI_API, authorization, path) => {
    const settings = { MODEL_MAX_OUTPUT_TOKENS: '700', MODEL_REASONING_EFFORT: 'low', MODEL_STRICT_TOOLS: 'off' }
    const model = await open([{ say: [{ text: 'Yes' }] }], {
      OPENAI_API,
      OPENAI_API_KEY: 'key',
      MODEL_PRICES,
      ...settings,
    })
    expect(model).toMatchObject({ name: 'luna', host: new URL(server.url).host })
    const events = await ask(model)
    expect(readEvents(events).text).toBe('Yes')
    expect(events.find((event) => event.type === 'usage')).toMatchObject({
      usage: { cost: { amount: 0.0012, currency: 'EUR' } },
    })
    expect(server.requests[0]).toMatchObject({ authorization, path })
    const body = JSON.stringify(server.requests[0]?.body)
    expect(body).toContain(':700')
    expect(body).toContain('"low"')
    expect(body).not.toContain('strict')
  })

  it('may name a server without a key', async () => {
    const model = await open([{ say: [{ text: 'Yes' }] }], { OPENAI_API: 'chat' })
    expect(readEvents(await ask(model)).text).toBe('Yes')
    expect(server.requests[0]?.authorization).toBeUndefined()
  })
})

describe('MODEL_CONCURRENCY', () => {
  it('lets the others wait in order, and whoever waits may stop', async () => {
    let running = 0
    let most = 0
    const onFrame = (index: number) => {
      if (index > 0) return
      running += 1
      most = Math.max(most, running)
    }
    const reply = { say: [{ text: 'Yes' }], delay_ms: 10, onFrame }
    const model = await open(() => reply, { MODEL_CONCURRENCY: '1' })
    const stop = new AbortController()
    const ended = (events: ModelEvent[]) => {
      running -= 1
      return events.at(-1)
    }
    const [first, second, third] = [ask(model).then(ended), ask(model, stop.signal), ask(model).then(ended)]
    stop.abort()
    expect(await second).toEqual([{ type: 'end', reason: 'aborted' }])
    expect(await Promise.all([first, third])).toEqual([
      { type: 'end', reason: 'stop' },
      { type: 'end', reason: 'stop' },
    ])
    expect(most).toBe(1)
    expect(server.requests).toHaveLength(2)
  })

  it('says so when no turn comes', async () => {
    const model = await open([{ say: [], end: 'silent' }], { MODEL_CONCURRENCY: '1', MODEL_TIMEOUT_MS: '1000' })
    const stop = new AbortController()
    const first = ask(model, stop.signal)
    await expect(ask(model)).rejects.toMatchObject({ code: 'model_busy', detail: expect.stringContaining('turn') })
    stop.abort()
    expect((await first).at(-1)).toEqual({ type: 'end', reason: 'aborted' })
  })
})
