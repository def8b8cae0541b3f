// SQL of sessions and their refresh tokens.
import type { Sql, Transaction } from '../platform/database/connect.ts'

type Db = Sql | Transaction
type Owner = { workspaceId: string; userId: string }
type SessionKey = { workspaceId: string; sessionId: string }

/** `lifetime` in seconds. */
export async function insertSession(db: Db, { workspaceId, userId }: Owner, lifetime: number): Promise<string> {
  const [row] = await db<[{ id: string }]>`
    insert into sessions (workspace_id, user_id, expires_at)
    values (${workspaceId}, ${userId}, now() + ${lifetime} * interval '1 second')
    returning id`
  return row.id
}

/** By primary key: every request with an access token asks this. */
export async function hasSession(db: Db, { workspaceId, sessionId, userId }: Owner & SessionKey): Promise<boolean> {
  const rows = await db`
    select 1 from sessions where workspace_id = ${workspaceId} and id = ${sessionId} and user_id = ${userId}`
  return rows.length > 0
}

export async function insertRefreshToken(
  db: Db,
  { workspaceId, sessionId }: SessionKey,
  hash: Buffer,
  lifetime: number,
): Promise<void> {
  await db`
    insert into refresh_tokens (workspace_id, session_id, token_hash, expires_at)
    values (${workspaceId}, ${sessionId}, ${hash}, now() + ${lifetime} * interval '1 second')`
}

/** The session that a refresh token belongs to. Locks it: of several requests at once the others wait. */
export async function lockFamily(tx: Transaction, hash: Buffer): Promise<(Owner & SessionKey) | undefined> {
  const [row] = await tx<{ workspace_id: string; id: string; user_id: string }[]>`
    select workspace_id, id, user_id from sessions
    where (workspace_id, id) = (select workspace_id, session_id from refresh_tokens where token_hash = ${hash})
    for update`
  return row && { workspaceId: row.workspace_id, sessionId: row.id, userId: row.user_id }
}

export type RefreshRow = { expired: boolean; used: boolean; request: Buffer | null }

/** To be read once its session is locked: until then another request may use it. */
export async function findRefreshToken(
  tx: Transaction,
  { workspaceId, sessionId }: SessionKey,
  hash: Buffer,
): Promise<RefreshRow | undefined> {
  const [row] = await tx<RefreshRow[]>`
    select expires_at <= now() as expired, used_at is not null as used, request from refresh_tokens
    where workspace_id = ${workspaceId} and session_id = ${sessionId} and token_hash = ${hash}`
  return row
}

/** Milliseconds by the database's clock, which all replicas share. */
export async function usedAgo(tx: Transaction, { workspaceId, sessionId }: SessionKey, hash: Buffer): Promise<number> {
  const [row] = await tx<[{ ms: number }]>`
    select (extract(epoch from clock_timestamp() - used_at) * 1000)::float8 as ms from refresh_tokens
    where workspace_id = ${workspaceId} and session_id = ${sessionId} and token_hash = ${hash}`
  return row.ms
}

/** Uses the token, lets the session live on, and forgets tokens that have run out. */
export async function useRefreshToken(
  tx: Transaction,
  { workspaceId, sessionId }: SessionKey,
  { hash, request, lifetime }: { hash: Buffer; request: Buffer | null; lifetime: number },
): Promise<void> {
  await tx`
    update refresh_tokens set used_at = clock_timestamp(), request = ${request}
    where workspace_id = ${workspaceId} and session_id = ${sessionId} and token_hash = ${hash}`
  await tx`
    update sessions set expires_at = now() + ${lifetime} * interval '1 second'
    where workspace_id = ${workspaceId} and id = ${sessionId}`
  await tx`
    delete from refresh_tokens
    where workspace_id = ${workspaceId} and session_id = ${sessionId} and expires_at <= now()`
}

export async function isUnused(db: Db, { workspaceId, sessionId }: SessionKey, hash: Buffer): Promise<boolean> {
  const rows = await db`
    select 1 from refresh_tokens
    where workspace_id = ${workspaceId} and session_id = ${sessionId} and token_hash = ${hash} and used_at is null`
  return rows.length > 0
}

/** Its refresh tokens go with it. False when it had ended already. */
export async function deleteSession(db: Db, { workspaceId, sessionId }: SessionKey): Promise<boolean> {
  const { count } = await db`delete from sessions where workspace_id = ${workspaceId} and id = ${sessionId}`
  return count > 0
}

/** All of a person's, but for the one to `keep`. */
export async function deleteSessions(db: Db, { workspaceId, userId }: Owner, keep: string | null): Promise<void> {
  await db`
    delete from sessions
    where workspace_id = ${workspaceId} and user_id = ${userId} and id is distinct from ${keep}`
}

/** Of everybody. */
export async function deleteExpiredSessions(db: Db): Promise<void> {
  await db`delete from sessions where expires_at <= now()`
}
