// Sends one request for an operation, and sends it again when that can do no harm and may help.
import { basePath, isOpen, type OperationName, routes } from '../contract/routes.ts'
import { isAbort, NoAnswerError, ProblemError, problemOf } from './problem-error.ts'
import type { AnyInput } from './types.ts'

export type Wire = {
  baseUrl: string
  fetch: typeof fetch
  /** How often a request is sent again. */
  retries: number
  /** In milliseconds. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

export type Prepared = { name: OperationName; url: string; init: RequestInit & { headers: Record<string, string> } }

function fillPath(path: string, params: unknown): string {
  let filled = path
  for (const [key, value] of Object.entries(params ?? {}))
    filled = filled.replace(`{${key}}`, encodeURIComponent(String(value)))
  return filled
}

function queryText(query: unknown): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(key, String(value))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

const isBytes = (body: unknown): body is Blob | Uint8Array => body instanceof Blob || body instanceof Uint8Array

/** Writes in somebody’s name carry a key from the first attempt on: so they are safe to be sent again. */
const keyFor = (name: OperationName, given: string | undefined): string | undefined =>
  given ?? (routes[name].method === 'GET' || isOpen(name) ? undefined : crypto.randomUUID())

/** The request of an operation, without what says who makes it. */
export function prepare(baseUrl: string, name: OperationName, input: AnyInput, accept: string): Prepared {
  const { method, path } = routes[name]
  const key = keyFor(name, input.idempotencyKey)
  const headers: Record<string, string> = {
    accept,
    ...(input.body === undefined
      ? {}
      : { 'content-type': isBytes(input.body) ? 'application/octet-stream' : 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(input.ifMatch === undefined ? {} : { 'if-match': input.ifMatch }),
    ...input.headers,
  }
  const init: Prepared['init'] = { method, headers, ...(input.signal ? { signal: input.signal } : {}) }
  if (input.body !== undefined) init.body = isBytes(input.body) ? (input.body as BodyInit) : JSON.stringify(input.body)
  return { name, url: baseUrl + basePath + fillPath(path, input.params) + queryText(input.query), init }
}

/** What may pass by itself. `still_running`: the same request is being worked on, and its answer is wanted. */
const passing = ['too_many_requests', 'unavailable', 'still_running', 'unreadable', 'google_busy', 'model_busy']

/** The longest that is waited for without asking the caller. */
const longestWaitMs = 60_000

/** How long to wait before the attempt after this one, or null when another one would not help. */
function waitAfter(error: unknown, attempt: number): number | null {
  // Half of it is chance, so that many clients do not come back at once.
  const backoff = Math.min(20_000, 500 * 2 ** attempt) * (0.5 + Math.random() / 2)
  if (error instanceof NoAnswerError) return backoff
  if (!(error instanceof ProblemError) || !passing.includes(error.code)) return null
  if (error.code === 'unreadable' && error.status < 500) return null
  const wait = error.retryAfter === null ? backoff : error.retryAfter * 1000
  return wait <= longestWaitMs ? wait : null
}

async function attemptOnce(wire: Wire, { url, init }: Prepared, token: string | null): Promise<Response> {
  const headers = token === null ? init.headers : { ...init.headers, authorization: `Bearer ${token}` }
  const answer = await wire.fetch(url, { ...init, headers }).catch((error: unknown) => {
    throw isAbort(error) ? error : new NoAnswerError(error)
  })
  if (!answer.ok) throw await problemOf(answer)
  return answer
}

/** The good answer. Throws `ProblemError`, `NoAnswerError` or an AbortError. */
export async function sendRequest(wire: Wire, prepared: Prepared, token: string | null): Promise<Response> {
  const safe = prepared.init.method === 'GET' || prepared.init.headers['idempotency-key'] !== undefined
  for (let attempt = 0; ; attempt++) {
    try {
      return await attemptOnce(wire, prepared, token)
    } catch (error) {
      const wait = safe && attempt < wire.retries ? waitAfter(error, attempt) : null
      if (wait === null) throw error
      await wire.sleep(wait, prepared.init.signal ?? undefined)
    }
  }
}
