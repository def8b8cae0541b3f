// Replays real streams kept beside the project; where they are not there, these tests say so and pass by.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChatReader } from './chat-events.ts'
import { createModel } from './create-model.ts'
import type { ModelEvent } from './model.ts'
import { createResponsesReader } from './responses-events.ts'
import { streamAnswer } from './stream-answer.ts'
import {
  readChatPlainly,
  readEvents,
  readRecorded,
  readResponsesPlainly,
  type Said,
  toWire,
} from './testing/read-plainly.ts'
import { type ReplayReply, startReplayServer } from './testing/replay-openai.ts'

const folder = join(import.meta.dirname, '../../../../shared/data/model-streams')
const index = join(folder, 'index.json')
const files: { file: string; api: 'chat' | 'responses' }[] = existsSync(index)
  ? JSON.parse(readFileSync(index, 'utf8'))
  : []

const cut = (bytes: Buffer, size: number): Buffer[] => {
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
  return pieces
}

const streamOf = (pieces: Buffer[]) => {
  let at = 0
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const piece = pieces[at++]
      if (piece) controller.enqueue(piece)
      else controller.close()
    },
  })
}

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
        reply = { chunks: cut(wire, size) }
        const model = createModel({ api, api_key: 'k', base_url: server.url, model: 'm' })
        const events: ModelEvent[] = []
        for await (const event of model.stream(request, signal)) events.push(event)
        check(events, plain)
      }
      // The network joins small pieces: what must be cut so finely goes past it.
      for (const size of [1, 7]) {
        const reader = api === 'chat' ? createChatReader : createResponsesReader
        const events: ModelEvent[] = []
        for await (const event of streamAnswer(streamOf(cut(wire, size)), (feed) => reader(feed, 'm'), 60_000, signal))
          events.push(event)
        check(events, plain)
      }
    }
  })
})
