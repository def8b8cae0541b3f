// SQL of conversations.
import type { Sql, Transaction } from '../platform/database/connect.ts'
import { textsOf } from '../platform/database/texts.ts'

export type Db = Sql | Transaction

export type ConversationRow = {
  id: string
  title: string
  description: string
  archived_at: string | null
  created_at: string
  updated_at: string
  deleted_at: string | null
}

const columns = ['id', 'title', 'description', 'archived_at', 'created_at', 'updated_at', 'deleted_at']

/** Titles and descriptions are texts of people. */
async function opened<T extends { title: string; description: string }>(
  db: Db,
  workspaceId: string,
  row: T,
): Promise<T> {
  const texts = textsOf(db)
  const [title, description] = [row.title, row.description].map((text) => texts.open(text, workspaceId))
  return { ...row, title: await title, description: await description }
}

const inState = (db: Db, state: 'active' | 'archived' | 'all' | 'deleted') => {
  if (state === 'deleted') return db`deleted_at is not null`
  if (state === 'all') return db`deleted_at is null`
  return db`deleted_at is null and archived_at is ${state === 'active' ? db`null` : db`not null`}`
}

export async function insertConversation(
  db: Db,
  conversation: { workspaceId: string; userId: string; title: string; description: string },
): Promise<ConversationRow> {
  const { workspaceId, userId } = conversation
  const texts = textsOf(db)
  const title = await texts.seal(conversation.title, workspaceId)
  const description = await texts.seal(conversation.description, workspaceId)
  const [row] = await db<[ConversationRow]>`
    insert into conversations (workspace_id, user_id, title, description)
    values (${workspaceId}, ${userId}, ${title}, ${description})
    returning ${db(columns)}`
  return await opened(db, workspaceId, row)
}

/** The latest first; `before` is where the last page ended. */
export async function selectConversations(
  db: Db,
  workspaceId: string,
  state: 'active' | 'archived' | 'all' | 'deleted',
  before: { updatedAt: string; id: string } | null,
  limit: number,
): Promise<ConversationRow[]> {
  const rows = await db<ConversationRow[]>`
    select ${db(columns)} from conversations
    where workspace_id = ${workspaceId} and ${inState(db, state)}
      ${before ? db`and (updated_at, id) < (${before.updatedAt}::timestamptz, ${before.id}::uuid)` : db``}
    order by updated_at desc, id desc limit ${limit}`
  return await Promise.all(rows.map((row) => opened(db, workspaceId, row)))
}

export async function findConversation(db: Db, workspaceId: string, id: string): Promise<ConversationRow | undefined> {
  const [row] = await db<ConversationRow[]>`
    select ${db(columns)} from conversations
    where workspace_id = ${workspaceId} and id = ${id} and deleted_at is null`
  return row && (await opened(db, workspaceId, row))
}

/** Like `findConversation`, and nobody else changes it until the transaction ends. */
export async function lockConversation(db: Db, workspaceId: string, id: string): Promise<ConversationRow | undefined> {
  const [row] = await db<ConversationRow[]>`
    select ${db(columns)} from conversations
    where workspace_id = ${workspaceId} and id = ${id} and deleted_at is null
    for update`
  return row && (await opened(db, workspaceId, row))
}

export async function updateConversation(
  db: Db,
  workspaceId: string,
  id: string,
  changes: { title?: string | undefined; description?: string | undefined; archived?: boolean | undefined },
): Promise<ConversationRow> {
  const texts = textsOf(db)
  const [title, description] = await Promise.all(
    [changes.title, changes.description].map((text) => (text === undefined ? null : texts.seal(text, workspaceId))),
  )
  const [row] = await db<[ConversationRow]>`
    update conversations
    set title = coalesce(${title ?? null}, title),
      description = coalesce(${description ?? null}, description),
      archived_at = case ${changes.archived ?? null}::boolean
        when true then coalesce(archived_at, now()) when false then null else archived_at end,
      updated_at = clock_timestamp()
    where workspace_id = ${workspaceId} and id = ${id}
    returning ${db(columns)}`
  return await opened(db, workspaceId, row)
}

/** Marks the conversation as just used and gives it a title if it has none; the title it has now. */
export async function nameConversation(db: Db, workspaceId: string, id: string, title: string): Promise<string> {
  const texts = textsOf(db)
  const [row] = await db<{ title: string }[]>`
    update conversations
    set title = case when title = '' then ${await texts.seal(title, workspaceId)} else title end, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${id}
    returning title`
  return row ? await texts.open(row.title, workspaceId) : title
}

export async function markConversationDeleted(db: Db, workspaceId: string, id: string): Promise<boolean> {
  const rows = await db`
    update conversations set deleted_at = now(), updated_at = now()
    where workspace_id = ${workspaceId} and id = ${id} and deleted_at is null
    returning id`
  return rows.length > 0
}

/** Undefined when it is not there, or not deleted. */
export async function restoreConversation(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<ConversationRow | undefined> {
  const [row] = await db<ConversationRow[]>`
    update conversations set deleted_at = null, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${id} and deleted_at is not null
    returning ${db(columns)}`
  return row && (await opened(db, workspaceId, row))
}

/** Some of those that were deleted so many days ago; other servers take others. */
export async function lockPurgeable(db: Db, days: number, limit: number) {
  return await db<{ workspace_id: string; id: string; user_id: string }[]>`
    select workspace_id, id, user_id from conversations
    where deleted_at < now() - ${days} * interval '1 day'
    order by deleted_at limit ${limit}
    for update skip locked`
}

/** With its messages, their events, tables, versions and rows. */
export async function deleteConversation(db: Db, workspaceId: string, id: string): Promise<void> {
  await db`delete from conversations where workspace_id = ${workspaceId} and id = ${id}`
}
