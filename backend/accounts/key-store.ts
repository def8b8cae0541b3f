// SQL of API keys.
import type { ApiKey } from '../../shared/contract/account-schemas.ts'
import type { Scope } from '../../shared/contract/scopes.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'

type Db = Sql | Transaction
type Owner = { workspaceId: string; userId: string }

const columns = (db: Db) => db`
  id, name, hint, case when client_hash is null then 'key' else 'client' end as kind, scopes, expires_at, last_used_at,
  created_at`

export type NewKey = { name: string; hint: string; hash: Buffer; scopes: Scope[]; expiresAt: string | null }

export async function insertKey(db: Db, { workspaceId, userId }: Owner, key: NewKey): Promise<ApiKey> {
  const [row] = await db<[ApiKey]>`
    insert into api_keys (workspace_id, user_id, name, hint, key_hash, scopes, expires_at)
    values (${workspaceId}, ${userId}, ${key.name}, ${key.hint}, ${key.hash}, ${key.scopes}, ${key.expiresAt})
    returning ${columns(db)}`
  return row
}

/** The newest first, without those that were revoked, and without AI clients that did not come back in time. */
export async function selectKeys(db: Db, { workspaceId, userId }: Owner): Promise<ApiKey[]> {
  return await db<ApiKey[]>`
    select ${columns(db)} from api_keys
    where workspace_id = ${workspaceId} and user_id = ${userId} and revoked_at is null
      and (client_hash is null or expires_at > now())
    order by created_at desc, id desc`
}

/** False when there is no such key, or it was revoked already. */
export async function revokeKey(db: Db, { workspaceId, userId }: Owner, id: string): Promise<boolean> {
  const { count } = await db`
    update api_keys set revoked_at = now()
    where workspace_id = ${workspaceId} and user_id = ${userId} and id = ${id} and revoked_at is null`
  return count > 0
}

export async function revokeKeys(db: Db, { workspaceId, userId }: Owner): Promise<void> {
  await db`
    update api_keys set revoked_at = now()
    where workspace_id = ${workspaceId} and user_id = ${userId} and revoked_at is null`
}

export type KeyRow = {
  workspace_id: string
  id: string
  user_id: string
  scopes: string[]
  expired: boolean
  /** Whether its last use was noted more than a minute ago, or never. */
  use_is_news: boolean
}

/** By the unique index on the hash: every request with a key asks this. */
export async function findKey(db: Db, hash: Buffer): Promise<KeyRow | undefined> {
  const [row] = await db<KeyRow[]>`
    select workspace_id, id, user_id, scopes, coalesce(expires_at <= now(), false) as expired,
      coalesce(last_used_at < now() - interval '1 minute', true) as use_is_news
    from api_keys where key_hash = ${hash} and revoked_at is null`
  return row
}

/** Does nothing when another request was faster. */
export async function noteUse(db: Db, { workspace_id, id }: KeyRow): Promise<void> {
  await db`
    update api_keys set last_used_at = now()
    where workspace_id = ${workspace_id} and id = ${id}
      and coalesce(last_used_at < now() - interval '1 minute', true)`
}
