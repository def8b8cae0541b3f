// A person's connected Google accounts, and Google's APIs in the name of one of them.
import { createHash } from 'node:crypto'
import type { GoogleConnection } from '../../shared/contract/google-schemas.ts'
import { createGoogleApi, type GoogleApi } from '../platform/google/google-api.ts'
import type { GoogleClientOptions } from '../platform/google/google-client.ts'
import { Problem } from '../platform/problem.ts'
import { type AccessTokenOf, notConnected, reconnectNeeded } from './access-tokens.ts'
import { clientOf, type GoogleParts } from './parts.ts'
import { type ConnectionRow, findConnections, type Owner } from './store.ts'

/**
 * Without `connectionId` it is the account that was connected last, among those that still work. Throws
 * `google_not_configured`, `google_not_connected`, `google_reconnect`, and `not_found` for somebody else's connection. `account` stands
 * for the Google account, whoever of this server's people has connected it: Google counts by it.
 */
export type GoogleFor = (
  actor: Owner,
  connectionId?: string,
  options?: Omit<GoogleClientOptions, 'token'>,
) => Promise<GoogleApi & { connectionId: string; account: string }>

export function createGoogleFor(
  parts: GoogleParts & { accessTokenOf: AccessTokenOf; apiRoot: string | undefined },
): GoogleFor {
  const api = { root: parts.apiRoot, onAnswer: parts.onAnswer }
  return async ({ workspaceId, userId }, connectionId, options = {}) => {
    clientOf(parts)
    const connections = await findConnections(parts.sql, { workspaceId, userId })
    const { id, google_sub } = chooseConnection(connections, connectionId)
    const account = createHash('sha256').update(google_sub).digest('base64url')
    const token = (refused?: string) => parts.accessTokenOf({ workspaceId, userId, id }, refused)
    return { ...createGoogleApi({ ...api, ...options, token: keepToken(token) }), connectionId: id, account }
  }
}

/** Whether Google still takes the token it says itself: the calls of one piece of work need not ask the database each. */
function keepToken(ask: (refused?: string) => Promise<string>): (refused?: string) => Promise<string> {
  const keptMs = 30_000
  let kept: { token: string; until: number } | null = null
  return async (refused) => {
    if (kept && kept.token !== refused && kept.until > Date.now()) return kept.token
    const token = await ask(refused)
    kept = { token, until: Date.now() + keptMs }
    return token
  }
}

function chooseConnection(connections: ConnectionRow[], id: string | undefined): ConnectionRow {
  const asked = id === undefined ? connections : connections.filter((connection) => connection.id === id)
  if (asked.length === 0)
    throw id === undefined
      ? notConnected()
      : new Problem('not_found', 'There is no such connection. Look at the list of connections.')
  const working = asked.filter(({ state }) => state === 'connected')
  const [latest] = working.toSorted((a, b) => b.connected_at.localeCompare(a.connected_at))
  if (!latest) throw reconnectNeeded()
  return latest
}

export async function listConnections({ sql }: GoogleParts, actor: Owner) {
  const rows = await findConnections(sql, actor)
  const items = rows.map(({ google_sub: _, ...connection }): GoogleConnection => connection)
  return { items, next_cursor: null }
}
