// Decides who may call a method: the bearer token, its scopes, and Google's answers where they do not do.
import { ApiError } from '../api-error.ts'
import type { Method } from '../discovery/api-table.ts'
import type { Caller } from '../http/call.ts'
import type { HttpRequest } from '../http/read-request.ts'
import { callerOf, type Tokens } from './tokens.ts'

const advice =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.'

/** The caller. `open` is who asks under any token that is not known; null refuses those with Google's 401. */
export function allowCaller(tokens: Tokens, open: Caller | null, request: HttpRequest, method: Method): Caller {
  const bearer = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const text = bearer ?? request.query.get('access_token') ?? request.query.get('oauth_token')
  if (!text)
    throw unauthenticated(
      `Request is missing required authentication credential. ${advice}`,
      'CREDENTIALS_MISSING',
      method,
    )
  const caller = callerOf(tokens, text) ?? open
  if (!caller)
    throw unauthenticated(`Request had invalid authentication credentials. ${advice}`, 'ACCESS_TOKEN_EXPIRED', method)
  if (!caller.scopes.some((scope) => method.scopes.includes(scope)))
    throw new ApiError(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', [
      errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', method),
    ])
  return caller
}

function unauthenticated(message: string, reason: string, method: Method): ApiError {
  return new ApiError(401, 'UNAUTHENTICATED', message, [errorInfo(reason, method)])
}

function errorInfo(reason: string, { id }: Method): object {
  const [api = '', ...path] = id.split('.')
  const service = api === 'sheets' ? 'google.apps.sheets.v4.SpreadsheetsService' : 'google.apps.drive.v3.DriveFiles'
  const last = path.at(-1) ?? ''
  const metadata = { method: `${service}.${last[0]?.toUpperCase()}${last.slice(1)}`, service: `${api}.googleapis.com` }
  return { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com', metadata }
}
