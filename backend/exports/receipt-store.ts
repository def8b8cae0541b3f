// SQL of the receipts of clients that write by themselves.
import type { StoredReceipt } from '../../shared/contract/export-schemas.ts'
import { textsOf } from '../platform/database/texts.ts'
import type { Db } from './export-store.ts'

export type ReceiptRow = StoredReceipt & { position: number }

/** As it is stored: what was written, and by which template, are texts of people. */
type StoredRow = Omit<ReceiptRow, 'receipt'> & { receipt: ReceiptRow['receipt'] | string }

async function opened(db: Db, workspaceId: string, { template, receipt, ...row }: StoredRow): Promise<ReceiptRow> {
  const { open, openJson } = textsOf(db)
  const name = template === null ? null : await open(template, workspaceId)
  return { ...row, template: name, receipt: await openJson(receipt, workspaceId) }
}

const columns = (db: Db) => db`id, position, spreadsheet_id, conversation_id, template, receipt, created_at`

/** Undefined when there is one of this operation already. */
export async function insertReceipt(
  db: Db,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  { spreadsheet_id, conversation_id, template, receipt }: Omit<StoredReceipt, 'id' | 'created_at'>,
): Promise<ReceiptRow | undefined> {
  const { seal, sealJson } = textsOf(db)
  const name = template === null ? null : await seal(template, workspaceId)
  const sealed = await sealJson(receipt, workspaceId)
  const [row] = await db<StoredRow[]>`
    insert into export_receipts (
      workspace_id, user_id, operation_id, table_id, spreadsheet_id, conversation_id, template, receipt
    )
    values (
      ${workspaceId}, ${userId}, ${receipt.operation_id}, ${receipt.table_id}, ${spreadsheet_id}, ${conversation_id},
      ${name}, ${db.json(sealed)}
    )
    on conflict (workspace_id, operation_id) do nothing
    returning ${columns(db)}`
  return row && (await opened(db, workspaceId, row))
}

export async function findReceipt(db: Db, workspaceId: string, operationId: string): Promise<ReceiptRow | undefined> {
  const [row] = await db<StoredRow[]>`
    select ${columns(db)} from export_receipts
    where workspace_id = ${workspaceId} and operation_id = ${operationId}`
  return row && (await opened(db, workspaceId, row))
}

/** The latest first, before `before`. */
export async function selectReceipts(
  db: Db,
  workspaceId: string,
  { tableId, before, limit }: { tableId: string | null; before: number | null; limit: number },
): Promise<ReceiptRow[]> {
  const rows = await db<StoredRow[]>`
    select ${columns(db)} from export_receipts
    where workspace_id = ${workspaceId}
      ${tableId === null ? db`` : db`and table_id = ${tableId}`}
      ${before === null ? db`` : db`and position < ${before}`}
    order by position desc limit ${limit}`
  return await Promise.all(rows.map((row) => opened(db, workspaceId, row)))
}
