// Typed calls to the backend: bearer token in memory, one sign-in shared by all, problems as errors.

import type { User } from '../../shared/contract/account-schemas.ts'
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '../../shared/contract/operations.ts'
import { basePath, isOpen, type OperationName, routes } from '../../shared/contract/routes.ts'
import type { StoredFile } from '../../shared/contract/schemas.ts'
import { ApiProblem, faultHere, isAbort, problemFrom, Unreachable } from './fault.ts'
import { upload } from './upload.ts'

type Given<K extends string, T> = [T] extends [undefined] ? { [P in K]?: undefined } : { [P in K]: T }
type GivenQuery<T> = [T] extends [undefined] ? { query?: undefined } : { query?: T }

export type CallInput<N extends OperationName> = Given<'params', ParamsOf<N>> &
  Given<'body', BodyOf<N>> &
  GivenQuery<QueryOf<N>> & { headers?: Record<string, string>; signal?: AbortSignal }

type Anything = {
  params?: unknown
  query?: unknown
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

export type Api = {
  /** Calls an operation and answers its body. Throws `ApiProblem`, `Unreachable`, or an AbortError. */
  call: <N extends OperationName>(name: N, input: CallInput<N>) => Promise<ResponseOf<N>>
  /** The same with the answer's ETag, for a change that must not go over another one. */
  read: <N extends OperationName>(name: N, input: CallInput<N>) => Promise<{ body: ResponseOf<N>; etag: string }>
  /** The same, for an operation that streams: the answer is the open response. */
  open: <N extends OperationName>(name: N, input: CallInput<N>) => Promise<Response>
  /** Signs in again with a fresh identity and says who it is. */
  signIn: () => Promise<User>
  upload: (file: Blob, name: string, onProgress: (part: number) => void, signal?: AbortSignal) => Promise<StoredFile>
}

/** `identity` answers a Google id token for the person at the spreadsheet, or null when Google gives none. */
export function createApi(backendUrl: string, identity: () => Promise<string | null>): Api {
  let session: Promise<{ token: string; user: User }> | null = null

  function signedIn() {
    session ??= enter().catch((error: unknown) => {
      session = null
      throw error
    })
    return session
  }

  async function enter() {
    const idToken = await identity()
    if (idToken === null) {
      throw faultHere(
        'no_identity',
        'Google did not say who you are.',
        'Reload the page, and allow the add-on to see your e-mail address when it asks.',
      )
    }
    const answer = await call('signInWithGoogle', { body: { id_token: idToken, refresh: false } })
    return { token: answer.access_token, user: answer.user }
  }

  /** Runs `attempt` with a token, and once more with a new one when the server refuses the first. */
  async function withToken<T>(attempt: (token: string) => Promise<T>): Promise<T> {
    const mine = signedIn()
    try {
      return await attempt((await mine).token)
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401 || error.fault.code === 'identity_refused') throw error
      if (session === mine) session = null
      return attempt((await signedIn()).token)
    }
  }

  async function request(name: OperationName, input: Anything, accept: string, token?: string): Promise<Response> {
    const { method, path } = routes[name]
    const headers: Record<string, string> = { accept, ...input.headers }
    if (token !== undefined) headers.authorization = `Bearer ${token}`
    if (input.body !== undefined) headers['content-type'] = 'application/json'
    const init: RequestInit = { method, headers, credentials: 'omit' }
    if (input.body !== undefined) init.body = JSON.stringify(input.body)
    if (input.signal !== undefined) init.signal = input.signal
    let response: Response
    try {
      response = await fetch(backendUrl + basePath + fillPath(path, input.params) + queryText(input.query), init)
    } catch (error) {
      throw isAbort(error) ? error : new Unreachable()
    }
    if (!response.ok) throw problemFrom(response.status, await response.text().catch(() => ''))
    return response
  }

  function open<N extends OperationName>(name: N, input: CallInput<N>, accept = 'text/event-stream') {
    if (isOpen(name)) return request(name, input, accept)
    return withToken((token) => request(name, input, accept, token))
  }

  async function call<N extends OperationName>(name: N, input: CallInput<N>): Promise<ResponseOf<N>> {
    return (await read(name, input)).body
  }

  async function read<N extends OperationName>(name: N, input: CallInput<N>) {
    const response = await open(name, input, 'application/json')
    const etag = response.headers.get('etag') ?? ''
    if (response.status === 204) return { body: undefined as ResponseOf<N>, etag }
    try {
      return { body: (await response.json()) as ResponseOf<N>, etag }
    } catch (error) {
      throw isAbort(error) ? error : new Unreachable()
    }
  }

  return {
    call,
    read,
    open,
    signIn: async () => {
      session = null
      return (await signedIn()).user
    },
    upload: (file, name, onProgress, signal) =>
      withToken((token) =>
        upload({ url: backendUrl + basePath + routes.uploadFile.path, token, file, name, onProgress, signal }),
      ),
  }
}

function fillPath(path: string, params: unknown): string {
  let filled = path
  for (const [key, value] of Object.entries(params ?? {}))
    filled = filled.replace(`{${key}}`, encodeURIComponent(value))
  return filled
}

function queryText(query: unknown): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(key, String(value))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}
