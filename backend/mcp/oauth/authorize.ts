// Checks what an AI client asks a person for, and makes the code when they agree.
import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { type Scope, scopes } from '../../../shared/contract/scopes.ts'
import type { Sql } from '../../platform/database/connect.ts'
import { type Client, type ClientIds, isRegistered } from './client-id.ts'
import { OAuthError } from './oauth-error.ts'
import { insertCode } from './store.ts'

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Seconds in which a client fetches its tokens: it is a program that waits for nothing else. */
const codeLifetime = 120

const text = (most: number) => z.string().max(most).optional()
export const Asked = z.object({
  ...{ client_id: text(8000), redirect_uri: text(300), response_type: text(50), state: text(2000) },
  ...{ code_challenge: text(200), code_challenge_method: text(20), scope: text(1000), resource: text(500) },
})
export type Asked = z.infer<typeof Asked>

/** Where the person may be sent back to: known before anything else is looked at. */
export type Recipient = { client: Client; client_id: string; redirect_uri: string; state: string | undefined }
export type Demand = Recipient & { challenge: string; scopes: Scope[] }

/** Throws OAuthError when nobody may be sent anywhere: the person is told themselves. */
export function readRecipient(ids: ClientIds, given: unknown): { asked: Asked; recipient: Recipient } {
  const parsed = Asked.safeParse(given)
  const { client_id = '', redirect_uri = '', state } = parsed.data ?? {}
  const client = ids.read(client_id)
  if (!parsed.success || !client)
    throw new OAuthError('invalid_client', 'The program is not registered here. Let it connect anew.')
  if (!isRegistered(client, redirect_uri))
    throw new OAuthError(
      'invalid_redirect_uri',
      'The program asks to be answered at an address that it did not register.',
    )
  return { asked: parsed.data, recipient: { client, client_id, redirect_uri, state } }
}

/** Throws OAuthError, which is for the client. `resource` is the address of the MCP server. */
export function readDemand(recipient: Recipient, asked: Asked, resource: string): Demand {
  if (asked.response_type !== 'code')
    throw new OAuthError('unsupported_response_type', 'response_type has to be “code”.')
  const { code_challenge: challenge = '' } = asked
  if (asked.code_challenge_method !== 'S256' || !/^[\w-]{43}$/.test(challenge))
    throw new OAuthError('invalid_request', 'A code_challenge with the method S256 is needed.')
  if (asked.resource !== undefined && asked.resource.replace(/\/$/, '') !== resource)
    throw new OAuthError('invalid_target', `The resource here is ${resource}.`)
  // Some clients ask by this word for what they get anyway: refresh tokens.
  const wanted = (asked.scope ?? '').split(' ').filter((scope) => scope !== '' && scope !== 'offline_access')
  const granted = scopes.filter((scope) => wanted.length === 0 || wanted.includes(scope))
  if (granted.length === 0) throw new OAuthError('invalid_scope', `Scopes are: ${scopes.join(' ')}.`)
  return { ...recipient, challenge, scopes: granted }
}

/** The address that the browser goes back to, with what is told the client. */
export function answerAddress(
  { redirect_uri, state }: Recipient,
  issuer: string,
  told: Record<string, string>,
): string {
  const url = new URL(redirect_uri)
  for (const [name, value] of Object.entries({ ...told, ...(state === undefined ? {} : { state }), iss: issuer }))
    url.searchParams.set(name, value)
  return url.href
}

/** For a person who signed in on the page and agreed. */
export async function makeCode(
  sql: Sql,
  demand: Demand,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<string> {
  const code = randomBytes(32).toString('base64url')
  const { client, client_id, redirect_uri, challenge, scopes: granted } = demand
  const row = { client_hash: hashOf(client_id), client_name: client.name, redirect_uri, challenge, scopes: granted }
  await insertCode(sql, hashOf(code), { ...row, workspace_id: workspaceId, user_id: userId }, codeLifetime)
  return code
}
