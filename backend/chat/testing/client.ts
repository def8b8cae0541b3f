// A signed-up person who talks to a test server: sends, follows events, uploads.
import { createParser } from 'eventsource-parser'
import { StreamEvent } from '../../../shared/contract/stream-events.ts'
import type { TestApp } from '../../platform/testing/test-app.ts'

export type Followed = { ids: number[]; events: StreamEvent[] }
type Body = Record<string, unknown>

/** Reads a stream of events to its end, each checked by the contract; `onEvent` hears them as they come. */
export const readEvents = async (
  answer: Response,
  onEvent: (event: StreamEvent, id: number) => void = () => {},
): Promise<Followed> => {
  if (!answer.ok || !answer.body) throw new Error(`${answer.status}: ${await answer.text()}`)
  const followed: Followed = { ids: [], events: [] }
  const parser = createParser({
    onEvent: (message) => {
      const event = StreamEvent.parse(JSON.parse(message.data))
      followed.ids.push(Number(message.id))
      followed.events.push(event)
      onEvent(event, Number(message.id))
    },
  })
  for await (const text of answer.body.pipeThrough(new TextDecoderStream())) parser.feed(text)
  return followed
}

export type Client = Awaited<ReturnType<typeof createClient>>

export const createClient = async (app: TestApp) => {
  const { token } = await app.signUp()
  const call = (
    method: string,
    path: string,
    options: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal } = {},
  ) => app.call(method, path, { token, ...options })
  const stream = { accept: 'text/event-stream' }
  const messages = (id: string) => `/chat/conversations/${id}/messages`

  const open = (id: string, body: Body, options: { headers?: Record<string, string>; signal?: AbortSignal } = {}) =>
    call('POST', messages(id), { body, ...options, headers: { ...stream, ...options.headers } })

  return {
    token,
    call,
    /** A GET that must succeed. */
    async get<T>(path: string): Promise<T> {
      const answer = await call('GET', path)
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as T
    },
    /** A new conversation's id. */
    async converse(): Promise<string> {
      const answer = await call('POST', '/chat/conversations', { body: {} })
      return ((await answer.json()) as { id: string }).id
    },
    open,
    /** Sends and follows to the end. */
    async send(id: string, body: Body, headers: Record<string, string> = {}) {
      const followed = await readEvents(await open(id, body, { headers }))
      const [start] = followed.events
      if (start?.type !== 'message-start') throw new Error('The reply did not start')
      return { ...followed, messageId: start.message_id }
    },
    /** Sends what must be refused; the problem. */
    async refused(id: string, body: Body): Promise<unknown> {
      const answer = await call('POST', messages(id), { body })
      if (answer.ok) throw new Error('It was accepted')
      return await answer.json()
    },
    async follow(path: string, lastEventId?: number): Promise<Followed> {
      const headers = { ...stream, ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }) }
      return await readEvents(await call('GET', path, { headers }))
    },
    upload: (name: string, content: string | Buffer) =>
      fetch(`${app.url}/api/v1/files`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(name),
        },
        body: typeof content === 'string' ? content : new Uint8Array(content),
      }),
  }
}
