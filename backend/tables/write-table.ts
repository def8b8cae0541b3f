// Writes a table as it comes: its head, its rows chunk by chunk, its end; and makes the next version of one.
import { countUnread } from '../../shared/table/build-table.ts'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell, Column, EndState, TableReceipt } from '../../shared/table/table.ts'
import { addCounts, type CellCounts, countCells, noCells } from './count-cells.ts'
import {
  copyChunks,
  type Db,
  findTable,
  insertChunks,
  type NewVersion,
  prepareVersion,
  reopenVersion,
  selectChunks,
  selectTablesOfMessages,
  supersedeVersions,
  updateCounts,
  updateReceipts,
  type VersionKey,
} from './store.ts'

/** For several tables at once: they come in the order in which the functions it gives are called, which say the version. */
export const prepareTable = (db: Db, table: NewVersion): Promise<() => Promise<number>> => prepareVersion(db, table)

/** A new table, or the next version of the one with this id; the number of the version. Rows follow. */
export const startTable = async (db: Db, table: NewVersion): Promise<number> => (await prepareVersion(db, table))()

/** Rows that belong to a version of a table, in the order of its columns; `at` is the index of the first. */
export type RowsToAdd = VersionKey & { columns: Column[]; at: number; rows: Cell[][]; evidence: Evidence[][] | null }

/** Each entry is stored as one chunk. */
export async function addRows(db: Db, chunks: RowsToAdd[]): Promise<void> {
  const counted = chunks.map(({ columns, ...chunk }) => ({ ...chunk, unread: countUnread(chunk.rows, columns) }))
  if (counted.length > 0) await insertChunks(db, counted)
}

/** Nothing more comes for these versions, unless they are opened again. */
export async function endTables(db: Db, ends: (VersionKey & { receipt: TableReceipt })[]): Promise<void> {
  if (ends.length > 0) await updateReceipts(db, ends)
}

/** More rows come for a version that has ended. */
export const reopenTable = (db: Db, version: VersionKey): Promise<void> => reopenVersion(db, version)

export type CopyOf = Omit<NewVersion, 'id' | 'conversationId' | 'messageId' | 'title' | 'columns' | 'workspaceId'> &
  Partial<Pick<NewVersion, 'messageId' | 'title' | 'columns'>>

/**
 * The next version of a table, with all rows, counts and the receipt of `from`, and what `changes` says otherwise; the
 * rows are copied inside the database. The number of the new version; undefined when there is no such table.
 */
export async function copyVersion(db: Db, from: VersionKey, changes: CopyOf): Promise<number | undefined> {
  const { workspaceId, tableId } = from
  const before = await findTable(db, workspaceId, tableId, from.version)
  if (!before) return undefined
  const version = await startTable(db, {
    workspaceId,
    id: tableId,
    conversationId: before.conversation_id,
    messageId: changes.messageId ?? before.message_id,
    userId: changes.userId ?? null,
    change: changes.change ?? '',
    title: changes.title ?? before.title,
    columns: changes.columns ?? before.data.columns,
    source: changes.source ?? before.format_metadata.source ?? null,
  })
  await copyChunks(db, from, version)
  const { row_count: rowCount, cells_unread: cellsUnread, receipt } = before
  await updateCounts(db, { workspaceId, tableId, version }, { rowCount, cellsUnread, receipt })
  return version
}

/** The versions that these messages made are as if they had never been; the ones before them count again. */
export async function supersedeTables(db: Db, workspaceId: string, messageIds: string[]): Promise<void> {
  if (messageIds.length > 0) await supersedeVersions(db, workspaceId, messageIds)
}

/** How many rows are held at once while the cells of a table are counted. */
const rowsAtOnce = 5_000

async function countStored(db: Db, key: VersionKey, rowCount: number): Promise<CellCounts> {
  let counts = noCells
  for (let at = 0; at < rowCount; ) {
    const from = at
    for (const chunk of await selectChunks(db, key, from, from + rowsAtOnce)) {
      counts = addCounts(counts, countCells(chunk.rows, chunk.evidence))
      at = Math.max(at, chunk.at + chunk.rows.length)
    }
    if (at === from) break
  }
  return counts
}

/** Ends the tables of a message for which rows were still to come, with what is stored of them. */
export async function endOpenTables(
  db: Db,
  workspaceId: string,
  messageId: string,
  state: EndState,
): Promise<{ ended: { tableId: string; receipt: TableReceipt }[]; rows: number }> {
  const tables = await selectTablesOfMessages(db, workspaceId, [messageId])
  const ended: (VersionKey & { receipt: TableReceipt })[] = []
  for (const { id: tableId, version, receipt: before, row_count, cells_unread, open } of tables) {
    if (!open) continue
    const key = { workspaceId, tableId, version }
    const counts = { rows_extracted: row_count, cells_unread, ...(await countStored(db, key, row_count)) }
    const receipt = { rows_seen: before?.rows_seen ?? null, notes: before?.notes ?? [], state, ...counts }
    ended.push({ ...key, receipt })
  }
  await endTables(db, ended)
  return {
    ended: ended.map(({ tableId, receipt }) => ({ tableId, receipt })),
    rows: tables.reduce((sum, table) => sum + table.row_count, 0),
  }
}
