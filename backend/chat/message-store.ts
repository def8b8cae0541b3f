// SQL of messages as they are sent and read.
import type { Attachment, MessageState, ProblemBody } from '../../shared/contract/schemas.ts'
import type { Db } from './conversation-store.ts'

/** What people see of an attachment. */
export type AttachmentLabel = { kind: 'file' | 'range'; label: string; detail: string }

/** What the reply is made from, beside the text. */
export type MessageInputs = {
  attachments?: Attachment[] | undefined
  template?: string | undefined
  locale?: string | undefined
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
  created_at: string
  updated_at: string
}

const columns = [
  ...['id', 'conversation_id', 'position', 'role', 'content', 'state', 'attachments', 'problem'],
  ...['created_at', 'updated_at'],
]

export async function insertUserMessage(
  db: Db,
  message: {
    workspaceId: string
    conversationId: string
    content: string
    attachments: AttachmentLabel[]
    inputs: MessageInputs
    idempotencyKey: string | null
  },
): Promise<string> {
  const [row] = await db<[{ id: string }]>`
    insert into messages (workspace_id, conversation_id, role, content, attachments, inputs, idempotency_key)
    values (${message.workspaceId}, ${message.conversationId}, 'user', ${message.content},
      ${db.json(message.attachments)}, ${db.json(message.inputs)}, ${message.idempotencyKey})
    returning id`
  return row.id
}

/** Null when another reply of the conversation is still streaming. */
export async function insertReply(
  db: Db,
  reply: { workspaceId: string; conversationId: string; replyTo: string; owner: string; leaseMs: number },
): Promise<string | null> {
  const [row] = await db<{ id: string }[]>`
    insert into messages (workspace_id, conversation_id, role, state, reply_to, lease_owner, lease_until)
    values (${reply.workspaceId}, ${reply.conversationId}, 'assistant', 'streaming', ${reply.replyTo}, ${reply.owner},
      now() + ${reply.leaseMs} * interval '1 millisecond')
    on conflict (workspace_id, conversation_id) where state = 'streaming' do nothing
    returning id`
  return row?.id ?? null
}

/** In order, after `position`. */
export async function selectMessages(
  db: Db,
  workspaceId: string,
  conversationId: string,
  after: number,
  limit: number,
): Promise<MessageRow[]> {
  return await db<MessageRow[]>`
    select ${db(columns)} from messages
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and deleted_at is null
      and superseded_at is null and position > ${after}
    order by position limit ${limit}`
}

/** The last messages before `position`, the oldest first. */
export async function selectHistory(
  db: Db,
  workspaceId: string,
  conversationId: string,
  before: number,
  limit: number,
): Promise<MessageRow[]> {
  const rows = await db<MessageRow[]>`
    select ${db(columns)} from messages
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and deleted_at is null
      and superseded_at is null and position < ${before}
    order by position desc limit ${limit}`
  return rows.reverse()
}

export async function findMessage(
  db: Db,
  workspaceId: string,
  conversationId: string,
  id: string,
): Promise<MessageRow | undefined> {
  const [row] = await db<MessageRow[]>`
    select ${db(columns)} from messages
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and id = ${id} and deleted_at is null
      and superseded_at is null`
  return row
}

export async function findInputs(db: Db, workspaceId: string, id: string): Promise<MessageInputs> {
  const [row] = await db<{ inputs: MessageInputs }[]>`
    select inputs from messages where workspace_id = ${workspaceId} and id = ${id}`
  return row?.inputs ?? {}
}

/** The reply to the message that was sent with this key, if one was; `same` when it was the same message. */
export async function findReplyByKey(
  db: Db,
  workspaceId: string,
  conversationId: string,
  message: { key: string; content: string; inputs: MessageInputs },
) {
  const [row] = await db<{ user_message_id: string; message_id: string; same: boolean }[]>`
    select sent.id as user_message_id, reply.id as message_id,
      sent.content = ${message.content} and sent.inputs = ${db.json(message.inputs)} as same
    from messages sent
    join messages reply on reply.workspace_id = sent.workspace_id and reply.conversation_id = sent.conversation_id
      and reply.reply_to = sent.id
    where sent.workspace_id = ${workspaceId} and sent.conversation_id = ${conversationId}
      and sent.idempotency_key = ${message.key}`
  return row
}
