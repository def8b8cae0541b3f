// Reads messages with their tables, and stops replies.
import { limits } from '../../shared/contract/limits.ts'
import { ResponseFormat } from '../../shared/contract/output-schemas.ts'
import type { Message, PageQuery } from '../../shared/contract/schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import { CountPlace, decodeCursor, toPage } from '../platform/cursor.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { listTablesOfMessages } from '../tables/list-tables.ts'
import { getConversation } from './conversations.ts'
import { awaitEnd, type FollowParts, type ReplyAddress } from './follow-reply.ts'
import { interruptExpired } from './interrupt-expired.ts'
import { findMessage, type MessageRow, selectMessages } from './message-store.ts'
import { notify, requestCancel } from './reply-store.ts'
import { cancelChannel } from './signals.ts'

async function toMessages(sql: Sql, workspaceId: string, rows: MessageRow[]): Promise<Message[]> {
  const replies = rows.filter((row) => row.role === 'assistant').map((row) => row.id)
  const tables = await listTablesOfMessages(sql, workspaceId, replies)
  return rows.map(({ position: _, response_format: format, ...row }) => ({
    ...row,
    tables: tables.get(row.id) ?? [],
    response_format: format === null ? null : ResponseFormat.parse(JSON.parse(format)),
  }))
}

/** The oldest first. Throws `Problem('not_found')`, for somebody else's conversation too; so do all below. */
export async function listMessages(
  sql: Sql,
  actor: Actor,
  conversationId: string,
  { cursor, limit = limits.pageItems }: PageQuery,
): Promise<{ items: Message[]; next_cursor: string | null }> {
  const { workspaceId } = actor
  const [after] = decodeCursor('messages', cursor, CountPlace) ?? [0]
  await getConversation(sql, actor, conversationId)
  await interruptExpired(sql, { workspaceId, conversationId })
  const rows = await selectMessages(sql, workspaceId, conversationId, after, limit + 1)
  const page = toPage('messages', rows, limit, (last) => [last.position])
  return { ...page, items: await toMessages(sql, workspaceId, page.items) }
}

export async function getMessage(sql: Sql, actor: Actor, conversationId: string, messageId: string): Promise<Message> {
  await getConversation(sql, actor, conversationId)
  const row = await findMessage(sql, actor.workspaceId, conversationId, messageId)
  const [message] = row ? await toMessages(sql, actor.workspaceId, [row]) : []
  if (!message) throw new Problem('not_found', 'There is no such message in this conversation.')
  return message
}

/** The address of a reply, checked to be the actor's. */
export async function findReply(
  sql: Sql,
  actor: Actor,
  conversationId: string,
  messageId: string,
): Promise<ReplyAddress> {
  const message = await getMessage(sql, actor, conversationId, messageId)
  if (message.role !== 'assistant') throw new Problem('not_found', 'Only replies have events; this message was sent.')
  return { workspaceId: actor.workspaceId, conversationId, messageId }
}

/** How long a stop may take before the reply is returned as it is. */
const stopMs = 10_000

/** Asks whichever server makes the reply to stop it, and waits for that. A reply that has ended is returned as it is. */
export async function cancelMessage(
  parts: FollowParts & { sql: Sql },
  actor: Actor,
  conversationId: string,
  messageId: string,
): Promise<Message> {
  const { sql } = parts
  const message = await getMessage(sql, actor, conversationId, messageId)
  if (message.state !== 'streaming') return message
  await sql.begin(async (tx) => {
    const asked = await requestCancel(tx, actor.workspaceId, conversationId, messageId)
    for (const reply of asked) await notify(tx, cancelChannel, reply.id)
    await recordAudit(tx, actor, 'message.cancel', { type: 'message', id: messageId })
  })
  const address = { workspaceId: actor.workspaceId, conversationId, messageId }
  await awaitEnd(parts, address, AbortSignal.timeout(stopMs))
  return await getMessage(sql, actor, conversationId, messageId)
}
