// SQL of accounts as a whole: closing one, and removing what is left of it.
import type { Sql, Transaction } from '../platform/database/connect.ts'

type Db = Sql | Transaction

export type Owner = { workspaceId: string; userId: string }

/** Nobody signs in to it any more, and its e-mail is free. False when that was done before. */
export async function closeUser(db: Db, userId: string): Promise<boolean> {
  const rows = await db`
    update users
    set deleted_at = now(), updated_at = now(), email = id || '@deleted.invalid', name = '', password_hash = '!',
      google_sub = null, google_email = null, pending_email = null, email_verified_at = null
    where id = ${userId} and deleted_at is null
    returning id`
  return rows.length > 0
}

export async function endSessions(db: Db, { workspaceId, userId }: Owner): Promise<void> {
  await db`delete from sessions where workspace_id = ${workspaceId} and user_id = ${userId}`
  await db`delete from api_keys where workspace_id = ${workspaceId} and user_id = ${userId}`
  await db`delete from account_links where workspace_id = ${workspaceId} and user_id = ${userId}`
}

/** Closed accounts that are still there. */
export async function selectClosed(db: Db): Promise<Owner[]> {
  return await db<Owner[]>`
    select w.id as "workspaceId", u.id as "userId" from users u join workspaces w on w.personal_of = u.id
    where u.deleted_at is not null
    order by u.deleted_at`
}

/** The closed account is this transaction's until its end; false when it is gone or in somebody else's hands. */
export async function lockClosed(tx: Transaction, { userId }: Owner): Promise<boolean> {
  const rows = await tx`select 1 from users where id = ${userId} and deleted_at is not null for update skip locked`
  return rows.length > 0
}

/** Some of the person's conversations go with all that is in them; how many. */
export async function deleteConversations(db: Db, { workspaceId, userId }: Owner, limit: number): Promise<number> {
  const rows = await db`
    delete from conversations where workspace_id = ${workspaceId} and id in (
      select id from conversations where workspace_id = ${workspaceId} and user_id = ${userId} limit ${limit}
    ) returning 1`
  return rows.length
}

export async function deleteFiles(db: Db, { workspaceId, userId }: Owner, limit: number): Promise<number> {
  const rows = await db`
    delete from files where workspace_id = ${workspaceId} and id in (
      select id from files where workspace_id = ${workspaceId} and user_id = ${userId} limit ${limit}
    ) returning 1`
  return rows.length
}

/** Others keep a workspace that they share with the person; otherwise it goes with the person: whether it did. */
export async function deleteUser(db: Db, { workspaceId, userId }: Owner): Promise<boolean> {
  const shared = await db`
    update workspaces set personal_of = null, updated_at = now()
    where id = ${workspaceId} and exists (
      select 1 from workspace_members where workspace_id = ${workspaceId} and user_id <> ${userId}
    )
    returning 1`
  await db`delete from usage_reservations where workspace_id = ${workspaceId} and user_id = ${userId}`
  await db`delete from users where id = ${userId}`
  return shared.length === 0
}

/** Removes some of the exports that were deleted so many days ago, with what is known of their writes; how many. */
export async function purgeExports(db: Db, days: number, limit: number): Promise<number> {
  const rows = await db`
    delete from sheet_exports where (workspace_id, id) in (
      select workspace_id, id from sheet_exports where deleted_at < now() - ${days} * interval '1 day'
      limit ${limit} for update skip locked
    ) returning 1`
  return rows.length
}
