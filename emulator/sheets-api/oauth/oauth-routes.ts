// The addresses of the local OAuth server: consent, tokens, revocation, and what a token stands for.
import type { ServerResponse } from 'node:http'
import { userFrom } from '../../apps-script/identity.ts'
import type { HttpRequest } from '../http/read-request.ts'
import { sendJson } from '../http/respond.ts'
import { askConsent, formOf, takeConsent } from './consent.ts'
import type { Identities } from './identities.ts'
import { tokenEndpoint } from './token-endpoint.ts'
import { revoke, type Tokens } from './tokens.ts'

export type OAuth = { tokens: Tokens; identities: Identities; user: string }
type Answer = (oauth: OAuth, request: HttpRequest, response: ServerResponse) => void

const routes: Record<string, Answer> = {
  'GET /o/oauth2/v2/auth': askConsent,
  'POST /o/oauth2/v2/auth': takeConsent,
  'GET /o/oauth2/auth': askConsent,
  'POST /o/oauth2/auth': takeConsent,
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
