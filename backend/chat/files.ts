// What can be done with files that are there: list, look up, delete.
import * as z from 'zod'
import { limits } from '../../shared/contract/limits.ts'
import type { PageQuery, StoredFile } from '../../shared/contract/schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import { decodeCursor, toPage } from '../platform/cursor.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import * as store from './file-store.ts'

const missing = () => new Problem('not_found', 'There is no such file. It may have been deleted; upload it again.')

const LatestPlace = z.tuple([z.iso.datetime(), z.uuid()])

/** The latest first. Those whose conversations are all deleted are not there. */
export async function listFiles(sql: Sql, actor: Actor, { cursor, limit = limits.pageItems }: PageQuery) {
  const place = decodeCursor('files', cursor, LatestPlace)
  const before = place && { createdAt: place[0], id: place[1] }
  const rows = await store.selectFilePage(sql, actor.workspaceId, before, limit + 1)
  return toPage('files', rows, limit, (last) => [last.created_at, last.id])
}

/** Throws `Problem('not_found')`, for somebody else's too; so does `deleteFile`. */
export async function getFile(sql: Sql, actor: Actor, id: string): Promise<StoredFile> {
  const [file] = await store.selectFiles(sql, actor.workspaceId, [id])
  if (!file) throw missing()
  return file
}

/** What was read from it stays, but nobody is shown the words around a value any more. */
export async function deleteFile(sql: Sql, actor: Actor, id: string): Promise<void> {
  await sql.begin(async (tx) => {
    if (!(await store.markFileDeleted(tx, actor.workspaceId, id))) throw missing()
    await recordAudit(tx, actor, 'file.delete', { type: 'file', id })
  })
}

/** Its bytes, also of one that was deleted and is not purged yet. */
export async function readFile(sql: Sql, workspaceId: string, id: string): Promise<Buffer | undefined> {
  return (await store.findFileContent(sql, workspaceId, id))?.content
}
