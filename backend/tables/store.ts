// SQL of tables and their rows.
import type { Cell, Column, TableReceipt } from '../../shared/table/table.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'

export type Db = Sql | Transaction

/** A table as it is stored; `data` holds its columns. */
export type TableRow = {
  id: string
  conversation_id: string
  message_id: string
  position: number
  title: string
  data: { columns: Column[] }
  row_count: number
  cells_unread: number
  receipt: TableReceipt | null
  created_at: string
  updated_at: string
}

/** A chunk of rows; `at` is the index of its first row. */
export type RowChunk = { at: number; rows: Cell[][] }

const columns = [
  ...['id', 'conversation_id', 'message_id', 'position', 'title', 'data', 'row_count', 'cells_unread'],
  ...['receipt', 'created_at', 'updated_at'],
]

export type NewTable = {
  workspaceId: string
  id: string
  conversationId: string
  messageId: string
  title: string
  columns: Column[]
}

export async function insertTable(db: Db, table: NewTable): Promise<void> {
  await db`
    insert into tables (workspace_id, id, conversation_id, message_id, title, data)
    values (${table.workspaceId}, ${table.id}, ${table.conversationId}, ${table.messageId}, ${table.title},
      ${db.json({ columns: table.columns })})`
}

export async function insertRows(db: Db, workspaceId: string, tableId: string, chunk: RowChunk, unread: number) {
  await db`
    with chunk as (
      insert into table_rows (workspace_id, table_id, at, count, rows)
      values (${workspaceId}, ${tableId}, ${chunk.at}, ${chunk.rows.length}, ${db.json(chunk.rows)})
    )
    update tables set row_count = row_count + ${chunk.rows.length}, cells_unread = cells_unread + ${unread}
    where workspace_id = ${workspaceId} and id = ${tableId}`
}

export async function updateReceipt(
  db: Db,
  workspaceId: string,
  tableId: string,
  receipt: TableReceipt,
): Promise<void> {
  await db`
    update tables set receipt = ${db.json(receipt)}, updated_at = now()
    where workspace_id = ${workspaceId} and id = ${tableId}`
}

export async function findTable(db: Db, workspaceId: string, tableId: string): Promise<TableRow | undefined> {
  const [row] = await db<TableRow[]>`
    select ${db(columns)} from tables
    where workspace_id = ${workspaceId} and id = ${tableId} and deleted_at is null
      and exists (
        select 1 from conversations
        where workspace_id = ${workspaceId} and conversations.id = conversation_id and conversations.deleted_at is null
      )`
  return row
}

/** In the order they were made, after `position`. */
export async function selectTables(
  db: Db,
  workspaceId: string,
  conversationId: string,
  after: number,
  limit: number,
): Promise<TableRow[]> {
  return await db<TableRow[]>`
    select ${db(columns)} from tables
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and deleted_at is null
      and position > ${after}
    order by position limit ${limit}`
}

/** The newest first. */
export async function selectLatestTables(db: Db, workspaceId: string, conversationId: string, limit: number) {
  return await db<TableRow[]>`
    select ${db(columns)} from tables
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and deleted_at is null
    order by position desc limit ${limit}`
}

export async function selectTablesOfMessages(db: Db, workspaceId: string, messageIds: string[]): Promise<TableRow[]> {
  return await db<TableRow[]>`
    select ${db(columns)} from tables
    where workspace_id = ${workspaceId} and message_id in ${db(messageIds)} and deleted_at is null
    order by position`
}

/** Chunks that hold rows from index `from` up to, not including, `to`. */
export async function selectChunks(db: Db, workspaceId: string, tableId: string, from: number, to: number) {
  return await db<RowChunk[]>`
    select at, rows from table_rows
    where workspace_id = ${workspaceId} and table_id = ${tableId} and at < ${to}
      and at >= coalesce((
        select max(at) from table_rows
        where workspace_id = ${workspaceId} and table_id = ${tableId} and at <= ${from}
      ), 0)
    order by at`
}
