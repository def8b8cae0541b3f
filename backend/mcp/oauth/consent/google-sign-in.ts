// Proves on the consent page by Google who somebody is. Nothing is kept meanwhile: what is needed later goes along, sealed.
import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { findGoogleAccount } from '../../../accounts/find-google-account.ts'
import type { Config } from '../../../config.ts'
import type { Sql } from '../../../platform/database/connect.ts'
import { GoogleError } from '../../../platform/google/google-error.ts'
import { createVerifyIdentity } from '../../../platform/google/identity-token.ts'
import { oauthAddresses } from '../../../platform/google/oauth-addresses.ts'
import { askTokens } from '../../../platform/google/token-endpoint.ts'
import { Problem } from '../../../platform/problem.ts'
import { type SecretBox, SecretError } from '../../../platform/secrets/secret-box.ts'
import { Asked, hashOf } from '../authorize.ts'

/** Somebody who has signed in, and a ticket that says so with the answer to the page. */
export type SignedIn = { email: string; ticket: string }
export type Person = { userId: string; workspaceId: string }

export type GoogleSignIn = {
  /** Where a form may lead beside this server. */
  origin: string
  /** Google's page; it leads to `redirectUri`. */
  start(asked: Asked, redirectUri: string): Promise<string>
  /** What was asked when Google's page was opened; null for a state that is not ours or too old. */
  open(state: string): Promise<Begun | null>
  /** Throws a Problem for people. */
  finish(begun: Begun, query: Record<string, string>, redirectUri: string): Promise<SignedIn>
  /** Null for a ticket that was for something else, or is too old. */
  check(ticket: string, asked: Asked): Promise<Person | null>
}

const Begun = z.object({ asked: Asked, verifier: z.string(), until: z.number() })
type Begun = z.infer<typeof Begun>
const Ticket = z.object({ userId: z.string(), workspaceId: z.string(), until: z.number() })

/** Milliseconds: time enough to sign in at Google and to read. */
const lifetime = 15 * 60_000
const forState = 'oauth consent state'
/** A ticket is good for one demand only. */
const forTicket = (asked: Asked) =>
  `oauth consent ticket ${createHash('sha256').update(JSON.stringify(asked)).digest('base64url')}`

function problemOf(error: unknown): unknown {
  if (!(error instanceof GoogleError)) return error
  return error.outcome === 'refused'
    ? new Problem('identity_refused', 'Google’s answer was not accepted. Sign in again.', { cause: error })
    : new Problem('google_unreachable', 'Google did not answer this server. Sign in again.', { cause: error })
}

/**
 * Null where it is not set up: the client that people connect Google with has to be among those whose sign-ins are
 * accepted. An account is known by Google's `sub` alone, and none is made here.
 */
export function createGoogleSignIn(parts: { config: Config['google']; sql: Sql; box: SecretBox }): GoogleSignIn | null {
  const { config, sql, box } = parts
  const { client } = config
  if (!client || !config.audiences.includes(client.id)) return null
  const addresses = oauthAddresses(config.apiRoot)
  const verifyIdentity = createVerifyIdentity({ keysUrl: addresses.keys, clientId: client.id })

  const seal = (value: object, about: string) => box.seal(JSON.stringify(value), about)
  async function open<T extends { until: number }>(sealed: string, about: string, schema: z.ZodType<T>) {
    try {
      const value = schema.parse(JSON.parse(await box.open(sealed, about)))
      return value.until > Date.now() ? value : null
    } catch (error) {
      if (error instanceof SecretError || error instanceof SyntaxError || error instanceof z.ZodError) return null
      throw error
    }
  }

  return {
    origin: new URL(addresses.consent).origin,
    async start(asked, redirectUri) {
      const verifier = randomBytes(32).toString('base64url')
      const url = new URL(addresses.consent)
      url.search = new URLSearchParams({
        client_id: client.id,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid email',
        state: await seal({ asked, verifier, until: Date.now() + lifetime }, forState),
        code_challenge: hashOf(verifier).toString('base64url'),
        code_challenge_method: 'S256',
        prompt: 'select_account',
      }).toString()
      return url.href
    },
    open: (state) => open(state, forState, Begun),
    async finish({ asked, verifier }, { code, error }, redirectUri) {
      if (error !== undefined || code === undefined)
        throw new Problem('google_declined', 'You did not sign in on Google’s page.')
      const granted = await askTokens(addresses.token, client, {
        grant_type: 'authorization_code',
        ...{ code, code_verifier: verifier, redirect_uri: redirectUri },
      })
        .then(({ id_token = '' }) => verifyIdentity(id_token))
        .catch((failed: unknown) => {
          throw problemOf(failed)
        })
      const { sub, email } = granted
      const person = await findGoogleAccount(sql, sub)
      if (!person)
        throw new Problem(
          'identity_refused',
          `Nobody signs in to Tablewright with the Google account ${email}. Choose another one, or sign in with it in the add-on first.`,
        )
      return { email, ticket: await seal({ ...person, until: Date.now() + lifetime }, forTicket(asked)) }
    },
    async check(ticket, asked) {
      const found = await open(ticket, forTicket(asked), Ticket)
      return found && { userId: found.userId, workspaceId: found.workspaceId }
    },
  }
}
