// Who the client calls as: an access token, an API key, or a session that is kept fresh by its refresh token.
import { ProblemError } from './problem-error.ts'
import { prepare, sendRequest, type Wire } from './send-request.ts'

/** What of an answer to signing in is needed to go on with it. */
export type SessionTokens = { access_token: string; refresh_token?: string | undefined }

export type SignInOptions = {
  token?: string | (() => Promise<string>)
  apiKey?: string
  session?: SessionTokens
  onSession?: (session: SessionTokens) => void
}

export type SignIn = {
  /** What is sent as bearer token. Throws when there is nothing to sign in with. */
  token(): Promise<string>
  /** A token in place of one that was refused, or null when there is no way to get one. */
  renew(refused: string): Promise<string | null>
  use(session: SessionTokens | null): void
}

export function createSignIn(options: SignInOptions, wire: Wire): SignIn {
  let session: SessionTokens | null = options.session ?? null
  let running: Promise<string | null> | null = null

  async function refresh(refreshToken: string): Promise<string | null> {
    // With a key: an answer that is lost on the way can be asked for again, although the token is used up.
    const input = { body: { refresh_token: refreshToken }, idempotencyKey: crypto.randomUUID() }
    try {
      const answer = await sendRequest(wire, prepare(wire.baseUrl, 'refreshSession', input, 'application/json'), null)
      session = (await answer.json()) as SessionTokens
      options.onSession?.(session)
      return session.access_token
    } catch (error) {
      // The session has ended: the caller gets to see that the call itself was refused.
      if (error instanceof ProblemError && error.status < 500) return null
      throw error
    }
  }

  return {
    async token() {
      if (session) return session.access_token
      if (options.apiKey !== undefined) return options.apiKey
      const { token } = options
      if (token === undefined) throw new Error('Give the client a token, an API key or a session first.')
      return typeof token === 'string' ? token : await token()
    },
    async renew(refused) {
      // Another call was refused too, and has refreshed meanwhile.
      if (session && session.access_token !== refused) return session.access_token
      if (session?.refresh_token) {
        running ??= refresh(session.refresh_token).finally(() => {
          running = null
        })
        return await running
      }
      return typeof options.token === 'function' ? await options.token() : null
    },
    use(given) {
      session = given
    },
  }
}
