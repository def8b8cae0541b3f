// SQL of what AI clients are given: their rows among the API keys, and the tokens of these.
import type { Scope } from '../../shared/contract/scopes.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import type { KeyRow } from './key-store.ts'

type Db = Sql | Transaction
type Owner = { workspaceId: string; userId: string }
export type GrantKey = { workspaceId: string; keyId: string }

export type NewGrant = {
  name: string
  hint: string
  clientHash: Buffer
  /** The address that its tokens are for. */
  resource: string
  scopes: Scope[]
  /** Seconds. */
  lifetime: number
}

export async function insertGrant(db: Db, { workspaceId, userId }: Owner, grant: NewGrant): Promise<string> {
  const [row] = await db<[{ id: string }]>`
    insert into api_keys (workspace_id, user_id, name, hint, client_hash, resource, scopes, expires_at)
    values (${workspaceId}, ${userId}, ${grant.name}, ${grant.hint}, ${grant.clientHash}, ${grant.resource},
      ${grant.scopes}, now() + ${grant.lifetime} * interval '1 second')
    returning id`
  return row.id
}

/** `lifetime` in seconds. A `code` is good for nothing any more: it is kept so that it is known again. */
export type NewToken = { hash: Buffer; lifetime: number } & (
  | { kind: 'access'; scopes: Scope[] }
  | { kind: 'refresh' | 'code'; scopes?: never }
)

export async function insertToken(db: Db, { workspaceId, keyId }: GrantKey, token: NewToken): Promise<void> {
  const { hash, kind, scopes = null, lifetime } = token
  await db`
    insert into oauth_tokens (workspace_id, key_id, token_hash, kind, scopes, expires_at)
    values (${workspaceId}, ${keyId}, ${hash}, ${kind}, ${scopes}, now() + ${lifetime} * interval '1 second')`
}

/** By the unique index on the hash and the key's primary key: every request with an access token asks this. */
export async function findAccess(db: Db, hash: Buffer): Promise<(KeyRow & { resource: string }) | undefined> {
  const [row] = await db<(KeyRow & { resource: string })[]>`
    select k.workspace_id, k.id, k.user_id, k.resource, t.scopes, t.expires_at <= now() as expired,
      coalesce(k.last_used_at < now() - interval '1 minute', true) as use_is_news
    from oauth_tokens t join api_keys k on k.workspace_id = t.workspace_id and k.id = t.key_id
    where t.token_hash = ${hash} and t.kind = 'access' and k.revoked_at is null`
  return row
}

export type GrantRow = { workspace_id: string; id: string; user_id: string; client_hash: Buffer; resource: string }

/** The grant that a token belongs to. Locks it: of several requests at once the others wait. */
export async function lockGrant(tx: Transaction, hash: Buffer): Promise<(GrantRow & { scopes: Scope[] }) | undefined> {
  const [row] = await tx<(GrantRow & { scopes: Scope[] })[]>`
    select workspace_id, id, user_id, client_hash, resource, scopes from api_keys
    where (workspace_id, id) = (select workspace_id, key_id from oauth_tokens where token_hash = ${hash})
      and revoked_at is null
    for update`
  return row
}

/** `used` is how many milliseconds ago, by the database's clock, which all replicas share; null for never. */
export type RefreshState = { expired: boolean; used: number | null }

/** To be read once its grant is locked. Undefined for what is no refresh token of the grant. */
export async function findRefresh(
  tx: Transaction,
  { workspaceId, keyId }: GrantKey,
  hash: Buffer,
): Promise<RefreshState | undefined> {
  const [row] = await tx<RefreshState[]>`
    select expires_at <= now() as expired,
      (extract(epoch from clock_timestamp() - used_at) * 1000)::float8 as used
    from oauth_tokens
    where workspace_id = ${workspaceId} and key_id = ${keyId} and token_hash = ${hash} and kind = 'refresh'`
  return row
}

/** Uses the token, lets the grant live on for `lifetime` seconds, and forgets its tokens that have run out. */
export async function useRefresh(
  tx: Transaction,
  { workspaceId, keyId }: GrantKey,
  hash: Buffer,
  lifetime: number,
): Promise<void> {
  await tx`
    update oauth_tokens set used_at = clock_timestamp()
    where workspace_id = ${workspaceId} and key_id = ${keyId} and token_hash = ${hash}`
  await tx`
    update api_keys set expires_at = now() + ${lifetime} * interval '1 second'
    where workspace_id = ${workspaceId} and id = ${keyId}`
  await tx`
    delete from oauth_tokens where workspace_id = ${workspaceId} and key_id = ${keyId} and expires_at <= now()`
}

/** Of everybody. */
export async function deleteExpiredTokens(db: Db): Promise<void> {
  await db`delete from oauth_tokens where expires_at <= now()`
}
