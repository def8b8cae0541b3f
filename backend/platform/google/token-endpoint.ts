// Asks Google's token endpoint: for the tokens of a code, and for a new access token.
import * as z from 'zod'
import { GoogleError, googleErrorOf, networkError } from './google-error.ts'

/** What people connect their accounts through. */
export type OAuthClient = { id: string; secret: string }

export type TokenGrant =
  | { grant_type: 'refresh_token'; refresh_token: string }
  | { grant_type: 'authorization_code'; code: string; code_verifier: string; redirect_uri: string }

const Granted = z.object({
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1).optional(),
  scope: z.string().optional(),
  id_token: z.string().optional(),
})
export type Granted = z.infer<typeof Granted>

const timeoutMs = 20_000

/**
 * Rejects with a GoogleError: `invalid_grant` and `unauthorized_client` say that the person has to agree again. Whatever
 * a call needed the token for was then not carried out.
 */
export async function askTokens(url: string, client: OAuthClient, grant: TokenGrant): Promise<Granted> {
  const { ok, status, headers, text } = await post(url, {
    client_id: client.id,
    client_secret: client.secret,
    ...grant,
  })
  if (!ok) {
    const { outcome, reason, said, waitMs } = googleErrorOf(status, headers, text)
    throw new GoogleError(outcome === 'unknown' ? 'not_done' : outcome, status, { reason, said, waitMs })
  }
  try {
    return Granted.parse(JSON.parse(text))
  } catch {
    // The parser would repeat the token in its message.
    throw new GoogleError('not_done', 200, { reason: 'unreadable' })
  }
}

/** Whether Google has taken the permission back that the token belongs to; one it does not know has none. */
export async function revokeToken(url: string, token: string): Promise<boolean> {
  const answer = await post(url, { token }).catch(() => null)
  if (!answer) return false
  return answer.ok || (answer.status === 400 && /invalid_token/.test(answer.text))
}

async function post(url: string, fields: Record<string, string>) {
  try {
    const body = new URLSearchParams(fields)
    const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(timeoutMs) })
    const { ok, status, headers } = response
    return { ok, status, headers, text: await response.text() }
  } catch (error) {
    throw new GoogleError('not_done', null, { cause: networkError(error).cause })
  }
}
