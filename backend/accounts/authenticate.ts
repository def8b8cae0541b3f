// Works out who a bearer token belongs to.
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import type { AccessTokens } from './access-token.ts'
import { isMember } from './store.ts'

/**
 * Asks the database too, by primary key: who was deleted or left the workspace is out at once and not 15 minutes later.
 * Throws `Problem('unauthorized')`.
 */
export async function authenticate(parts: { sql: Sql; tokens: AccessTokens }, token: string): Promise<Actor> {
  const actor = parts.tokens.check(token)
  if (await isMember(parts.sql, actor.workspaceId, actor.userId)) return actor
  throw new Problem('unauthorized', 'This account is not on this server any more. Sign in again.')
}
