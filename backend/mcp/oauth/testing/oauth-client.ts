// For tests: an AI client that signs in, and the person's browser.
import { createHash, randomBytes } from 'node:crypto'
import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js'
import { type TestApp, testPassword } from '../../../platform/testing/test-app.ts'

/** Where the client is answered. */
export const back = 'http://127.0.0.1:7777/callback'

export const verifier = randomBytes(32).toString('base64url')
const challenge = createHash('sha256').update(verifier).digest('base64url')

export const allow = (email: string) => ({ email, password: testPassword, decision: 'allow' })

/** The fields that a page sends again with its form. */
const hiddenIn = (html: string) =>
  [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
    ([, name = '', value = '']): [string, string] => [
      name,
      value.replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
    ],
  )

/** A provider that keeps everything in memory, as the SDK wants it. */
export function provider() {
  const kept: Record<string, unknown> = {}
  let opened: URL | undefined
  const made: OAuthClientProvider = {
    redirectUrl: back,
    clientMetadata: { client_name: 'Test Agent', redirect_uris: [back] },
    state: () => 'state-1',
    clientInformation: () => kept.client as ReturnType<OAuthClientProvider['clientInformation']>,
    saveClientInformation: (client) => {
      kept.client = client
    },
    tokens: () => kept.tokens as ReturnType<OAuthClientProvider['tokens']>,
    saveTokens: (tokens) => {
      kept.tokens = tokens
    },
    invalidateCredentials: () => {
      kept.tokens = undefined
    },
    redirectToAuthorization: (url) => {
      opened = url
    },
    saveCodeVerifier: (verifier) => {
      kept.verifier = verifier
    },
    codeVerifier: () => String(kept.verifier),
  }
  return { made, kept, opened: () => opened ?? new URL('http://nowhere.example') }
}

export type OAuthClient = ReturnType<typeof createOAuthClient>

export function createOAuthClient(app: TestApp) {
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${app.url}${path}`, { method: 'POST', body, headers, redirect: 'manual' })

  /** Fills in the form of a page that was opened, and tells where the browser is led. */
  const answer = (html: string, fields: Record<string, string>): Promise<Response> =>
    post('/oauth/authorize', new URLSearchParams([...hiddenIn(html), ...Object.entries(fields)]))
  const decide = async (url: string | URL, fields: Record<string, string>): Promise<Response> =>
    answer(await (await fetch(url)).text(), fields)

  async function register(redirect_uris: string[], client_name = 'Agent <b>') {
    const body = JSON.stringify({ redirect_uris, client_name })
    const response = await post('/oauth/register', body, { 'content-type': 'application/json' })
    return { status: response.status, ...((await response.json()) as { client_id: string; error?: string }) }
  }

  async function request(change: Record<string, string> = {}) {
    const { client_id } = await register([back])
    const query = {
      ...{ client_id, redirect_uri: back, response_type: 'code', state: 'a&b', scope: 'extract tables:read' },
      ...{ code_challenge: challenge, code_challenge_method: 'S256', resource: `${app.url}/api/v1/mcp` },
      ...change,
    }
    return { client_id, url: `${app.url}/oauth/authorize?${new URLSearchParams(query)}` }
  }

  /** What the client sends for its tokens, by the address that the browser was led to. */
  const formFor = (led: Response, client_id: string) => {
    const code = new URL(led.headers.get('location') ?? '').searchParams.get('code') ?? ''
    return { grant_type: 'authorization_code', code, client_id, redirect_uri: back, code_verifier: verifier }
  }

  return {
    ...{ post, answer, decide, register, request, formFor },
    /** Somebody new lets a client in. */
    async codeFor() {
      const person = await app.signUp()
      const { url, client_id } = await request()
      return { person, form: formFor(await decide(url, allow(person.email)), client_id) }
    },
    async exchange(form: Record<string, string>, url = app.url) {
      const response = await fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) })
      return { status: response.status, body: (await response.json()) as Record<string, string> }
    },
    /** What a tool answers to a token; the status where it does not. */
    async used(token: string, name = 'list_tables', args: object = {}, url = app.url): Promise<string> {
      const called = await fetch(`${url}/api/v1/mcp`, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          accept: 'application/json, text/event-stream',
        },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } }),
      })
      return called.ok ? await called.text() : `${called.status} ${called.headers.get('www-authenticate')}`
    },
  }
}
