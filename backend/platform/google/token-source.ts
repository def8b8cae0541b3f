// Keeps an access token of a connected Google account, made anew from its refresh token when it runs out.
import * as z from 'zod'
import { GoogleError, googleErrorOf, networkError } from './google-error.ts'

export type TokenSourceOptions = {
  clientId: string
  clientSecret: string
  refreshToken: string
  /** Google's token endpoint by default. */
  tokenUrl?: string
  /** Told when Google gives out another refresh token, which is to be kept in place of the old one. */
  onRotate?: (refreshToken: string) => Promise<void>
  now?: () => number
}

const Granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1).optional(),
})

function readGranted(text: string): z.infer<typeof Granted> {
  try {
    return Granted.parse(JSON.parse(text))
  } catch {
    // The parser would repeat the token in its message.
    throw new GoogleError('not_done', 200, { reason: 'unreadable' })
  }
}

/** A token is not used in its last minute. */
const earlyMs = 60_000

/**
 * Gives the current token; given one that was refused, a new one. All who ask while one is fetched share it. Rejects
 * with a GoogleError, `invalid_grant` when the account has to be connected again.
 */
export function createTokenSource(options: TokenSourceOptions): (refused?: string) => Promise<string> {
  const { tokenUrl = 'https://oauth2.googleapis.com/token', now = Date.now } = options
  let refreshToken = options.refreshToken
  let kept: { token: string; until: number } | null = null
  let fetching: Promise<string> | null = null

  const refresh = async (): Promise<string> => {
    const form = { client_id: options.clientId, client_secret: options.clientSecret, refresh_token: refreshToken }
    let response: Response
    let text: string
    try {
      const body = new URLSearchParams({ ...form, grant_type: 'refresh_token' })
      response = await fetch(tokenUrl, { method: 'POST', body, signal: AbortSignal.timeout(20_000) })
      text = await response.text()
    } catch (error) {
      throw new GoogleError('not_done', null, { cause: networkError(error).cause })
    }
    if (!response.ok) {
      const { outcome, status, reason, said } = googleErrorOf(response.status, response.headers, text)
      // Without a token the call itself was never made.
      throw new GoogleError(outcome === 'unknown' ? 'not_done' : outcome, status, { reason, said })
    }
    const { access_token, expires_in, refresh_token } = readGranted(text)
    kept = { token: access_token, until: now() + expires_in * 1000 - earlyMs }
    if (refresh_token && refresh_token !== refreshToken) {
      refreshToken = refresh_token
      await options.onRotate?.(refresh_token)
    }
    return access_token
  }

  return async (refused) => {
    if (kept && kept.token !== refused && kept.until > now()) return kept.token
    fetching ??= refresh().finally(() => {
      fetching = null
    })
    return fetching
  }
}
