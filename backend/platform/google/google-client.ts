// Calls Google's APIs and tries again where that can help, POSTs too: no client of the field does that safely.
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type * as z from 'zod'
import { GoogleError, googleErrorOf, networkError } from './google-error.ts'

export type GoogleCall<T> = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** The address with its query. */
  url: string
  body?: object
  /** What is read of the answer. */
  answer: z.ZodType<T>
  /**
   * Asked before the call is made again when it may have been carried out: gives its answer when it was, null when it
   * was not. It calls Google by `once`, which does not try again. Without it the call is one that can be made twice;
   * null says that it must not be, and that nobody can tell whether it was carried out.
   */
  settle?: ((once: GoogleClient['call']) => Promise<T | null>) | null
}

/** Says, before a wait, for how long and why: `busy` when Google asks to slow down, `failed` after a failure. */
export type OnWait = (wait: { ms: number; why: 'busy' | 'failed' }) => void

/** `first` says that nothing of the call was sent yet: it can still be left alone. */
export type GoogleRequest = { method: GoogleCall<unknown>['method']; url: string; first: boolean }
export type BeforeRequest = (request: GoogleRequest) => Promise<void>

export type GoogleClientOptions = {
  /** The access token; `refused` is one that Google no longer takes. */
  token: (refused?: string) => Promise<string>
  signal?: AbortSignal
  onWait?: OnWait
  /** Waited for before every single request, repetitions too; what it throws ends the call. */
  before?: BeforeRequest
  /** Told when Google refuses a request for a quota. */
  onLimited?: (error: GoogleError, request: Pick<GoogleRequest, 'method' | 'url'>) => Promise<void>
  /** Told of every answer; null when none came. */
  onAnswer?: ((status: number | null) => void) | undefined
  /** How often a call is tried: with 8, the waits add up to between 50 and 100 seconds, more than a quota's minute. */
  attempts?: number
  /** Google gives up on a request after 180 seconds. */
  timeoutMs?: number
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>
  random?: () => number
}

export type GoogleClient = { call: <T>(call: GoogleCall<T>) => Promise<T> }

const longestWait = 32_000
/** No wait that Google asks for is believed for longer. */
const longestAsked = 120_000

const sleepFor = async (ms: number, signal?: AbortSignal) => {
  await delay(ms, undefined, signal ? { signal } : {})
}

/** 1, 2, 4 … 32 seconds, half of each at random, so that those who were refused together do not come back together. */
function waitBefore(attempt: number, error: GoogleError, random: () => number): number {
  const ms = Math.min(1000 * 2 ** attempt, longestWait)
  return Math.max(ms / 2 + (random() * ms) / 2, Math.min(error.waitMs ?? 0, longestAsked))
}

/** Answers are compressed only for a client that names gzip. */
const userAgent = 'tablewright (gzip)'

/** Below so many characters a body is sent as it is. */
const smallest = 2_000
const pack = promisify(gzip)

/** A body and the headers that say what it is: Google takes packed ones, a tenth of the size for typed cells. */
async function packBody(
  body: object | undefined,
): Promise<{ body?: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> }> {
  if (body === undefined) return { headers: {} }
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  const text = JSON.stringify(body)
  if (text.length < smallest) return { body: text, headers }
  return { body: new Uint8Array(await pack(text)), headers: { ...headers, 'content-encoding': 'gzip' } }
}

export function createGoogleClient(options: GoogleClientOptions): GoogleClient {
  const { signal, attempts = 8, timeoutMs = 190_000, sleep = sleepFor, random = Math.random } = options

  const send = async <T>({ method, url, body, answer }: GoogleCall<T>, token: string): Promise<T> => {
    const packed = await packBody(body)
    const timeout = AbortSignal.timeout(timeoutMs)
    let text: string
    let response: Response
    try {
      response = await fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'user-agent': userAgent,
          ...packed.headers,
        },
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        ...(packed.body === undefined ? {} : { body: packed.body }),
      })
      text = await response.text()
    } catch (error) {
      signal?.throwIfAborted()
      options.onAnswer?.(null)
      throw networkError(error)
    }
    options.onAnswer?.(response.status)
    if (!response.ok) throw googleErrorOf(response.status, response.headers, text)
    try {
      return answer.parse(text === '' ? {} : JSON.parse(text))
    } catch {
      // An answer that was cut off, or a page of a server in between, says nothing of what was done.
      throw new GoogleError('unknown', response.status, { reason: 'unreadable' })
    }
  }

  /** A token may have run out on its way: a fresh one is tried once. */
  const sendSigned = async <T>(call: GoogleCall<T>, first = false): Promise<T> => {
    const { method, url } = call
    await options.before?.({ method, url, first })
    const token = await options.token()
    try {
      return await send(call, token)
    } catch (error) {
      if (!(error instanceof GoogleError)) throw error
      if (error.outcome === 'limited') await options.onLimited?.(error, { method, url })
      if (error.status !== 401) throw error
      await options.before?.({ method, url, first: false })
      return send(call, await options.token(token))
    }
  }

  const wait = async (attempt: number, error: GoogleError) => {
    const ms = waitBefore(attempt, error, random)
    options.onWait?.({ ms, why: error.outcome === 'limited' ? 'busy' : 'failed' })
    await sleep(ms, signal)
  }

  const call = async <T>(asked: GoogleCall<T>): Promise<T> => {
    // Whether an attempt may have been carried out although its answer did not come.
    let doubtful = false
    const settled = async () => (doubtful && asked.settle ? asked.settle((call) => sendSigned(call)) : null)
    for (let attempt = 0; ; attempt++) {
      try {
        return (await settled()) ?? (await sendSigned(asked, attempt === 0))
      } catch (error) {
        if (!(error instanceof GoogleError)) throw error
        doubtful ||= error.outcome === 'unknown'
        const lost = doubtful && asked.settle === null
        const isLast = lost || error.outcome === 'refused' || attempt + 1 >= attempts
        // The repetition of what was carried out after all is refused: that is looked up a last time.
        if (!isLast || (doubtful && !lost && error.outcome !== 'refused')) await wait(attempt, error)
        if (!isLast) continue
        const done = await settled()
        if (done === null) throw error
        return done
      }
    }
  }
  return { call }
}
