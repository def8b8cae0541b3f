// SQL of a reply while it is written: its lease, its events, its end.
import type { ProblemBody } from '../../shared/contract/schemas.ts'
import type { StreamEvent, Usage } from '../../shared/contract/stream-events.ts'
import type { EndState } from '../../shared/table/table.ts'
import type { Db } from './conversation-store.ts'

/**
 * An event as it is stored: added rows are in the table's chunks, here is only where and how many. Those without a version
 * were stored before there were any.
 */
export type StoredEvent = Exclude<StreamEvent, { type: 'rows-add' }> | StoredRows
export type StoredRows = { type: 'rows-add'; table_id: string; version?: number; at: number; count: number }

export type EventRow = { id: number; event: StoredEvent }

export type ReplyRow = { workspace_id: string; id: string; conversation_id: string }

type Reply = { workspaceId: string; messageId: string; owner: string }

/**
 * Renews the lease and adds text and what the reply cost. Undefined when the reply is no longer the owner's to write;
 * otherwise whether somebody asked it to stop. One statement for all of it: a second update of a row in one transaction
 * makes PostgreSQL check its foreign key again, which locks the conversation after the reply.
 */
export async function extendReply(db: Db, reply: Reply, leaseMs: number, text: string, usage: Usage | undefined) {
  const [row] = await db<{ cancel_requested: boolean }[]>`
    update messages
    set content = content || ${text}, metadata = metadata || ${db.json(usage ? { usage } : {})},
      lease_until = now() + ${leaseMs} * interval '1 millisecond'
    where workspace_id = ${reply.workspaceId} and id = ${reply.messageId} and state = 'streaming'
      and lease_owner = ${reply.owner}
    returning cancel_requested`
  return row
}

export async function insertEvents(db: Db, workspaceId: string, messageId: string, events: EventRow[]): Promise<void> {
  for (const { id, event } of events) {
    await db`
      insert into message_events (workspace_id, message_id, id, event)
      values (${workspaceId}, ${messageId}, ${id}, ${db.json(event)})`
  }
}

/** To be called with the reply locked, by `extendReply` or `lockExpired`. */
export async function endReply(
  db: Db,
  reply: { workspaceId: string; messageId: string },
  state: EndState,
  problem: ProblemBody | null,
): Promise<void> {
  await db`
    update messages
    set state = ${state}, problem = ${problem ? db.json(problem) : null}, lease_until = null, updated_at = now()
    where workspace_id = ${reply.workspaceId} and id = ${reply.messageId}`
}

export async function selectEvents(
  db: Db,
  workspaceId: string,
  messageId: string,
  after: number,
  limit: number,
): Promise<EventRow[]> {
  return await db<EventRow[]>`
    select id, event from message_events
    where workspace_id = ${workspaceId} and message_id = ${messageId} and id > ${after}
    order by id limit ${limit}`
}

export async function isStreaming(db: Db, workspaceId: string, messageId: string): Promise<boolean> {
  const rows = await db`
    select 1 from messages where workspace_id = ${workspaceId} and id = ${messageId} and state = 'streaming'`
  return rows.length > 0
}

export async function findLastEventId(db: Db, workspaceId: string, messageId: string): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    select coalesce(max(id), 0) as id from message_events
    where workspace_id = ${workspaceId} and message_id = ${messageId}`
  return row.id
}

/** Streaming replies whose process has died, of one conversation or of all. */
export async function selectExpired(db: Db, scope: { workspaceId: string; conversationId: string } | null) {
  return await db<ReplyRow[]>`
    select workspace_id, id, conversation_id from messages
    where state = 'streaming' and lease_until < now()
      ${scope ? db`and workspace_id = ${scope.workspaceId} and conversation_id = ${scope.conversationId}` : db``}
    order by lease_until`
}

/** Locks a reply if its process has died and nobody has ended it meanwhile. */
export async function lockExpired(db: Db, workspaceId: string, messageId: string): Promise<boolean> {
  const rows = await db`
    select 1 from messages
    where workspace_id = ${workspaceId} and id = ${messageId} and state = 'streaming' and lease_until < now()
    for update`
  return rows.length > 0
}

/** Marks streaming replies of a conversation, or one of them, to be stopped; their ids. */
export async function requestCancel(db: Db, workspaceId: string, conversationId: string, messageId: string | null) {
  return await db<{ id: string }[]>`
    update messages set cancel_requested = true
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and state = 'streaming'
      ${messageId ? db`and id = ${messageId}` : db``}
    returning id`
}

/** Sent when the transaction commits, and only then. */
export async function notify(db: Db, channel: string, payload: string): Promise<void> {
  await db`select pg_notify(${channel}, ${payload})`
}
