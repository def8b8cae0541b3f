// Writes a table as it comes: its head, its rows chunk by chunk, its end.
import { countUnread } from '../../shared/table/build-table.ts'
import type { Cell, Column, EndState, TableReceipt } from '../../shared/table/table.ts'
import { type Db, insertRows, insertTable, type NewTable, selectTablesOfMessages, updateReceipt } from './store.ts'

export const startTable = (db: Db, table: NewTable): Promise<void> => insertTable(db, table)

/** `at` is the index of the first of `rows`, which are whole and have one cell for each column. */
export async function addRows(
  db: Db,
  table: { workspaceId: string; id: string; columns: Column[] },
  at: number,
  rows: Cell[][],
): Promise<void> {
  await insertRows(db, table.workspaceId, table.id, { at, rows }, countUnread(rows, table.columns))
}

export const endTable = (db: Db, workspaceId: string, tableId: string, receipt: TableReceipt): Promise<void> =>
  updateReceipt(db, workspaceId, tableId, receipt)

/** Ends the tables of a message that have no receipt yet, with what is stored of them. */
export async function endOpenTables(
  db: Db,
  workspaceId: string,
  messageId: string,
  state: EndState,
): Promise<{ ended: { tableId: string; receipt: TableReceipt }[]; rows: number }> {
  const tables = await selectTablesOfMessages(db, workspaceId, [messageId])
  const ended: { tableId: string; receipt: TableReceipt }[] = []
  for (const table of tables) {
    if (table.receipt) continue
    const counts = { rows_seen: null, rows_extracted: table.row_count, cells_unread: table.cells_unread }
    const receipt = { state, ...counts, notes: [] }
    await updateReceipt(db, workspaceId, table.id, receipt)
    ended.push({ tableId: table.id, receipt })
  }
  return { ended, rows: tables.reduce((sum, table) => sum + table.row_count, 0) }
}
