// SQL of a reply while it is written: its lease, its events, its end.
import type { ProblemBody } from '../../shared/contract/schemas.ts'
import type { StreamEvent, Usage } from '../../shared/contract/stream-events.ts'
import type { EndState } from '../../shared/table/table.ts'
import { textsOf } from '../platform/database/texts.ts'
import type { Db } from './conversation-store.ts'
import { openEvent, type SealedEvent, sealEvents } from './message-texts.ts'

/**
 * An event as it is stored. Added rows are in the table's chunks, here is only where and how many; those without a version
 * were stored before there were any. Text may be that of many deltas, the last of which has the event's id: `cuts` says
 * where each of them but the last ends.
 */
export type StoredEvent = Exclude<StreamEvent, { type: 'rows-add' | 'text-delta' }> | StoredRows | StoredText
export type StoredRows = { type: 'rows-add'; table_id: string; version?: number; at: number; count: number }
export type StoredText = { type: 'text-delta'; text: string; cuts?: number[] }

export type EventRow = { id: number; event: StoredEvent }

export type ReplyKey = { workspaceId: string; messageId: string }

export type ReplyRow = { workspace_id: string; id: string; conversation_id: string }

/** Where the ids of the next reply or continuation may go before they are stored. */
export const idsAhead = 10_000

/**
 * Those of the replies that are still the owner's to write, locked against everybody who would end them; with `wait`
 * false not those that somebody else has locked.
 */
export async function holdReplies(db: Db, owner: string, replies: ReplyKey[], wait: boolean) {
  const keys = replies.map(({ workspaceId: w, messageId: m }) => ({ w, m }))
  return await db<{ id: string; cancel_requested: boolean }[]>`
    select m.id, m.cancel_requested
    from json_to_recordset(${JSON.stringify(keys)}::text::json) as x (w uuid, m uuid)
    join messages m on m.workspace_id = x.w and m.id = x.m
    where m.state = 'streaming' and m.lease_owner = ${owner}
    for key share of m ${wait ? db`` : db`skip locked`}`
}

/**
 * Of the replies that are the owner's: their conversations are locked, marked as just used, and get the title if they
 * have none. The conversation comes before the reply: whoever locks both does it in this order, or two could wait for
 * each other. The titles by the reply's id; with `wait` false not those that somebody else has locked.
 */
export async function nameConversations(
  db: Db,
  owner: string,
  replies: (ReplyKey & { conversationId: string; title: string })[],
  wait: boolean,
) {
  const texts = textsOf(db)
  const rows = await Promise.all(
    replies.map(async ({ workspaceId: w, messageId: m, conversationId: c, title }) => {
      return { w, m, c, title: await texts.seal(title, w) }
    }),
  )
  const named = await db<{ id: string; title: string; workspace_id: string }[]>`
    with named as (
      select c.workspace_id, c.id, x.m, x.title
      from json_to_recordset(${JSON.stringify(rows)}::text::json) as x (w uuid, m uuid, c uuid, title text)
      join conversations c on c.workspace_id = x.w and c.id = x.c
      where exists (
        select 1 from messages m
        where m.workspace_id = x.w and m.id = x.m and m.state = 'streaming' and m.lease_owner = ${owner}
      )
      order by c.workspace_id, c.id
      for no key update of c ${wait ? db`` : db`skip locked`}
    )
    update conversations c
    set title = case when c.title = '' then named.title else c.title end, updated_at = now()
    from named where c.workspace_id = named.workspace_id and c.id = named.id
    returning named.m as id, c.title, c.workspace_id`
  return await Promise.all(
    named.map(async ({ id, title, workspace_id }) => ({ id, title: await texts.open(title, workspace_id) })),
  )
}

/** Events of many replies in one statement. */
export async function insertAllEvents(db: Db, events: (ReplyKey & EventRow)[]): Promise<void> {
  const sealed = await sealEvents(db, events)
  const rows = sealed.map(({ workspaceId: w, messageId: m, id, event }) => ({ w, m, id, event }))
  await db`
    insert into message_events (workspace_id, message_id, id, event)
    select w, m, id, event
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x (w uuid, m uuid, id integer, event jsonb)`
}

export const insertEvents = (db: Db, workspaceId: string, messageId: string, events: EventRow[]): Promise<void> =>
  insertAllEvents(
    db,
    events.map((row) => ({ workspaceId, messageId, ...row })),
  )

export type ReplyEnd = ReplyKey & { state: EndState; problem: ProblemBody | null; text: string; usage: Usage | null }

/**
 * Ends replies that are held, adding `text` to what they said. One update for each reply: a second one in the same
 * transaction makes PostgreSQL check its foreign key again, which locks the conversation after the reply.
 */
export async function endReplies(db: Db, ends: ReplyEnd[]): Promise<void> {
  const rows = await Promise.all(
    ends.map(async ({ workspaceId: w, messageId: m, state, problem, text, usage }) => {
      const { seal, sealJson } = textsOf(db)
      const sealed = { problem: await sealJson(problem, w), text: await seal(text, w) }
      return { w, m, state, ...sealed, more: usage ? { usage } : {} }
    }),
  )
  await db`
    update messages
    set state = x.state, problem = x.problem, content = content || x.text, metadata = metadata || x.more,
      lease_until = null, updated_at = now()
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as x (w uuid, m uuid, state text, problem jsonb, text text, more jsonb)
    where workspace_id = x.w and messages.id = x.m`
}

