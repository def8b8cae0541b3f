// Begins to connect a Google account: keeps what is needed later, and gives the address where the person agrees.
import { createHash, randomBytes } from 'node:crypto'
import type * as z from 'zod'
import type { AuthorizeQuery, GoogleAuthorization } from '../../shared/contract/google-schemas.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { clientOf, fileScope, type GoogleParts } from './parts.ts'
import { findConnections, insertAuthorization } from './store.ts'

/** Seconds: time enough to sign in at Google and to read. */
const lifetime = 15 * 60

const scopes = [fileScope, 'openid', 'email']

const random = () => randomBytes(32).toString('base64url')
export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

export type StartOptions = {
  /** Origins that a browser may be sent back to. */
  origins: string[]
  /** Where Google sends the browser: one of those that the client has registered. */
  redirectUri: string
}

/** Throws `google_not_configured`, `invalid_request` for a `return_to` elsewhere, `not_found` for a foreign connection. */
export async function startAuthorization(
  parts: GoogleParts,
  actor: Actor,
  query: z.infer<typeof AuthorizeQuery>,
  { origins, redirectUri }: StartOptions,
): Promise<GoogleAuthorization> {
  const client = clientOf(parts)
  const returnTo = query.return_to ?? null
  if (returnTo !== null) demandAllowed(returnTo, origins)
  const hint = query.connection_id === undefined ? null : await emailOf(parts, actor, query.connection_id)
  const state = random()
  const verifier = random()
  const stateHash = hashOf(state)
  const expires_at = await insertAuthorization(parts.sql, actor, {
    ...{ stateHash, redirectUri, returnTo, lifetime },
    verifier: await parts.box.seal(verifier, stateHash.toString('hex')),
  })
  const url = new URL(parts.addresses.consent)
  url.search = new URLSearchParams({
    client_id: client.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: scopes.join(' '),
    state,
    code_challenge: hashOf(verifier).toString('base64url'),
    code_challenge_method: 'S256',
    access_type: 'offline',
    include_granted_scopes: 'true',
    // Google gives a refresh token only to who agrees anew; and a second account is connected by choosing it.
    prompt: hint === null ? 'select_account consent' : 'consent',
    ...(hint === null ? {} : { login_hint: hint }),
  }).toString()
  return { url: url.href, expires_at }
}

/** Or this server would send people, signed in and trusting, wherever a link says. */
function demandAllowed(returnTo: string, origins: string[]): void {
  const { origin, username, password } = new URL(returnTo)
  if (origins.includes(origin) && username === '' && password === '') return
  throw new Problem(
    'invalid_request',
    `“return_to” leads to ${origin}, which this server does not know. Whoever runs it can add that to CORS_ORIGINS.`,
  )
}

async function emailOf({ sql }: GoogleParts, actor: Actor, id: string): Promise<string> {
  const found = (await findConnections(sql, actor)).find((connection) => connection.id === id)
  if (found) return found.email
  throw new Problem('not_found', 'There is no such connection. It may have been removed: connect the account anew.')
}
