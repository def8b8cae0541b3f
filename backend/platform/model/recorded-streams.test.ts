// Replays real streams kept beside the project; where they are not there, these tests say so and pass by.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createModel } from './create-model.ts'
import type { ModelEvent } from './model.ts'
import {
  readChatPlainly,
  readEvents,
  readRecorded,
  readResponsesPlainly,
  type Said,
  toWire,
} from './testing/read-plainly.ts'
import { type ReplayReply, startReplayServer } from './testing/replay-openai.ts'
import { cutBytes, readPieces } from './testing/stream-pieces.ts'

const folder = join(import.meta.dirname, '../../../../shared/data/model-streams')
const index = join(folder, 'index.json')
const files: { file: string; api: 'chat' | 'responses' }[] = existsSync(index)
  ? JSON.parse(readFileSync(index, 'utf8'))
  : []

describe.skipIf(files.length === 0)('a recorded stream says what stands in it', () => {
  let reply: ReplayReply
  let server: Awaited<ReturnType<typeof startReplayServer>>
  beforeAll(async () => {
    server = await startReplayServer(() => reply)
  })
  afterAll(() => server.close())

  const check = (events: ModelEvent[], plain: Said) => {
    const said = readEvents(events)
    expect(said.text).toBe(plain.text)
    expect(said.refusal).toBe(plain.refusal)
    expect(said.calls).toEqual(plain.calls)
    expect(said.tokens).toEqual(plain.tokens)
    expect(events.filter((event) => event.type === 'tool-end')).toHaveLength(plain.calls.length)
    expect(events.at(-1)).toEqual({ type: 'end', reason: plain.refusal ? 'refusal' : 'stop' })
  }

  it.each(files)('$file', async ({ file, api }) => {
    const payloads = readRecorded(join(folder, file))
    const plain = api === 'chat' ? readChatPlainly(payloads) : readResponsesPlainly(payloads)
    const request = { instructions: '', messages: [], tools: [] }
    const { signal } = new AbortController()
    for (const lineEnd of ['\n', '\r\n'] as const) {
      const wire = toWire(payloads, api, lineEnd)
      for (const size of [wire.length, 997]) {
        reply = { chunks: cutBytes(wire, size) }
        const model = createModel({ api, api_key: 'k', base_url: server.url, model: 'm' })
        const events: ModelEvent[] = []
        for await (const event of model.stream(request, signal)) events.push(event)
        check(events, plain)
      }
      // The network joins small pieces: what must be cut so finely goes past it.
      for (const size of [1, 7]) {
        check((await readPieces(api, cutBytes(wire, size))).events, plain)
      }
    }
  })
})
