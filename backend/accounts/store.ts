// SQL of users, workspaces and members.
import type { User } from '../../shared/contract/account-schemas.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'

type Db = Sql | Transaction

/** Undefined when a password account has that e-mail already. */
export async function insertPasswordUser(db: Db, user: { email: string; name: string; passwordHash: string }) {
  const [row] = await db<{ id: string }[]>`
    insert into users (email, name, password_hash) values (${user.email}, ${user.name}, ${user.passwordHash})
    on conflict (lower(email)) where password_hash is not null do nothing
    returning id`
  return row?.id
}

/**
 * The user of that Google subject, new or known, who stays until the transaction ends. An account without a password has
 * the e-mail that Google says today; the name is the person's own once the account is there. Writes only what is new.
 */
export async function upsertGoogleUser(
  tx: Transaction,
  user: { sub: string; email: string; name: string },
): Promise<{ id: string; is_new: boolean }> {
  const [known] = await tx<{ id: string }[]>`
    select id from users where google_sub = ${user.sub} and google_email = ${user.email} for key share`
  if (known) return { id: known.id, is_new: false }
  const [row] = await tx<[{ id: string; is_new: boolean }]>`
    insert into users (email, name, google_sub, google_email, email_verified_at)
    values (${user.email}, ${user.name}, ${user.sub}, ${user.email}, now())
    on conflict (google_sub) do update set
      google_email = excluded.google_email,
      email = case when users.password_hash is null then excluded.email else users.email end,
      email_verified_at = case when users.password_hash is null then now() else users.email_verified_at end,
      updated_at = clock_timestamp()
    returning id, xmax = 0 as is_new`
  return row
}

/** Does nothing when the user has one. */
export async function insertPersonalWorkspace(db: Db, userId: string, name: string): Promise<void> {
  await db`
    with workspace as (
      insert into workspaces (name, personal_of) values (${name}, ${userId})
      on conflict (personal_of) do nothing
      returning id
    )
    insert into workspace_members (workspace_id, user_id, role) select id, ${userId}, 'owner' from workspace`
}

export async function findGoogleOwner(
  db: Db,
  sub: string,
): Promise<{ userId: string; workspaceId: string } | undefined> {
  const [row] = await db<{ userId: string; workspaceId: string }[]>`
    select users.id as "userId", workspaces.id as "workspaceId"
    from users join workspaces on personal_of = users.id
    where google_sub = ${sub} and users.deleted_at is null`
  return row
}

/** With their personal workspace, as it is sent. */
export async function findUser(db: Db, userId: string): Promise<User | undefined> {
  const [row] = await db<User[]>`
    select users.id, workspaces.id as workspace_id, email, email_verified_at is not null as email_verified,
      pending_email, users.name, password_hash is not null as has_password, google_email, users.created_at,
      users.updated_at
    from users join workspaces on personal_of = users.id
    where users.id = ${userId}`
  return row
}

/** Until the transaction ends nobody else changes that user. False when there is none any more, or the account is closed. */
export async function lockUser(tx: Transaction, userId: string): Promise<boolean> {
  const rows = await tx`select 1 from users where id = ${userId} and deleted_at is null for update`
  return rows.length > 0
}

/** Only accounts with a password are found by e-mail. */
export async function findByEmail(db: Db, email: string) {
  const [row] = await db<{ id: string; workspace_id: string; email: string; password_hash: string }[]>`
    select users.id, workspaces.id as workspace_id, email, password_hash
    from users join workspaces on personal_of = users.id
    where lower(email) = lower(${email}) and password_hash is not null`
  return row
}

export async function findPasswordHash(db: Db, userId: string): Promise<string | undefined> {
  const [row] = await db<{ password_hash: string | null }[]>`select password_hash from users where id = ${userId}`
  return row?.password_hash ?? undefined
}

export type UserChange = {
  name?: string
  email?: string
  email_verified_at?: Date
  pending_email?: string | null
  password_hash?: string
  google_sub?: string | null
  google_email?: string | null
}

/** Throws PostgreSQL's 23505 when another account has the e-mail or the Google account: see `orTaken`. */
export async function updateUser(db: Db, userId: string, change: UserChange): Promise<void> {
  await db`update users set ${db(change)}, updated_at = clock_timestamp() where id = ${userId}`
}

export async function findGoogleSub(db: Db, userId: string): Promise<string | undefined> {
  const [row] = await db<{ google_sub: string | null }[]>`select google_sub from users where id = ${userId}`
  return row?.google_sub ?? undefined
}
