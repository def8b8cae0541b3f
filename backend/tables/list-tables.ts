// Lists tables: those of a conversation, page by page, and those of messages.
import { limits } from '../../shared/contract/limits.ts'
import type { PageQuery, TableHead } from '../../shared/contract/schemas.ts'
import { CountPlace, decodeCursor, toPage } from '../platform/cursor.ts'
import { type Db, selectLatestTables, selectTables, selectTablesOfMessages } from './store.ts'
import { toTableHead } from './table-head.ts'

/** In the order they were made. The caller has checked that the conversation is the actor's. */
export async function listTables(
  db: Db,
  workspaceId: string,
  conversationId: string,
  { cursor, limit = limits.pageItems }: PageQuery,
): Promise<{ items: TableHead[]; next_cursor: string | null }> {
  const [after] = decodeCursor('tables', cursor, CountPlace) ?? [0]
  const rows = await selectTables(db, workspaceId, conversationId, after, limit + 1)
  const page = toPage('tables', rows, limit, (last) => [last.position])
  return { ...page, items: page.items.map(toTableHead) }
}

/** The newest tables of a conversation, the newest first. */
export async function listLatestTables(db: Db, workspaceId: string, conversationId: string, limit: number) {
  return (await selectLatestTables(db, workspaceId, conversationId, limit)).map(toTableHead)
}

/** The tables of each message, by the message's id. */
export async function listTablesOfMessages(db: Db, workspaceId: string, messageIds: string[]) {
  const rows = messageIds.length > 0 ? await selectTablesOfMessages(db, workspaceId, messageIds) : []
  return Map.groupBy(rows.map(toTableHead), (table) => table.message_id)
}
