// SQL of messages as they are sent and read.

import { isDeepStrictEqual } from 'node:util'
import type { Attachment, MessageState, ProblemBody, Usage } from '../../shared/contract/schemas.ts'
import { textsOf } from '../platform/database/texts.ts'
import type { Db } from './conversation-store.ts'
import { openInputs, sealInputs } from './message-texts.ts'
import type { StoredEvent } from './reply-store.ts'

/** What people see of an attachment. */
export type AttachmentLabel = { kind: 'file' | 'range'; label: string; detail: string }

/** What the reply is made from, beside the text. */
export type MessageInputs = {
  attachments?: Attachment[] | undefined
  template?: string | undefined
  locale?: string | undefined
  /** As JSON text: the database would put the fields of a schema into another order. */
  response_format?: string | undefined
  /** As stored on a server with a key for texts: attachments with ranges as sealed JSON, in the place of `attachments`. */
  sealed_attachments?: string
}

/** What a message said before it was edited. */
export type MessageVersion = {
  content: string
  inputs: MessageInputs
  attachments: AttachmentLabel[]
  replaced_at: string
}

export type MessageRow = {
  id: string
  conversation_id: string
  position: number
  role: 'user' | 'assistant'
  content: string
  state: MessageState
  attachments: AttachmentLabel[]
  problem: ProblemBody | null
  usage: Usage | null
  response_format: string | null
  created_at: string
  updated_at: string
}

const columns = (db: Db) => db`
  id, conversation_id, position, role, content, state, attachments, problem, metadata->'usage' as usage,
  inputs->>'response_format' as response_format, created_at, updated_at`

/** A message with its place; what a reply is made from. */
export type StoredMessage = { id: string; content: string; inputs: MessageInputs; position: number }

export type NewReply = {
  workspaceId: string
  conversationId: string
  userId: string
  messageId: string
  userMessageId: string
  model: string | null
  owner: string
  leaseMs: number
}

/** As it is stored: what it says, names of files that came with it, and what went wrong are texts of people. */
type StoredRow = Omit<MessageRow, 'attachments' | 'problem'> & {
  attachments: AttachmentLabel[] | string
  problem: ProblemBody | string | null
}

async function openRows(db: Db, workspaceId: string, rows: StoredRow[]): Promise<MessageRow[]> {
  const { open, openJson } = textsOf(db)
  return await Promise.all(
    rows.map(async ({ content, attachments, problem, response_format: format, ...row }) => ({
      ...row,
      content: await open(content, workspaceId),
      attachments: await openJson(attachments, workspaceId),
      problem: await openJson(problem, workspaceId),
      response_format: format === null ? null : await open(format, workspaceId),
    })),
  )
}

/** With what it says and brings. */
const openSent = async <T extends { content: string; inputs: MessageInputs }>(db: Db, workspaceId: string, row: T) => ({
  ...row,
  content: await textsOf(db).open(row.content, workspaceId),
  inputs: await openInputs(db, workspaceId, row.inputs),
})

/** The rows with which a reply begins, for the message in `sent`: the reply and its first event. */
const beginning = (db: Db, reply: NewReply) => {
  const ids = {
    conversation_id: reply.conversationId,
    message_id: reply.messageId,
    user_message_id: reply.userMessageId,
  }
  const start: StoredEvent = { type: 'message-start', ...ids, model: reply.model }
  return db`
    reply as (
      insert into messages
        (workspace_id, id, conversation_id, user_id, role, state, reply_to, lease_owner, lease_until)
      select ${reply.workspaceId}::uuid, ${reply.messageId}::uuid, ${reply.conversationId}::uuid, ${reply.userId}::uuid,
        'assistant', 'streaming', sent.id, ${reply.owner}::uuid, now() + ${reply.leaseMs} * interval '1 millisecond'
      from sent
      returning id
    ), start as (
      insert into message_events (workspace_id, message_id, id, event)
      select ${reply.workspaceId}::uuid, reply.id, 1, ${db.json(start)}::jsonb from reply
    ), touched as (
      update conversations set updated_at = now()
      where workspace_id = ${reply.workspaceId} and id = ${reply.conversationId} and exists (select 1 from reply)
    )`
}

const filesOf = ({ attachments = [] }: MessageInputs): string[] =>
  attachments.flatMap((attachment) => (attachment.kind === 'file' ? [attachment.file_id] : []))

