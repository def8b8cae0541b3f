// Makes a reply that ended early stream again, so that its rest can be written behind what is there.
import { Usage } from '../../shared/contract/stream-events.ts'
import type { Column, TableReceipt } from '../../shared/table/table.ts'
import type { Transaction } from '../platform/database/connect.ts'
import { listTablesOfMessages } from '../tables/list-tables.ts'
import { reopenTable } from '../tables/write-table.ts'
import { findLastEventId, findSoFar, insertEvents, reviveReply } from './reply-store.ts'

/** A table of the reply that is not whole: more rows go behind those it has. */
export type OpenTable = {
  id: string
  version: number
  columns: Column[]
  rowCount: number
  unread: number
  receipt: TableReceipt | null
}

/** `tables` are in the order in which the engine is told of them as unfinished. */
export type Continuation = { lastId: number; tables: OpenTable[]; usage: Usage | null }

type Reply = { workspaceId: string; conversationId: string; messageId: string; owner: string }

/**
 * To be called with the conversation locked and none of its replies streaming, and followed by `generations.start` with
 * the result when the transaction is committed; `owner` is that of the generations. Undefined when the reply has not
 * ended. Stores `message-continue` and opens the tables that are not whole.
 */
export async function reopenReply(tx: Transaction, reply: Reply, leaseMs: number): Promise<Continuation | undefined> {
  const { workspaceId, messageId } = reply
  const lastId = (await findLastEventId(tx, workspaceId, messageId)) + 1
  if (!(await reviveReply(tx, reply, leaseMs, lastId))) return undefined
  const heads = (await listTablesOfMessages(tx, workspaceId, [messageId])).get(messageId) ?? []
  const unfinished = heads.filter(({ receipt }) => receipt?.state !== 'complete')
  for (const { id, version } of unfinished) await reopenTable(tx, { workspaceId, tableId: id, version })
  const table_ids = unfinished.map(({ id }) => id)
  const soFar = await findSoFar(tx, reply)
  const text_length = soFar?.content.length ?? 0
  const event = { type: 'message-continue' as const, message_id: messageId, table_ids, text_length }
  await insertEvents(tx, workspaceId, messageId, [{ id: lastId, event }])
  const usage = Usage.safeParse(soFar?.usage)
  return {
    lastId,
    usage: usage.success ? usage.data : null,
    tables: unfinished.map(({ id, version, columns, row_count, receipt }) => {
      return { id, version, columns, rowCount: row_count, unread: receipt?.cells_unread ?? 0, receipt }
    }),
  }
}
