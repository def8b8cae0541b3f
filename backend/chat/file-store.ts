// SQL of uploaded files.
import type { StoredFile } from '../../shared/contract/schemas.ts'
import type { Db } from './conversation-store.ts'

export async function insertFile(
  db: Db,
  file: { workspaceId: string; userId: string; name: string; content: Buffer },
): Promise<StoredFile> {
  const [row] = await db<[StoredFile]>`
    insert into files (workspace_id, user_id, name, size, content)
    values (${file.workspaceId}, ${file.userId}, ${file.name}, ${file.content.length}, ${file.content})
    returning id, name, size, created_at`
  return row
}

export async function selectFiles(db: Db, workspaceId: string, ids: string[]): Promise<StoredFile[]> {
  return await db<StoredFile[]>`
    select id, name, size, created_at from files
    where workspace_id = ${workspaceId} and id in ${db(ids)} and deleted_at is null`
}

export async function selectFileContent(db: Db, workspaceId: string, id: string) {
  const [row] = await db<{ name: string; content: Buffer }[]>`
    select name, content from files where workspace_id = ${workspaceId} and id = ${id} and deleted_at is null`
  return row
}
