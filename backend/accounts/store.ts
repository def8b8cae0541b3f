// SQL of users, workspaces and members.
import type { Sql, Transaction } from '../platform/database/connect.ts'

/** A user with their personal workspace, as it is sent. */
export type UserRow = { id: string; workspace_id: string; email: string; name: string; created_at: string }

type Db = Sql | Transaction

/** Undefined when a password account has that e-mail already. */
export async function insertPasswordUser(db: Db, user: { email: string; name: string; passwordHash: string }) {
  const [row] = await db<{ id: string }[]>`
    insert into users (email, name, password_hash) values (${user.email}, ${user.name}, ${user.passwordHash})
    on conflict (lower(email)) where password_hash is not null do nothing
    returning id`
  return row?.id
}

/** The user of that Google subject, new or with e-mail and name as Google says them today. */
export async function upsertGoogleUser(db: Db, user: { sub: string; email: string; name: string }): Promise<string> {
  const [row] = await db<[{ id: string }]>`
    insert into users (email, name, google_sub) values (${user.email}, ${user.name}, ${user.sub})
    on conflict (google_sub) do update set email = excluded.email, name = excluded.name, updated_at = now()
    returning id`
  return row.id
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

export async function findUser(db: Db, userId: string): Promise<UserRow | undefined> {
  const [row] = await db<UserRow[]>`
    select users.id, workspaces.id as workspace_id, email, users.name, users.created_at
    from users join workspaces on personal_of = users.id
    where users.id = ${userId}`
  return row
}

export async function findPasswordHash(db: Db, email: string) {
  const [row] = await db<{ id: string; password_hash: string }[]>`
    select id, password_hash from users where lower(email) = lower(${email}) and password_hash is not null`
  return row
}

export async function isMember(db: Db, workspaceId: string, userId: string): Promise<boolean> {
  const rows = await db`
    select 1 from workspace_members where workspace_id = ${workspaceId} and user_id = ${userId}`
  return rows.length > 0
}
