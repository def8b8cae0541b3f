// SQL of a reply while it is written: its lease, its events, its end.
import type { ProblemBody } from '../../shared/contract/schemas.ts'
import type { StreamEvent, Usage } from '../../shared/contract/stream-events.ts'
import type { EndState } from '../../shared/table/table.ts'
import type { Db } from './conversation-store.ts'

/** An event as it is stored: added rows are in the table's chunks, here is only how many. */
export type StoredEvent = Exclude<StreamEvent, { type: 'rows-add' }> | StoredRows
export type StoredRows = { type: 'rows-add'; table_id: string; at: number; count: number }

export type EventRow = { id: number; event: StoredEvent }

export type ReplyRow = { workspace_id: string; id: string; conversation_id: string }

type Reply = { workspaceId: string; messageId: string; owner: string }

/**
 * Renews the lease and adds text. Undefined when the reply is no longer the owner's to write; otherwise whether
 * somebody asked it to stop.
 */
export async function extendReply(db: Db, reply: Reply, leaseMs: number, text: string) {
  const [row] = await db<{ cancel_requested: boolean }[]>`
    update messages
    set content = content || ${text}, lease_until = now() + ${leaseMs} * interval '1 millisecond'
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

/** Undefined `owner`: whoever writes it. False when it has ended already or belongs to another. */
export async function endReply(
  db: Db,
  reply: { workspaceId: string; messageId: string; owner?: string },
  state: EndState,
  problem: ProblemBody | null,
): Promise<boolean> {
  const rows = await db`
    update messages
    set state = ${state}, problem = ${problem ? db.json(problem) : null}, lease_until = null, updated_at = now()
    where workspace_id = ${reply.workspaceId} and id = ${reply.messageId} and state = 'streaming'
      ${reply.owner ? db`and lease_owner = ${reply.owner}` : db``}
    returning id`
  return rows.length > 0
}

/** What the reply cost, kept with it. */
export async function updateUsage(db: Db, workspaceId: string, messageId: string, usage: Usage): Promise<void> {
  await db`
    update messages set metadata = metadata || ${db.json({ usage })}
    where workspace_id = ${workspaceId} and id = ${messageId}`
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

export async function findLastEventId(db: Db, workspaceId: string, messageId: string): Promise<number> {
  const [row] = await db<[{ id: number }]>`
    select coalesce(max(id), 0) as id from message_events
    where workspace_id = ${workspaceId} and message_id = ${messageId}`
  return row.id
}

/** Locks streaming replies whose process has died, of one conversation or of all. */
export async function lockExpired(db: Db, scope: { workspaceId: string; conversationId: string } | null) {
  return await db<ReplyRow[]>`
    select workspace_id, id, conversation_id from messages
    where state = 'streaming' and lease_until < now()
      ${scope ? db`and workspace_id = ${scope.workspaceId} and conversation_id = ${scope.conversationId}` : db``}
    order by lease_until limit 100
    for update skip locked`
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
