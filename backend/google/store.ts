// SQL of connected Google accounts and of the consents that are under way.
import type { Sql, Transaction } from '../platform/database/connect.ts'

type Db = Sql | Transaction

/** Who a connection belongs to: nobody else of the workspace may use it. */
export type Owner = { workspaceId: string; userId: string }
export type ConnectionKey = Owner & { id: string }

export type Authorization = {
  workspace_id: string
  user_id: string
  verifier: string
  redirect_uri: string
  return_to: string | null
}

export type ConnectionRow = {
  id: string
  google_sub: string
  email: string
  scopes: string[]
  state: 'connected' | 'reconnect_needed'
  connected_at: string
  created_at: string
  updated_at: string
}

/** Sealed tokens; `fresh` says that the access token is good for another minute. */
export type TokenRow = {
  google_sub: string
  state: ConnectionRow['state']
  refresh_token: string | null
  access_token: string | null
  fresh: boolean
}

export type NewTokens = { refresh_token: string | null; access_token: string; expires_in: number }

/** Takes the place of everybody's that have run out. */
export async function insertAuthorization(
  db: Db,
  { workspaceId, userId, sessionId }: Owner & { sessionId?: string | undefined },
  row: { stateHash: Buffer; verifier: string; redirectUri: string; returnTo: string | null; lifetime: number },
): Promise<string> {
  await db`delete from google_authorizations where expires_at <= now()`
  const [made] = await db<[{ expires_at: string }]>`
    insert into google_authorizations
      (workspace_id, state_hash, user_id, session_id, verifier, redirect_uri, return_to, expires_at)
    values (${workspaceId}, ${row.stateHash}, ${userId}, ${sessionId ?? null}, ${row.verifier}, ${row.redirectUri},
      ${row.returnTo}, now() + ${row.lifetime} * interval '1 second')
    returning expires_at`
  return made.expires_at
}

/** The state says whose it is. It is good for one time, however that ends. */
export async function takeAuthorization(db: Db, stateHash: Buffer): Promise<Authorization | undefined> {
  const [row] = await db<(Authorization & { expired: boolean })[]>`
    delete from google_authorizations where state_hash = ${stateHash}
    returning workspace_id, user_id, verifier, redirect_uri, return_to, expires_at <= now() as expired`
  return row?.expired ? undefined : row
}

const columns = (db: Db) => db`id, google_sub, email, scopes, state, connected_at, created_at, updated_at`

export async function findConnections(db: Db, { workspaceId, userId }: Owner): Promise<ConnectionRow[]> {
  return await db<ConnectionRow[]>`
    select ${columns(db)} from google_connections
    where workspace_id = ${workspaceId} and user_id = ${userId} order by created_at, id`
}

export async function findBySub(db: Db, { workspaceId, userId }: Owner, sub: string) {
  const [row] = await db<ConnectionRow[]>`
    select ${columns(db)} from google_connections
    where workspace_id = ${workspaceId} and user_id = ${userId} and google_sub = ${sub}`
  return row
}

export type Connected = ConnectionKey & { sub: string; email: string; scopes: string[]; tokens: NewTokens }

/**
 * A new connection under the id given, or the one of that Google account made good again; a refresh token that did not come is kept. Whoever
 * is fetching an access token with the old one loses the lease.
 */
export async function upsertConnection(db: Db, made: Connected): Promise<{ id: string; is_new: boolean }> {
  const { workspaceId, userId, id, sub, email, scopes, tokens } = made
  const [row] = await db<[{ id: string; is_new: boolean }]>`
    insert into google_connections
      (workspace_id, id, user_id, google_sub, email, scopes, state, refresh_token, access_token, access_expires_at)
    values (${workspaceId}, ${id}, ${userId}, ${sub}, ${email}, ${scopes}, 'connected',
      coalesce(${tokens.refresh_token}, (
        select refresh_token from google_connections
        where workspace_id = ${workspaceId} and user_id = ${userId} and google_sub = ${sub})),
      ${tokens.access_token}, now() + ${tokens.expires_in} * interval '1 second')
    on conflict (workspace_id, user_id, google_sub) do update set
      email = excluded.email, scopes = excluded.scopes, state = 'connected',
      refresh_token = excluded.refresh_token, access_token = excluded.access_token,
      access_expires_at = excluded.access_expires_at,
      lease = null, leased_until = null, connected_at = now(), updated_at = now()
    returning id, xmax = 0 as is_new`
  return row
}

