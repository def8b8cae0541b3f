// `POST /token`: authorization codes, refresh tokens and service accounts' assertions for access tokens.
import { createHash } from 'node:crypto'
import type { Identities } from './identities.ts'
import { type Grant, lifetime, newAccessToken, newRefreshToken, type Tokens } from './tokens.ts'

export type OAuthAnswer = { status: number; body: object }

const refused = (error: string, description: string, status = 400): OAuthAnswer => ({
  status,
  body: { error, error_description: description },
})

/** Answers a form as Google's token endpoint does, refusals included. */
export function tokenEndpoint(tokens: Tokens, identities: Identities, form: URLSearchParams): OAuthAnswer {
  const type = form.get('grant_type')
  if (type === null) return refused('invalid_request', 'Missing required parameter: grant_type')
  if (type === 'authorization_code') return byCode(tokens, identities, form)
  if (type === 'refresh_token') return byRefreshToken(tokens, identities, form)
  if (type === 'urn:ietf:params:oauth:grant-type:jwt-bearer') return byAssertion(tokens, form)
  return refused('unsupported_grant_type', `Invalid grant_type: ${type}`)
}

function granted(tokens: Tokens, identities: Identities, grant: Grant, more: object = {}): OAuthAnswer {
  return {
    status: 200,
    body: {
      access_token: newAccessToken(tokens, grant),
      expires_in: lifetime,
      ...more,
      scope: grant.scopes.join(' '),
      token_type: 'Bearer',
      ...(grant.scopes.includes('openid') ? { id_token: identities.idToken(grant) } : {}),
    },
  }
}

function byCode(tokens: Tokens, identities: Identities, form: URLSearchParams): OAuthAnswer {
  const text = form.get('code') ?? ''
  const code = tokens.codes.get(text)
  if (!code) return refused('invalid_grant', 'Malformed auth code.')
  if (form.get('client_id') !== code.client) return refused('unauthorized_client', 'Unauthorized', 401)
  if (form.get('redirect_uri') !== code.redirectUri) return refused('redirect_uri_mismatch', 'Bad Request')
  const verifier = form.get('code_verifier')
  if (
    code.challenge !== null &&
    createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url') !== code.challenge
  )
    return refused('invalid_grant', verifier === null ? 'Missing code verifier.' : 'Invalid code verifier.')
  tokens.codes.delete(text)
  return granted(tokens, identities, code, code.offline ? { refresh_token: newRefreshToken(tokens, code) } : {})
}

function byRefreshToken(tokens: Tokens, identities: Identities, form: URLSearchParams): OAuthAnswer {
  const text = form.get('refresh_token')
  if (!text) return refused('invalid_request', 'Missing required parameter: refresh_token')
  const grant = tokens.refresh.get(text)
  if (!grant) return refused('invalid_grant', 'Token has been expired or revoked.')
  const client = form.get('client_id')
  if (client !== null && client !== grant.client) return refused('unauthorized_client', 'Unauthorized', 401)
  const asked = form.get('scope')?.split(' ') ?? grant.scopes
  if (asked.some((scope) => !grant.scopes.includes(scope))) return refused('invalid_scope', 'Bad Request')
  return granted(tokens, identities, { ...grant, scopes: asked })
}

/** A service account signs for itself, or for the person in `sub`. Its key is not known here: any signature is taken. */
function byAssertion(tokens: Tokens, form: URLSearchParams): OAuthAnswer {
  const [, payload = '', signature = ''] = (form.get('assertion') ?? '').split('.')
  let claims: Record<string, unknown>
  try {
    claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  } catch {
    return refused('invalid_grant', 'Bad Request')
  }
  if (signature === '') return refused('invalid_grant', 'Invalid JWT Signature.')
  const { iss, sub, scope, exp, iat } = claims
  if (typeof iss !== 'string') return refused('invalid_grant', 'Invalid JWT: Failed audience check')
  const now = Date.now() / 1000
  if (typeof exp !== 'number' || typeof iat !== 'number' || exp < now || exp - iat > 3600 || iat > now + 300)
    return refused(
      'invalid_grant',
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
    )
  if (typeof scope !== 'string' || scope === '') return refused('invalid_scope', 'Empty or missing scope not allowed.')
  const grant = { user: typeof sub === 'string' ? sub : iss, client: iss, scopes: scope.split(/\s+/) }
  const body = { access_token: newAccessToken(tokens, grant), expires_in: lifetime, token_type: 'Bearer' }
  return { status: 200, body }
}
