// SQL of the receipts of clients that write by themselves.
import type { StoredReceipt } from '../../shared/contract/export-schemas.ts'
import type { Db } from './export-store.ts'

export type ReceiptRow = StoredReceipt & { position: number }

const columns = (db: Db) => db`id, position, spreadsheet_id, conversation_id, template, receipt, created_at`

/** Undefined when there is one of this operation already. */
export async function insertReceipt(
  db: Db,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  { spreadsheet_id, conversation_id, template, receipt }: Omit<StoredReceipt, 'id' | 'created_at'>,
): Promise<ReceiptRow | undefined> {
  const [row] = await db<ReceiptRow[]>`
    insert into export_receipts (
      workspace_id, user_id, operation_id, table_id, spreadsheet_id, conversation_id, template, receipt
    )
    values (
      ${workspaceId}, ${userId}, ${receipt.operation_id}, ${receipt.table_id}, ${spreadsheet_id}, ${conversation_id},
      ${template}, ${db.json(receipt)}
    )
    on conflict (workspace_id, operation_id) do nothing
    returning ${columns(db)}`
  return row
}

export async function findReceipt(db: Db, workspaceId: string, operationId: string): Promise<ReceiptRow | undefined> {
  const [row] = await db<ReceiptRow[]>`
    select ${columns(db)} from export_receipts
    where workspace_id = ${workspaceId} and operation_id = ${operationId}`
  return row
}

/** The latest first, before `before`. */
export async function selectReceipts(
  db: Db,
  workspaceId: string,
  { tableId, before, limit }: { tableId: string | null; before: number | null; limit: number },
): Promise<ReceiptRow[]> {
  return await db<ReceiptRow[]>`
    select ${columns(db)} from export_receipts
    where workspace_id = ${workspaceId}
      ${tableId === null ? db`` : db`and table_id = ${tableId}`}
      ${before === null ? db`` : db`and position < ${before}`}
    order by position desc limit ${limit}`
}
