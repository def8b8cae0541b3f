// SQL of changing a table by hand.
import type { Db } from './store.ts'

/** Changes of one table come one after the other until the transaction ends. */
export async function lockTable(db: Db, workspaceId: string, tableId: string): Promise<void> {
  await db`select 1 from tables where workspace_id = ${workspaceId} and id = ${tableId} for update`
}
