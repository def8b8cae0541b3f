// The addresses of the local OAuth server: consent, tokens, revocation, and what a token stands for.
import type { ServerResponse } from 'node:http'
import { userFrom } from '../../apps-script/identity.ts'
import type { HttpRequest } from '../http/read-request.ts'
import { sendHtml, sendJson } from '../http/respond.ts'
import type { Identities } from './identities.ts'
import { tokenEndpoint } from './token-endpoint.ts'
import { newCode, revoke, type Tokens } from './tokens.ts'

export type OAuth = { tokens: Tokens; identities: Identities; user: string }
type Answer = (oauth: OAuth, request: HttpRequest, response: ServerResponse) => void

const routes: Record<string, Answer> = {
  'GET /o/oauth2/v2/auth': consent,
  'GET /o/oauth2/auth': consent,
  'POST /token': token,
  'POST /oauth2/v4/token': token,
  'POST /o/oauth2/token': token,
  'POST /revoke': forget,
  'GET /revoke': forget,
  'POST /o/oauth2/revoke': forget,
  'GET /tokeninfo': tokenInfo,
  'POST /tokeninfo': tokenInfo,
  'GET /oauth2/v1/tokeninfo': tokenInfo,
  'GET /oauth2/v3/tokeninfo': tokenInfo,
  'GET /oauth2/v1/userinfo': userInfo,
  'GET /oauth2/v2/userinfo': userInfo,
  'GET /oauth2/v3/userinfo': userInfo,
  'GET /v1/userinfo': userInfo,
  'GET /oauth2/v1/certs': ({ identities }, request, response) => sendJson(response, request, 200, identities.certs()),
  'GET /oauth2/v3/certs': ({ identities }, request, response) => sendJson(response, request, 200, identities.keys()),
}

/** Answers a request to the OAuth server; false when it is none. */
export function answerOAuth(oauth: OAuth, request: HttpRequest, response: ServerResponse): boolean {
  const route = routes[`${request.method} ${request.path}`]
  route?.(oauth, request, response)
  return route !== undefined
}

export function isOAuthPath(path: string): boolean {
  return Object.keys(routes).some((route) => route.endsWith(` ${path}`))
}

const formOf = (request: HttpRequest) =>
  String(request.headers['content-type'] ?? '').includes('json')
    ? new URLSearchParams(JSON.parse(request.body.toString('utf8') || '{}') as Record<string, string>)
    : new URLSearchParams(request.body.toString('utf8'))

/** The account agrees at once and is sent back with a code; `login_hint` says which account it is. */
function consent({ tokens, user }: OAuth, request: HttpRequest, response: ServerResponse): void {
  const { query } = request
  const redirect = query.get('redirect_uri')
  const client = query.get('client_id')
  const missing =
    client === null ? 'client_id' : redirect === null ? 'redirect_uri' : query.get('scope') ? null : 'scope'
  if (missing !== null || redirect === null || client === null || !URL.canParse(redirect)) {
    sendHtml(
      response,
      request,
      400,
      'Bad Request',
      `Access blocked: Missing required parameter: ${missing ?? 'redirect_uri'}`,
    )
    return
  }
  const scopes = query.get('scope')!.split(/\s+/)
  const target = new URL(redirect)
  const code = newCode(tokens, {
    user: query.get('login_hint') ?? user,
    client,
    scopes,
    redirectUri: redirect,
    challenge: query.get('code_challenge'),
    offline: query.get('access_type') === 'offline',
  })
  if (query.has('state')) target.searchParams.set('state', query.get('state')!)
  target.searchParams.set('code', code)
  target.searchParams.set('scope', scopes.join(' '))
  target.searchParams.set('authuser', '0')
  target.searchParams.set('prompt', query.get('prompt') ?? 'consent')
  response.writeHead(302, { location: target.href, 'content-length': 0 }).end()
}

function token({ tokens, identities }: OAuth, request: HttpRequest, response: ServerResponse): void {
  const { status, body } = tokenEndpoint(tokens, identities, formOf(request))
  sendJson(response, request, status, body)
}

function forget({ tokens }: OAuth, request: HttpRequest, response: ServerResponse): void {
  const text = request.query.get('token') ?? formOf(request).get('token') ?? ''
  if (revoke(tokens, text)) sendJson(response, request, 200, {})
  else sendJson(response, request, 400, { error: 'invalid_token', error_description: 'Token expired or revoked' })
}

function held({ tokens }: OAuth, request: HttpRequest) {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const text = request.query.get('access_token') ?? formOf(request).get('access_token') ?? bearer ?? ''
  const grant = tokens.access.get(text)
  return grant && grant.expires > Date.now() ? grant : null
}

function tokenInfo(oauth: OAuth, request: HttpRequest, response: ServerResponse): void {
  const grant = held(oauth, request)
  if (!grant) {
    sendJson(response, request, 400, { error: 'invalid_token', error_description: 'Invalid Value' })
    return
  }
  sendJson(response, request, 200, {
    azp: grant.client,
    aud: grant.client,
    sub: userFrom(grant.user).sub,
    scope: grant.scopes.join(' '),
    exp: String(Math.floor(grant.expires / 1000)),
    expires_in: String(Math.floor((grant.expires - Date.now()) / 1000)),
    email: grant.user,
    email_verified: 'true',
    access_type: 'offline',
  })
}

function userInfo(oauth: OAuth, request: HttpRequest, response: ServerResponse): void {
  const grant = held(oauth, request)
  if (!grant) {
    sendJson(response, request, 401, { error: 'invalid_request', error_description: 'Invalid Credentials' })
    return
  }
  const { sub, name, email } = userFrom(grant.user)
  sendJson(response, request, 200, { sub, name, email, email_verified: true })
}
