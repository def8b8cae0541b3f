// Takes an API key instead of an access token.
import { scopes } from '../../shared/contract/scopes.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { findAccess } from './grant-store.ts'
import { findKey, type KeyRow, noteUse } from './key-store.ts'
import { hashToken } from './secret-token.ts'

/** What every key begins with, so that people and scanners recognise one that got out. */
export const keyPrefix = 'tw_'

/** What the tokens of AI clients begin with. */
export const accessPrefix = 'twa_'
export const refreshPrefix = 'twr_'

export const isApiKey = (token: string): boolean => token.startsWith(keyPrefix)
export const isClientToken = (token: string): boolean => token.startsWith(accessPrefix)

/** Throws `Problem('unauthorized')`. */
export async function actorOfKey(sql: Sql, key: string): Promise<Actor> {
  const row = await findKey(sql, hashToken(key))
  if (!row)
    throw new Problem('unauthorized', 'The API key is not one of this server, or it was revoked. Make a new one.')
  if (row.expired) throw new Problem('unauthorized', 'The API key has run out. Make a new one.')
  return actorOf(sql, row)
}

/** Throws `Problem('unauthorized')`. Whoever takes the actor has to see whether the token is for them. */
export async function actorOfClient(sql: Sql, token: string): Promise<Actor> {
  const row = await findAccess(sql, hashToken(token))
  if (!row || row.expired)
    throw new Problem(
      'unauthorized',
      'This access token has run out, or what it was given for was revoked. Refresh it.',
    )
  const { key, ...actor } = actorOf(sql, row)
  return { ...actor, key: { ...key, resource: row.resource } }
}

function actorOf(sql: Sql, row: KeyRow) {
  if (row.use_is_news) noteInPassing(sql, row)
  return {
    userId: row.user_id,
    workspaceId: row.workspace_id,
    // A scope that this version does not know any more allows nothing.
    key: { id: row.id, scopes: scopes.filter((scope) => row.scopes.includes(scope)) },
  }
}

/** The request does not wait for it, and does not fail with it: a minute later the next one notes its use. */
function noteInPassing(sql: Sql, row: KeyRow): void {
  noteUse(sql, row).catch(() => {})
}