/** The tokens of the connection that was deleted. */
export async function deleteConnection(db: Db, { workspaceId, userId, id }: ConnectionKey) {
  const [row] = await db<Pick<TokenRow, 'google_sub' | 'refresh_token' | 'access_token'>[]>`
    delete from google_connections where workspace_id = ${workspaceId} and user_id = ${userId} and id = ${id}
    returning google_sub, refresh_token, access_token`
  return row
}

/** Of everybody on this server: Google takes back a permission for all who connected the account at once. */
export async function isSubInUse(db: Db, sub: string): Promise<boolean> {
  const rows = await db`select 1 from google_connections where google_sub = ${sub} limit 1`
  return rows.length > 0
}

const tokens = (db: Db) => db`
  google_sub, state, refresh_token, access_token,
  access_expires_at is not null and access_expires_at > now() + interval '1 minute' as fresh`

export async function findTokens(db: Db, { workspaceId, userId, id }: ConnectionKey): Promise<TokenRow | undefined> {
  const [row] = await db<TokenRow[]>`
    select ${tokens(db)} from google_connections
    where workspace_id = ${workspaceId} and user_id = ${userId} and id = ${id}`
  return row
}

/** The tokens, for the one process that may now fetch new ones; undefined while another one does. */
export async function takeLease(
  db: Db,
  { workspaceId, userId, id }: ConnectionKey,
  lease: string,
  seconds: number,
): Promise<TokenRow | undefined> {
  const [row] = await db<TokenRow[]>`
    update google_connections set lease = ${lease}, leased_until = now() + ${seconds} * interval '1 second'
    where workspace_id = ${workspaceId} and user_id = ${userId} and id = ${id} and state = 'connected'
      and (leased_until is null or leased_until <= now())
    returning ${tokens(db)}`
  return row
}

type Leased = ConnectionKey & { lease: string }

/** False when the lease was lost: the account was connected again, or disconnected. */
export async function storeTokens(db: Db, { workspaceId, id, lease }: Leased, made: NewTokens): Promise<boolean> {
  const rows = await db`
    update google_connections set
      access_token = ${made.access_token}, access_expires_at = now() + ${made.expires_in} * interval '1 second',
      refresh_token = coalesce(${made.refresh_token}, refresh_token), lease = null, leased_until = null
    where workspace_id = ${workspaceId} and id = ${id} and lease = ${lease} returning 1`
  return rows.length > 0
}

/** False when the lease was lost. The tokens are worth nothing any more. */
export async function markReconnect(db: Db, { workspaceId, id, lease }: Leased): Promise<boolean> {
  const rows = await db`
    update google_connections set
      state = 'reconnect_needed', refresh_token = null, access_token = null, access_expires_at = null,
      lease = null, leased_until = null, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${id} and lease = ${lease} returning 1`
  return rows.length > 0
}

export async function releaseLease(db: Db, { workspaceId, id, lease }: Leased): Promise<void> {
  await db`
    update google_connections set lease = null, leased_until = null
    where workspace_id = ${workspaceId} and id = ${id} and lease = ${lease}`
}

export type SealedColumn = 'refresh_token' | 'access_token'
export type SealedKey = { workspaceId: string; id: string }

/** Of everybody on this server, in the order of the primary key. */
export async function readSealed(db: Db, column: SealedColumn, after: SealedKey | undefined, limit: number) {
  const rows = await db<{ workspace_id: string; id: string; sealed: string }[]>`
    select workspace_id, id, ${db(column)} as sealed from google_connections
    where ${db(column)} is not null
      ${after ? db`and (workspace_id, id) > (${after.workspaceId}, ${after.id})` : db``}
    order by workspace_id, id limit ${limit}`
  return rows.map(({ workspace_id, id, sealed }) => ({ key: { workspaceId: workspace_id, id }, sealed }))
}

/** False when another token is there by now. */
export async function replaceSealed(
  db: Db,
  column: SealedColumn,
  { workspaceId, id }: SealedKey,
  before: string,
  sealed: string,
): Promise<boolean> {
  const rows = await db`
    update google_connections set ${db(column)} = ${sealed}
    where workspace_id = ${workspaceId} and id = ${id} and ${db(column)} = ${before} returning 1`
  return rows.length > 0
}