/** Says which files the message in `sent` has; nothing for one without. */
const attach = (db: Db, { workspaceId, conversationId }: NewReply, inputs: MessageInputs) => {
  const ids = filesOf(inputs)
  if (ids.length === 0) return db``
  return db`
    attached as (
      insert into message_files (workspace_id, message_id, file_id, conversation_id)
      select distinct ${workspaceId}::uuid, sent.id, file_id::uuid, ${conversationId}::uuid
      from sent, unnest(${ids}::text[]) as file_id
    ),`
}

/**
 * Stores a message with the beginning of its reply, in one statement: all of it or nothing. The message's position;
 * undefined when there is no such conversation. Throws what `takenBy` tells apart.
 */
export async function insertSent(
  db: Db,
  reply: NewReply,
  message: {
    content: string
    attachments: AttachmentLabel[]
    inputs: MessageInputs
    idempotencyKey: string | null
  },
): Promise<number | undefined> {
  const { workspaceId } = reply
  const content = await textsOf(db).seal(message.content, workspaceId)
  const attachments = await textsOf(db).sealJson(message.attachments, workspaceId)
  const inputs = await sealInputs(db, workspaceId, message.inputs)
  const [row] = await db<{ position: number }[]>`
    with talk as materialized (
      select id from conversations
      where workspace_id = ${reply.workspaceId} and id = ${reply.conversationId} and deleted_at is null
      for update
    ), sent as (
      insert into messages
        (workspace_id, id, conversation_id, user_id, role, content, attachments, inputs, idempotency_key)
      select ${reply.workspaceId}::uuid, ${reply.userMessageId}::uuid, talk.id, ${reply.userId}::uuid, 'user',
        ${content}::text, ${db.json(attachments)}::jsonb, ${db.json(inputs)}::jsonb,
        ${message.idempotencyKey}::text
      from talk
      returning id, position
    ), ${attach(db, reply, message.inputs)}
    ${beginning(db, reply)}
    select position from sent`
  return row?.position
}

/** The beginning of another reply to a message that is there. */
export async function insertReply(db: Db, reply: NewReply): Promise<void> {
  await db`
    with sent as (
      select id from messages where workspace_id = ${reply.workspaceId} and id = ${reply.userMessageId}
    ), ${beginning(db, reply)}
    select 1`
}

/** Why a message could not be stored: the conversation has a reply under way, or its key was used before. */
export function takenBy(error: unknown): 'reply' | 'key' | null {
  const { code, constraint_name: name } = (error ?? {}) as { code?: string; constraint_name?: string }
  if (code !== '23505') return null
  if (name === 'messages_one_reply_at_a_time') return 'reply'
  return name === 'messages_sent_once' ? 'key' : null
}

/** In order, after `position`. */
export async function selectMessages(
  db: Db,
  workspaceId: string,
  conversationId: string,
  after: number,
  limit: number,
): Promise<MessageRow[]> {
  const rows = await db<StoredRow[]>`
    select ${columns(db)} from messages
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and deleted_at is null
      and superseded_at is null and position > ${after}
    order by position limit ${limit}`
  return await openRows(db, workspaceId, rows)
}

/** The last messages before `position`, or of all when it is null, the oldest first. */
export async function selectHistory(
  db: Db,
  workspaceId: string,
  conversationId: string,
  before: number | null,
  limit: number,
): Promise<MessageRow[]> {
  const rows = await db<StoredRow[]>`
    select ${columns(db)} from messages
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and deleted_at is null
      and superseded_at is null ${before === null ? db`` : db`and position < ${before}`}
    order by position desc limit ${limit}`
  return await openRows(db, workspaceId, rows.reverse())
}

export async function findMessage(
  db: Db,
  workspaceId: string,
  conversationId: string,
  id: string,
): Promise<MessageRow | undefined> {
  const [row] = await db<StoredRow[]>`
    select ${columns(db)} from messages
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and id = ${id} and deleted_at is null
      and superseded_at is null`
  return row && (await openRows(db, workspaceId, [row]))[0]
}

