// A typed client of the HTTP API, for Node and browsers: made from the same operations as the server.

import type { ResponseOf } from '../contract/operations.ts'
import { basePath, isOpen, type OperationName, routes } from '../contract/routes.ts'
import type { StreamEvent } from '../contract/stream-events.ts'
import { followReply } from './follow-reply.ts'
import { ProblemError } from './problem-error.ts'
import { prepare, sendRequest, type Wire } from './send-request.ts'
import { createSignIn, type SessionTokens } from './sign-in.ts'
import type { AnyInput, CallInput, CallOptions, FileName, ItemOf, ListName, StreamingName } from './types.ts'

export type ClientOptions = {
  /** Of the server, such as `https://tablewright.example.com`, without `/api/v1`. */
  baseUrl: string
  /** An access token, or a way to get one. */
  token?: string | (() => Promise<string>)
  /** A personal API key. */
  apiKey?: string
  /** What registering or signing in answered: kept fresh by its refresh token. */
  session?: SessionTokens
  /** Told of every new session, to be stored: each refresh token is good for one time. */
  onSession?: (session: SessionTokens) => void
  /** How often a request that may be repeated is sent again; 4 when left out. */
  retries?: number
  fetch?: typeof fetch
  /** Waits that long, in milliseconds; for tests. */
  sleep?: Wire['sleep']
}

/** `etag` is '' where the answer has none. */
export type ReadAnswer<N extends OperationName> = { body: ResponseOf<N>; etag: string; headers: Headers }

export type Download = { bytes: Blob; name: string | null; type: string }

export type Client = {
  /** Calls an operation and answers its body. Throws `ProblemError`, `NoAnswerError`, or an AbortError. */
  call<N extends OperationName>(name: N, input: CallInput<N>): Promise<ResponseOf<N>>
  /** The same with the answer’s ETag and headers. */
  read<N extends OperationName>(name: N, input: CallInput<N>): Promise<ReadAnswer<N>>
  /** Every item of a list, page after page. */
  items<N extends ListName>(name: N, input: CallInput<N>): AsyncGenerator<ItemOf<N>>
  /** The events of a reply up to its end; goes on where it was when the connection breaks. */
  stream<N extends StreamingName>(name: N, input: CallInput<N>): AsyncGenerator<StreamEvent>
  upload(file: Blob | Uint8Array, fileName: string, options?: CallOptions): Promise<ResponseOf<'uploadFile'>>
  download<N extends FileName>(name: N, input: CallInput<N>): Promise<Download>
  /** Goes on as somebody else: what `register`, `login` and the like answered, or null for nobody. */
  use(session: SessionTokens | null): void
}

const waitMs: Wire['sleep'] = (ms, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })

/** The name in a `Content-Disposition`, or null. */
function fileNameIn(header: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1]
  return encoded === undefined ? null : decodeURIComponent(encoded)
}

export function createClient(options: ClientOptions): Client {
  const wire: Wire = {
    baseUrl: options.baseUrl.replace(/\/+$/, '').replace(new RegExp(`${basePath}$`), ''),
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    retries: options.retries ?? 4,
    sleep: options.sleep ?? waitMs,
  }
  const signIn = createSignIn(options, wire)

  async function open(name: OperationName, input: AnyInput, accept: string): Promise<Response> {
    const prepared = prepare(wire.baseUrl, name, input, accept)
    if (isOpen(name)) return await sendRequest(wire, prepared, null)
    const token = await signIn.token()
    try {
      return await sendRequest(wire, prepared, token)
    } catch (error) {
      // Once more with a fresh token; a token that nothing can renew stays refused.
      const old = error instanceof ProblemError && error.status === 401
      const fresh = old ? await signIn.renew(token) : null
      if (fresh === null) throw error
      return await sendRequest(wire, prepared, fresh)
    }
  }

  async function read<N extends OperationName>(name: N, input: CallInput<N>): Promise<ReadAnswer<N>> {
    const answer = await open(name, input, 'application/json')
    const text = await answer.text()
    const body = (text === '' ? undefined : JSON.parse(text)) as ResponseOf<N>
    return { body, etag: answer.headers.get('etag') ?? '', headers: answer.headers }
  }

  async function* items<N extends ListName>(name: N, input: CallInput<N>): AsyncGenerator<ItemOf<N>> {
    const given: AnyInput = input
    let cursor: string | null = null
    do {
      const query = { ...Object(given.query), ...(cursor === null ? {} : { cursor }) }
      const answer = await open(name, { ...given, query }, 'application/json')
      const page = (await answer.json()) as { items: ItemOf<N>[]; next_cursor: string | null }
      yield* page.items
      cursor = page.next_cursor
    } while (cursor !== null)
  }

  function stream<N extends StreamingName>(name: N, input: CallInput<N>): AsyncGenerator<StreamEvent> {
    // The same key for every attempt: the server begins one reply.
    const given: AnyInput = {
      idempotencyKey: routes[name].method === 'GET' ? undefined : crypto.randomUUID(),
      ...input,
    } as AnyInput
    const { id, message_id } = (given.params ?? {}) as { id?: string; message_id?: string }
    const events = 'text/event-stream'
    return followReply({
      begin: () => open(name, given, events),
      resume: (messageId, lastEventId) => {
        const headers = { ...given.headers, 'last-event-id': lastEventId }
        const { signal } = given
        return open(
          'getMessageEvents',
          { params: { id, message_id: messageId }, headers, ...(signal ? { signal } : {}) },
          events,
        )
      },
      messageId: name === 'getMessageEvents' ? (message_id ?? null) : null,
      retries: wire.retries,
      sleep: (ms) => wire.sleep(ms, given.signal),
    })
  }

  return {
    read,
    items,
    stream,
    call: async (name, input) => (await read(name, input)).body,
    async upload(file, fileName, callOptions = {}) {
      const headers = { ...callOptions.headers, 'x-file-name': encodeURIComponent(fileName) }
      const answer = await open('uploadFile', { ...callOptions, headers, body: file }, 'application/json')
      return (await answer.json()) as ResponseOf<'uploadFile'>
    },
    async download(name, input) {
      const answer = await open(name, input, '*/*')
      const type = answer.headers.get('content-type') ?? ''
      return { bytes: await answer.blob(), name: fileNameIn(answer.headers.get('content-disposition')), type }
    },
    use: signIn.use,
  }
}
