// The consent page of the local OAuth server: programs agree at once, people are asked.
import type { ServerResponse } from 'node:http'
import type { HttpRequest } from '../http/read-request.ts'
import { send, sendHtml } from '../http/respond.ts'
import { consentPage } from './consent-page.ts'
import type { OAuth } from './oauth-routes.ts'
import { grantedScopes, newCode } from './tokens.ts'

/** The fields of a posted form, or of a JSON body. */
export const formOf = (request: HttpRequest) =>
  String(request.headers['content-type'] ?? '').includes('json')
    ? new URLSearchParams(JSON.parse(request.body.toString('utf8') || '{}') as Record<string, string>)
    : new URLSearchParams(request.body.toString('utf8'))

/** Asks who takes HTML; for everybody else the account agrees to everything. `login_hint` says which account it is. */
export function askConsent(oauth: OAuth, request: HttpRequest, response: ServerResponse): void {
  const { query } = request
  if (refuse(query, request, response)) return
  const scopes = scopesOf(query)
  if (/\btext\/html\b/.test(request.headers.accept ?? '')) {
    const account = query.get('login_hint') ?? oauth.user
    send(response, request, 200, 'text/html; charset=UTF-8', consentPage(account, scopes, query))
  } else agree(oauth, query, scopes, response)
}

/** What the page sends: the request as it came, `decision`, `account` and the boxes that are ticked as `granted`. */
export function takeConsent(oauth: OAuth, request: HttpRequest, response: ServerResponse): void {
  const form = formOf(request)
  if (refuse(form, request, response)) return
  if (form.get('decision') !== 'allow') {
    sendBack(response, form, { error: 'access_denied' })
    return
  }
  form.set('login_hint', form.get('account') || oauth.user)
  const granted = form.getAll('granted')
  agree(
    oauth,
    form,
    scopesOf(form).filter((scope) => granted.includes(scope)),
    response,
  )
}

const scopesOf = (asked: URLSearchParams) => (asked.get('scope') ?? '').split(/\s+/).filter(Boolean)

function agree({ tokens, user }: OAuth, asked: URLSearchParams, chosen: string[], response: ServerResponse): void {
  const account = asked.get('login_hint') ?? user
  const client = asked.get('client_id')!
  const earlier = grantedScopes(tokens, account, client)
  const scopes = asked.get('include_granted_scopes') === 'true' ? [...new Set([...chosen, ...earlier])] : chosen
  const prompts = (asked.get('prompt') ?? '').split(/\s+/)
  const code = newCode(tokens, {
    user: account,
    client,
    scopes,
    redirectUri: asked.get('redirect_uri')!,
    challenge: asked.get('code_challenge'),
    // Who agreed once is given a refresh token again only when asked to agree again.
    offline: asked.get('access_type') === 'offline' && (earlier.length === 0 || prompts.includes('consent')),
  })
  sendBack(response, asked, {
    code,
    scope: scopes.join(' '),
    authuser: '0',
    prompt: prompts.includes('consent') || earlier.length === 0 ? 'consent' : 'none',
  })
}

function sendBack(response: ServerResponse, asked: URLSearchParams, told: Record<string, string>): void {
  const target = new URL(asked.get('redirect_uri')!)
  const state = asked.get('state')
  if (state !== null) target.searchParams.set('state', state)
  for (const [name, value] of Object.entries(told)) target.searchParams.set(name, value)
  response.writeHead(302, { location: target.href, 'content-length': 0 }).end()
}

/** Whether it was answered that the request lacks something: there is nobody to be sent back to. */
function refuse(asked: URLSearchParams, request: HttpRequest, response: ServerResponse): boolean {
  const redirect = asked.get('redirect_uri')
  const missing = ['client_id', 'redirect_uri', 'scope'].find((name) => !asked.get(name))
  if (missing === undefined && URL.canParse(redirect!)) return false
  const text = `Access blocked: Missing required parameter: ${missing ?? 'redirect_uri'}`
  sendHtml(response, request, 400, 'Bad Request', text)
  return true
}
