// Works out who a bearer token belongs to: the access token of a session, an API key, or the token of an AI client.
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import type { AccessTokens } from './access-token.ts'
import { hasSession } from './session-store.ts'
import { actorOfClient, actorOfKey, isApiKey, isClientToken } from './use-key.ts'

/**
 * Asks the database too, once and by an index: who signed out, was deleted or had the key revoked is out at once and not
 * 15 minutes later. Throws `Problem('unauthorized')`.
 */
export async function authenticate(parts: { sql: Sql; tokens: AccessTokens }, token: string): Promise<Actor> {
  if (isApiKey(token)) return await actorOfKey(parts.sql, token)
  if (isClientToken(token)) return await actorOfClient(parts.sql, token)
  const actor = parts.tokens.check(token)
  if (await hasSession(parts.sql, actor)) return actor
  throw new Problem('unauthorized', 'This session has ended. Sign in again.')
}
