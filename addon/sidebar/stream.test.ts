// The reading of a reply over a real connection that breaks.
import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import { ApiProblem } from './fault.ts'
import { followReply } from './stream.ts'

let server: Server
afterEach(() => server?.close())

const start: StreamEvent = {
  type: 'message-start',
  conversation_id: 'c',
  message_id: 'm',
  user_message_id: 'u',
  model: null,
}
const delta = (text: string): StreamEvent => ({ type: 'text-delta', text })
const end: StreamEvent = { type: 'message-end', state: 'complete', title: 'T' }

function write(response: ServerResponse, id: number, event: StreamEvent) {
  response.write(`id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
}

/** Each connection is answered by the next of `answers`; what was asked for is kept. */
async function listen(answers: ((response: ServerResponse) => void)[]) {
  const asked: string[] = []
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers['last-event-id'] ?? 'start'}`)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    answers.shift()?.(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  return { url, asked }
}

async function follow(url: string, signal = new AbortController().signal) {
  const events: StreamEvent[] = []
  const broken: boolean[] = []
  await followReply({
    start: (own) => fetch(url, { method: 'POST', signal: own }),
    resume: (id, _message, own) => fetch(url, { headers: { 'last-event-id': id }, signal: own }),
    onEvent: (event) => events.push(event),
    onBroken: (value) => broken.push(value),
    signal,
    backoff: () => 5,
  })
  return { events, broken }
}

test('a broken connection is taken up after the last event, and no event comes twice', async () => {
  const { url, asked } = await listen([
    (response) => {
      write(response, 1, start)
      write(response, 2, delta('a'))
      setTimeout(() => response.destroy(), 20)
    },
    (response) => {
      write(response, 2, delta('a'))
      write(response, 3, delta('b'))
      response.end()
    },
    (response) => {
      write(response, 4, end)
      response.end()
    },
  ])
  const { events, broken } = await follow(url)
  expect(events).toEqual([start, delta('a'), delta('b'), end])
  expect(asked).toEqual(['POST start', 'GET 2', 'GET 3'])
  expect(broken).toContain(true)
  expect(broken.at(-1)).toBe(false)
})

test('a reply that was continued is read past its first end, and taken up again after a break there', async () => {
  const going: StreamEvent = { type: 'message-continue', message_id: 'm', table_ids: [] }
  const { url, asked } = await listen([
    (response) => {
      for (const [at, event] of [start, { ...end, state: 'cut' as const }, going, delta('b')].entries()) {
        write(response, at + 1, event)
      }
      setTimeout(() => response.destroy(), 20)
    },
    (response) => {
      write(response, 5, end)
      response.end()
    },
  ])
  const { events } = await follow(url)
  expect(events.map((event) => event.type)).toEqual([
    'message-start',
    'message-end',
    'message-continue',
    'text-delta',
    'message-end',
  ])
  expect(asked).toEqual(['POST start', 'GET 4'])
})

test('a character split between two packets arrives whole', async () => {
  const { url } = await listen([
    (response) => {
      write(response, 1, start)
      const bytes = Buffer.from(`id: 2\ndata: ${JSON.stringify(delta('Größe 令和'))}\n\n`)
      response.write(bytes.subarray(0, 42))
      setTimeout(() => {
        response.write(bytes.subarray(42))
        write(response, 3, end)
        response.end()
      }, 20)
    },
  ])
  expect((await follow(url)).events[1]).toEqual(delta('Größe 令和'))
})

test('what fails before the message is known is thrown, so that the draft can come back', async () => {
  const { url, asked } = await listen([(response) => response.destroy()])
  await expect(follow(url)).rejects.toThrow()
  expect(asked).toHaveLength(1)
})

test('a problem that waiting cannot mend ends the following', async () => {
  let calls = 0
  const gone = new ApiProblem(404, { code: 'not_found', title: 'Not found', detail: '' })
  const following = followReply({
    start: () => {
      calls += 1
      return Promise.reject(calls === 1 ? new ApiProblem(503, { code: 'unavailable', title: '', detail: '' }) : gone)
    },
    resume: () => Promise.reject(gone),
    onEvent: () => {},
    onBroken: () => {},
    signal: new AbortController().signal,
    backoff: () => 1,
    messageId: 'm',
  })
  await expect(following).rejects.toBe(gone)
  expect(calls).toBe(2)
})

test('leaving ends the waiting for a new connection', async () => {
  const { url } = await listen([
    (response) => {
      write(response, 1, start)
      response.end()
    },
  ])
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 60)
  await expect(follow(url, controller.signal)).rejects.toMatchObject({ name: 'AbortError' })
})