/** Ends a reply in the place of the process that died: what it said is what its stored events say. */
export async function endDeadReply(
  db: Db,
  { workspaceId, messageId }: ReplyKey,
  state: EndState,
  problem: ProblemBody,
): Promise<void> {
  const sealed = await textsOf(db).sealJson(problem, workspaceId)
  await db`
    update messages m
    set state = ${state}, problem = ${db.json(sealed)}, lease_until = null, updated_at = now(), content = (
      select coalesce(string_agg(e.event ->> 'text', '' order by e.id), '') from message_events e
      where e.workspace_id = m.workspace_id and e.message_id = m.id and e.event ->> 'type' = 'text-delta'
    )
    where m.workspace_id = ${workspaceId} and m.id = ${messageId}`
}

/**
 * Renews the leases of replies that are the owner's and that nobody has locked just now, with the ids that they may tell
 * before they are stored. What is known of all that are the owner's: whether somebody asked them to stop.
 */
export async function renewLeases(
  db: Db,
  owner: string,
  replies: (ReplyKey & { reservedId: number })[],
  leaseMs: number,
): Promise<{ id: string; cancel_requested: boolean; renewed: boolean }[]> {
  const rows = replies.map(({ workspaceId: w, messageId: m, reservedId: ids }) => ({ w, m, ids }))
  return await db<{ id: string; cancel_requested: boolean; renewed: boolean }[]>`
    with asked as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::text::json) as x (w uuid, m uuid, ids integer)
    ), free as (
      select m.workspace_id, m.id, asked.ids from asked
      join messages m on m.workspace_id = asked.w and m.id = asked.m
      where m.state = 'streaming' and m.lease_owner = ${owner}
      order by m.workspace_id, m.id
      for no key update of m skip locked
    ), renewed as (
      update messages m
      set lease_until = now() + ${leaseMs} * interval '1 millisecond',
        events_reserved = greatest(m.events_reserved, free.ids)
      from free where m.workspace_id = free.workspace_id and m.id = free.id
      returning m.id
    )
    select m.id, m.cancel_requested, renewed.id is not null as renewed from asked
    join messages m on m.workspace_id = asked.w and m.id = asked.m
    left join renewed on renewed.id = m.id
    where m.state = 'streaming' and m.lease_owner = ${owner}`
}

export type Page = ReplyKey & { after: number }

/** The state of replies and their next events after some id, of all in one statement and of one moment. */
export async function selectPages(db: Db, pages: Page[], limit: number) {
  const rows = pages.map(({ workspaceId: w, messageId: m, after }, n) => ({ n, w, m, after }))
  const found = await db<{ n: number; streaming: boolean; id: number | null; event: SealedEvent | null }[]>`
    select x.n, m.state = 'streaming' as streaming, e.id, e.event
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x (n integer, w uuid, m uuid, after integer)
    join messages m on m.workspace_id = x.w and m.id = x.m
    left join lateral (
      select id, event from message_events e
      where e.workspace_id = x.w and e.message_id = x.m and e.id > x.after
      order by e.id limit ${limit}
    ) e on true
    order by x.n, e.id`
  return await Promise.all(
    found.map(async (row) => ({
      ...row,
      event: row.event && (await openEvent(db, pages[row.n]?.workspaceId ?? '', row.event)),
    })),
  )
}

export async function hasEvent(db: Db, { workspaceId, messageId }: ReplyKey, id: number): Promise<boolean> {
  const rows = await db`
    select 1 from message_events where workspace_id = ${workspaceId} and message_id = ${messageId} and id = ${id}`
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

/** Locks a reply if its process has died and nobody has ended it meanwhile; the last id that it may have told. */
export async function lockExpired(db: Db, workspaceId: string, messageId: string): Promise<number | undefined> {
  const [row] = await db<{ events_reserved: number }[]>`
    select events_reserved from messages
    where workspace_id = ${workspaceId} and id = ${messageId} and state = 'streaming' and lease_until < now()
    for update`
  return row?.events_reserved
}

/**
 * Makes a reply that has ended stream again under a new lease, with ids reserved behind `lastId`. False when it has not
 * ended. Throws what PostgreSQL throws when another reply of the conversation streams.
 */
export async function reviveReply(
  db: Db,
  reply: ReplyKey & { owner: string },
  leaseMs: number,
  lastId: number,
): Promise<boolean> {
  const rows = await db`
    update messages
    set state = 'streaming', problem = null, cancel_requested = false, lease_owner = ${reply.owner},
      lease_until = now() + ${leaseMs} * interval '1 millisecond', events_reserved = ${lastId + idsAhead}
    where workspace_id = ${reply.workspaceId} and id = ${reply.messageId} and role = 'assistant'
      and state <> 'streaming' and deleted_at is null
    returning id`
  return rows.length > 0
}

/** What the reply has said and taken so far. */
export async function findSoFar(db: Db, { workspaceId, messageId }: ReplyKey) {
  const [row] = await db<{ content: string; usage: unknown }[]>`
    select content, metadata -> 'usage' as usage from messages
    where workspace_id = ${workspaceId} and id = ${messageId}`
  return row && { ...row, content: await textsOf(db).open(row.content, workspaceId) }
}

/** Marks streaming replies of a conversation, or one of them, to be stopped; their ids. */
export async function requestCancel(db: Db, workspaceId: string, conversationId: string, messageId: string | null) {
  return await db<{ id: string }[]>`
    update messages set cancel_requested = true
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and state = 'streaming'
      ${messageId ? db`and id = ${messageId}` : db``}
    returning id`
}

/** Marks all streaming replies of a person to be stopped; their ids. */
export async function requestCancelOfUser(db: Db, workspaceId: string, userId: string) {
  return await db<{ id: string }[]>`
    update messages set cancel_requested = true
    where workspace_id = ${workspaceId} and user_id = ${userId} and state = 'streaming'
    returning id`
}

/** Sent when the transaction commits, and only then. */
export async function notify(db: Db, channel: string, payload: string): Promise<void> {
  await db`select pg_notify(${channel}, ${payload})`
}
