// Lists the versions of a table, the newest first: when each was made, by whom, and what changed.
import * as z from 'zod'
import { limits } from '../../shared/contract/limits.ts'
import type { PageQuery } from '../../shared/contract/schemas.ts'
import type { TableVersion } from '../../shared/contract/table-schemas.ts'
import { decodeCursor, toPage } from '../platform/cursor.ts'
import type { Actor } from '../platform/http/actor.ts'
import { getTable } from './get-table.ts'
import { type Db, selectVersions, type TableRow } from './store.ts'

const VersionPlace = z.tuple([z.int().positive()])

const toVersion = (row: TableRow): TableVersion => ({
  version: row.version,
  created_at: row.made_at,
  by: row.user_id === null ? 'reply' : 'person',
  message_id: row.message_id,
  changes: row.change.replace(/\.$/, '') || (row.version === 1 ? 'Made the table' : 'Changed the table'),
  row_count: row.row_count,
})

/** Throws `Problem('not_found')`, for somebody else's table too. */
export async function listVersions(
  db: Db,
  actor: Actor,
  tableId: string,
  { cursor, limit = limits.pageItems }: PageQuery,
): Promise<{ items: TableVersion[]; next_cursor: string | null }> {
  const list = `versions ${tableId}`
  const [before] = decodeCursor(list, cursor, VersionPlace) ?? [null]
  await getTable(db, actor, tableId)
  const rows = await selectVersions(db, actor.workspaceId, tableId, before, limit + 1)
  const page = toPage(list, rows, limit, (last) => [last.version])
  return { ...page, items: page.items.map(toVersion) }
}
