// SQL of uploaded files.
import type { StoredFile } from '../../shared/contract/schemas.ts'
import { textsOf } from '../platform/database/texts.ts'
import type { Db } from './conversation-store.ts'

export async function insertFile(
  db: Db,
  file: { workspaceId: string; userId: string; name: string; content: Buffer },
): Promise<StoredFile> {
  const { seal, sealBytes } = textsOf(db)
  const content = await sealBytes(file.content, file.workspaceId)
  const name = await seal(file.name, file.workspaceId)
  const [row] = await db<[StoredFile]>`
    insert into files (workspace_id, user_id, name, size, content)
    values (${file.workspaceId}, ${file.userId}, ${name}, ${file.content.length}, ${content})
    returning id, name, size, created_at`
  return await opened(db, file.workspaceId, row)
}

/** With its name. */
const opened = async <T extends { name: string }>(db: Db, workspaceId: string, row: T): Promise<T> => ({
  ...row,
  name: await textsOf(db).open(row.name, workspaceId),
})

/** Not deleted, and not only of conversations that are. */
const isSeen = (db: Db) => db`
  f.deleted_at is null and coalesce((
    select bool_or(c.deleted_at is null) from message_files r
    join conversations c on c.workspace_id = r.workspace_id and c.id = r.conversation_id
    where r.workspace_id = f.workspace_id and r.file_id = f.id
  ), true)`

export async function selectFiles(db: Db, workspaceId: string, ids: string[]): Promise<StoredFile[]> {
  const rows = await db<StoredFile[]>`
    select f.id, f.name, f.size, f.created_at from files f
    where f.workspace_id = ${workspaceId} and f.id in ${db(ids)} and ${isSeen(db)}`
  return await Promise.all(rows.map((row) => opened(db, workspaceId, row)))
}

/** The latest first; `before` is where the last page ended. */
export async function selectFilePage(
  db: Db,
  workspaceId: string,
  before: { createdAt: string; id: string } | null,
  limit: number,
): Promise<StoredFile[]> {
  const rows = await db<StoredFile[]>`
    select f.id, f.name, f.size, f.created_at from files f
    where f.workspace_id = ${workspaceId} and ${isSeen(db)}
      ${before ? db`and (f.created_at, f.id) < (${before.createdAt}::timestamptz, ${before.id}::uuid)` : db``}
    order by f.created_at desc, f.id desc limit ${limit}`
  return await Promise.all(rows.map((row) => opened(db, workspaceId, row)))
}

export async function selectFileContent(db: Db, workspaceId: string, id: string) {
  const [row] = await db<{ name: string; content: Buffer }[]>`
    select name, content from files where workspace_id = ${workspaceId} and id = ${id} and deleted_at is null`
  if (!row) return undefined
  return { ...(await opened(db, workspaceId, row)), content: await textsOf(db).openBytes(row.content, workspaceId) }
}

/** Of any file that is there, deleted or not. */
export async function findFileContent(db: Db, workspaceId: string, id: string) {
  const [row] = await db<{ name: string; content: Buffer }[]>`
    select name, content from files where workspace_id = ${workspaceId} and id = ${id}`
  if (!row) return undefined
  return { ...(await opened(db, workspaceId, row)), content: await textsOf(db).openBytes(row.content, workspaceId) }
}

export async function markFileDeleted(db: Db, workspaceId: string, id: string): Promise<boolean> {
  const rows = await db`
    update files f set deleted_at = now(), updated_at = now()
    where f.workspace_id = ${workspaceId} and f.id = ${id} and ${isSeen(db)}
    returning f.id`
  return rows.length > 0
}

/**
 * Removes some of the files that were deleted so many days ago, and of those that no message has and that were uploaded
 * more than a day ago; how many.
 */
export async function purgeFiles(db: Db, days: number, limit: number): Promise<number> {
  const rows = await db`
    delete from files where (workspace_id, id) in (
      select f.workspace_id, f.id from files f
      where f.deleted_at < now() - ${days} * interval '1 day'
        or (f.created_at < now() - interval '1 day' and not exists (
          select 1 from message_files r where r.workspace_id = f.workspace_id and r.file_id = f.id
        ))
      limit ${limit} for update skip locked
    ) returning 1`
  return rows.length
}
