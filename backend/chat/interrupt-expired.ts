// Gives an honest end to replies whose process died: their lease ran out, their whole rows are kept.
import type { Sql, Transaction } from '../platform/database/connect.ts'
import { problemBody } from '../platform/problem.ts'
import { endOpenTables } from '../tables/write-table.ts'
import { lockConversation, nameConversation } from './conversation-store.ts'
import { interruption } from './generate-reply.ts'
import * as store from './reply-store.ts'
import { newsChannel } from './signals.ts'

async function interrupt(tx: Transaction, reply: store.ReplyRow): Promise<void> {
  const { workspace_id: workspaceId, id: messageId, conversation_id: conversationId } = reply
  // The conversation first: whoever locks both does it in this order, or two could wait for each other.
  await lockConversation(tx, workspaceId, conversationId)
  const reserved = await store.lockExpired(tx, workspaceId, messageId)
  if (reserved === undefined) return
  const { ended, rows } = await endOpenTables(tx, workspaceId, messageId, 'interrupted')
  const problem = problemBody(interruption(rows))
  await store.endDeadReply(tx, { workspaceId, messageId }, 'interrupted', problem)
  const title = await nameConversation(tx, workspaceId, conversationId, 'Conversation')
  const events: store.StoredEvent[] = [
    ...ended.map(({ tableId, receipt }) => ({ type: 'table-end' as const, table_id: tableId, receipt })),
    { type: 'problem', problem },
    { type: 'message-end', state: 'interrupted', title },
  ]
  // Behind everything that the process may have told without having stored it.
  const last = Math.max(reserved, await store.findLastEventId(tx, workspaceId, messageId))
  const rowsOfEvents = events.map((event, index) => ({ id: last + index + 1, event }))
  await store.insertEvents(tx, workspaceId, messageId, rowsOfEvents)
  await store.notify(tx, newsChannel, messageId)
}

/** Of one conversation, or of all; several servers may do it at once. */
export async function interruptExpired(
  sql: Sql,
  scope: { workspaceId: string; conversationId: string } | null,
): Promise<void> {
  for (const reply of await store.selectExpired(sql, scope)) await sql.begin((tx) => interrupt(tx, reply))
}