/** The message that a reply answers, with the reply. */
export async function findAnswered(db: Db, workspaceId: string, conversationId: string, replyId: string) {
  const [row] = await db<(StoredMessage & { reply_position: number; reply_state: MessageState })[]>`
    select sent.id, sent.content, sent.inputs, sent.position, reply.position as reply_position,
      reply.state as reply_state
    from messages reply
    join messages sent on sent.workspace_id = reply.workspace_id and sent.id = reply.reply_to
    where reply.workspace_id = ${workspaceId} and reply.conversation_id = ${conversationId} and reply.id = ${replyId}
      and reply.role = 'assistant' and reply.deleted_at is null and reply.superseded_at is null`
  return row && (await openSent(db, workspaceId, row))
}

/** A message that a person sent. */
export async function findSent(db: Db, workspaceId: string, conversationId: string, id: string) {
  const [row] = await db<(StoredMessage & { attachments: AttachmentLabel[] | string; updated_at: string })[]>`
    select id, content, inputs, position, attachments, updated_at from messages
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and id = ${id}
      and role = 'user' and deleted_at is null and superseded_at is null`
  if (!row) return undefined
  const attachments = await textsOf(db).openJson(row.attachments, workspaceId)
  return { ...(await openSent(db, workspaceId, row)), attachments }
}

/** Whether a reply of the conversation is under way, and which message is its last. */
export async function findLatest(db: Db, workspaceId: string, conversationId: string) {
  const [row] = await db<[{ streaming: boolean; last_position: number }]>`
    select coalesce(bool_or(state = 'streaming'), false) as streaming, coalesce(max(position), 0)::bigint as last_position
    from messages
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and deleted_at is null
      and superseded_at is null`
  return row
}

/** What comes after `position` is kept, and is not listed any more; the ids. */
export async function supersedeAfter(db: Db, workspaceId: string, conversationId: string, position: number) {
  const rows = await db<{ id: string }[]>`
    update messages set superseded_at = now()
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and position > ${position}
      and superseded_at is null
    returning id`
  return rows.map(({ id }) => id)
}

/** The message says something else from now on; what it said is kept as a version of it. */
export async function updateSent(
  db: Db,
  workspaceId: string,
  id: string,
  now: { content: string; attachments: AttachmentLabel[]; inputs: MessageInputs },
): Promise<void> {
  const inputsNow = await sealInputs(db, workspaceId, now.inputs)
  const attachments = await textsOf(db).sealJson(now.attachments, workspaceId)
  await db`
    update messages
    set content = ${await textsOf(db).seal(now.content, workspaceId)}, attachments = ${db.json(attachments)},
      inputs = ${db.json(inputsNow)},
      updated_at = now(),
      metadata = jsonb_set(metadata, '{versions}', coalesce(metadata->'versions', '[]') || jsonb_build_object(
        'content', content, 'attachments', attachments, 'inputs', inputs,
        'replaced_at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      ))
    where workspace_id = ${workspaceId} and id = ${id}`
  const files = filesOf(now.inputs)
  if (files.length > 0)
    await db`
      insert into message_files (workspace_id, message_id, file_id, conversation_id)
      select distinct m.workspace_id, m.id, file_id::uuid, m.conversation_id
      from messages m, unnest(${files}::text[]) as file_id
      where m.workspace_id = ${workspaceId} and m.id = ${id}
      on conflict do nothing`
}

/** The reply that now answers the message that was sent with this key, if one was; `same` when it was the same message. */
export async function findReplyByKey(
  db: Db,
  workspaceId: string,
  conversationId: string,
  message: { key: string; content: string; inputs: MessageInputs },
) {
  const [row] = await db<{ user_message_id: string; message_id: string; content: string; inputs: MessageInputs }[]>`
    select sent.id as user_message_id, reply.id as message_id, sent.content, sent.inputs
    from messages sent
    join messages reply on reply.workspace_id = sent.workspace_id and reply.conversation_id = sent.conversation_id
      and reply.reply_to = sent.id
    where sent.workspace_id = ${workspaceId} and sent.conversation_id = ${conversationId}
      and sent.idempotency_key = ${message.key}
    order by reply.superseded_at is null desc, reply.position desc limit 1`
  if (!row) return undefined
  const { content, inputs, ...ids } = await openSent(db, workspaceId, row)
  const asked: unknown = JSON.parse(JSON.stringify(message.inputs))
  return { ...ids, same: content === message.content && isDeepStrictEqual(inputs, asked) }
}
