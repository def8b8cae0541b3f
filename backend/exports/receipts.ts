// Keeps and lists what clients have written by themselves.
import type { ReceiptBody, ReceiptsQuery, StoredReceipt } from '../../shared/contract/export-schemas.ts'
import { limits } from '../../shared/contract/limits.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import { CountPlace, decodeCursor, toPage } from '../platform/cursor.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { findReceipt, insertReceipt, type ReceiptRow, selectReceipts } from './receipt-store.ts'

const show = ({ position: _, ...row }: ReceiptRow): StoredReceipt => row

/** One of an operation that is known already is not kept again: the first is given back. */
export async function saveReceipt(sql: Sql, actor: Actor, body: ReceiptBody): Promise<StoredReceipt> {
  return await sql.begin(async (tx) => {
    const made = await insertReceipt(tx, actor, body)
    if (made) {
      await recordAudit(tx, actor, 'receipt.create', { type: 'receipt', id: made.id })
      return show(made)
    }
    const known = await findReceipt(tx, actor.workspaceId, body.receipt.operation_id)
    if (!known) throw new Error('A receipt that is in the way is not there')
    return show(known)
  })
}

export async function listReceipts(sql: Sql, actor: Actor, query: ReceiptsQuery) {
  const { cursor, limit = limits.pageItems, table_id } = query
  const list = `receipts ${table_id ?? ''}`
  const [before = null] = decodeCursor(list, cursor, CountPlace) ?? []
  const asked = { tableId: table_id ?? null, before, limit: limit + 1 }
  const rows = await selectReceipts(sql, actor.workspaceId, asked)
  const page = toPage(list, rows, limit, ({ position }) => [position])
  return { ...page, items: page.items.map(show) }
}
