// SQL of the single-use links in mails.
import type { Sql, Transaction } from '../platform/database/connect.ts'

type Db = Sql | Transaction
type Owner = { workspaceId: string; userId: string }

export type LinkPurpose = 'verify' | 'reset'

/** `lifetime` in seconds. */
export async function insertLink(
  db: Db,
  { workspaceId, userId }: Owner,
  { purpose, hash, email, lifetime }: { purpose: LinkPurpose; hash: Buffer; email: string; lifetime: number },
): Promise<void> {
  await db`
    insert into account_links (workspace_id, user_id, purpose, token_hash, email, expires_at)
    values (${workspaceId}, ${userId}, ${purpose}, ${hash}, ${email}, now() + ${lifetime} * interval '1 second')`
}

export type LinkRow = { workspace_id: string; user_id: string; email: string }

export async function findLink(db: Db, purpose: LinkPurpose, hash: Buffer): Promise<LinkRow | undefined> {
  const [row] = await db<LinkRow[]>`
    select workspace_id, user_id, email from account_links
    where token_hash = ${hash} and purpose = ${purpose} and expires_at > now()`
  return row
}

/** All links of that purpose stop with the one that is used. False when another request was faster. */
export async function useLink(db: Db, { workspace_id, user_id }: LinkRow, purpose: LinkPurpose, hash: Buffer) {
  const rows = await db<{ token_hash: Buffer }[]>`
    delete from account_links
    where workspace_id = ${workspace_id} and user_id = ${user_id} and purpose = ${purpose}
    returning token_hash`
  return rows.some(({ token_hash }) => token_hash.equals(hash))
}

export async function deleteLink(db: Db, { workspaceId, userId }: Owner, hash: Buffer): Promise<void> {
  await db`
    delete from account_links where workspace_id = ${workspaceId} and user_id = ${userId} and token_hash = ${hash}`
}

/** Of everybody. */
export async function deleteExpiredLinks(db: Db): Promise<void> {
  await db`delete from account_links where expires_at <= now()`
}
