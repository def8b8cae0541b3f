// SQL of everything that is kept of one person, table by table, in pages that memory holds.
import type { Column } from '../../shared/table/table.ts'
import type { Sql } from '../platform/database/connect.ts'
import { textsOf } from '../platform/database/texts.ts'
import type { Owner } from './store.ts'

export type Row = Record<string, unknown>

/** Rows in pages: `next` gets the last row of the page before. */
export async function* pages<T extends Row>(next: (last: T | undefined) => Promise<T[]>): AsyncGenerator<T> {
  for (let last: T | undefined; ; ) {
    const rows = await next(last)
    yield* rows
    last = rows.at(-1)
    if (!last) return
  }
}

const nobody = '00000000-0000-0000-0000-000000000000'

export const selectSessions = (db: Sql, { workspaceId, userId }: Owner) => db<Row[]>`
  select id, created_at, expires_at from sessions
  where workspace_id = ${workspaceId} and user_id = ${userId} order by created_at`

export const selectKeys = (db: Sql, { workspaceId, userId }: Owner) => db<Row[]>`
  select id, name, hint, scopes, created_at, expires_at, last_used_at, revoked_at from api_keys
  where workspace_id = ${workspaceId} and user_id = ${userId} order by created_at`

export const selectConnections = (db: Sql, { workspaceId, userId }: Owner) => db<Row[]>`
  select id, email, scopes, state, connected_at, created_at, updated_at from google_connections
  where workspace_id = ${workspaceId} and user_id = ${userId} order by created_at`

export type ConversationRow = Row & { id: string; title: string; description: string }

const storedConversations = (db: Sql, { workspaceId, userId }: Owner) =>
  pages<ConversationRow>(
    (last) => db`
      select id, title, description, archived_at, created_at, updated_at, deleted_at from conversations
      where workspace_id = ${workspaceId} and user_id = ${userId} and id > ${last?.id ?? nobody}::uuid
      order by id limit 100`,
  )

export type MessageRow = Row & Said & { position: number; versions: Said[] | null }

export async function* conversations(db: Sql, owner: Owner): AsyncGenerator<ConversationRow> {
  const open = (text: string) => textsOf(db).open(text, owner.workspaceId)
  for await (const row of storedConversations(db, owner))
    yield { ...row, title: await open(row.title), description: await open(row.description) }
}

type Said = { content: string; inputs: { sealed_attachments?: string } }

/** What somebody said, with what came with it, as it was. */
async function openSaid<T extends Said>(db: Sql, { workspaceId }: Owner, said: T): Promise<T> {
  const { open } = textsOf(db)
  const { sealed_attachments: sealed, ...inputs } = said.inputs
  const attachments = sealed === undefined ? {} : { attachments: JSON.parse(await open(sealed, workspaceId)) }
  return { ...said, content: await open(said.content, workspaceId), inputs: { ...inputs, ...attachments } }
}

/** Those that are not listed any more are among them, and what edited ones said before. */
export async function* messages(db: Sql, owner: Owner, conversationId: string): AsyncGenerator<MessageRow> {
  for await (const row of storedMessages(db, owner, conversationId)) {
    const versions = await Promise.all((row.versions ?? []).map((version) => openSaid(db, owner, version)))
    yield { ...(await openSaid(db, owner, row)), versions }
  }
}

const storedMessages = (db: Sql, { workspaceId }: Owner, conversationId: string) =>
  pages<MessageRow>(
    (last) => db`
      select position, id, role, state, content, attachments, inputs, metadata -> 'versions' as versions,
        metadata -> 'usage' as usage, problem, reply_to, created_at, updated_at, superseded_at
      from messages
      where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and position > ${last?.position ?? 0}
      order by position limit 10`,
  )

type StoredVersion = Row & {
  table_id: string
  version: number
  title: string
  data: { columns: Column[] } | string
}
export type VersionRow = Row & { table_id: string; version: number; columns: Column[] }

export async function* versions(db: Sql, owner: Owner, conversationId: string): AsyncGenerator<VersionRow> {
  const { open, openJson } = textsOf(db)
  for await (const { data, ...row } of storedVersions(db, owner, conversationId)) {
    const { columns } = await openJson<{ columns: Column[] }>(data, owner.workspaceId)
    yield { ...row, title: await open(row.title, owner.workspaceId), columns }
  }
}

const storedVersions = (db: Sql, { workspaceId }: Owner, conversationId: string) =>
  pages<StoredVersion>(
    (last) => db`
      select v.table_id, v.version, v.message_id, v.title, v.data,
        v.format_metadata -> 'source' as source, v.change, v.row_count, v.receipt, v.created_at, v.superseded_at
      from tables t join table_versions v on v.workspace_id = t.workspace_id and v.table_id = t.id
      where t.workspace_id = ${workspaceId} and t.conversation_id = ${conversationId}
        and (v.table_id, v.version) > (${last?.table_id ?? nobody}::uuid, ${last?.version ?? 0})
      order by v.table_id, v.version limit 100`,
  )

export type FileRow = Row & { id: string; name: string }

export const files = (db: Sql, { workspaceId, userId }: Owner) =>
  pages<FileRow>(
    (last) => db`
      select id, name, size, created_at, deleted_at from files
      where workspace_id = ${workspaceId} and user_id = ${userId} and id > ${last?.id ?? nobody}::uuid
      order by id limit 100`,
  )

/** The workspace's: they belong to nobody else there. */
export const templates = (db: Sql, { workspaceId }: Owner) =>
  pages<Row & { id: string; version: number }>(
    (last) => db`
      select t.id, v.version, v.name, v.description, v.locale, v.layout, v.formatting, v.validation_rules,
        v.created_at, t.deleted_at
      from export_templates t
      join export_template_versions v on v.workspace_id = t.workspace_id and v.template_id = t.id
      where t.workspace_id = ${workspaceId}
        and (t.id, v.version) > (${last?.id ?? nobody}::uuid, ${last?.version ?? 0})
      order by t.id, v.version limit 20`,
  )

export const exports = (db: Sql, { workspaceId, userId }: Owner) =>
  pages<Row & { position: number }>(
    (last) => db`
      select position, id, conversation_id, connection_id, spreadsheet_id, title, template_type, status, last_sync,
        meta_data, created_at, updated_at, deleted_at
      from sheet_exports
      where workspace_id = ${workspaceId} and user_id = ${userId} and position > ${last?.position ?? 0}
      order by position limit 100`,
  )

export const operations = (db: Sql, { workspaceId, userId }: Owner) =>
  pages<Row & { position: number }>(
    (last) => db`
      select position, id, export_id, kind, update_type, state, input, data, progress, problem, receipts, attempts,
        finished_at, created_at, updated_at
      from export_operations
      where workspace_id = ${workspaceId} and user_id = ${userId} and position > ${last?.position ?? 0}
      order by position limit 20`,
  )

export const receipts = (db: Sql, { workspaceId, userId }: Owner) =>
  pages<Row & { position: number }>(
    (last) => db`
      select position, id, operation_id, table_id, conversation_id, spreadsheet_id, template, receipt, created_at
      from export_receipts
      where workspace_id = ${workspaceId} and user_id = ${userId} and position > ${last?.position ?? 0}
      order by position limit 100`,
  )

export const usage = (db: Sql, { workspaceId, userId }: Owner) =>
  pages<Row & { id: string }>(
    (last) => db`
      select id, message_id, model, input_tokens, cached_tokens, output_tokens, cost, currency, created_at
      from usage_records
      where workspace_id = ${workspaceId} and user_id = ${userId} and id > ${last?.id ?? nobody}::uuid
      order by id limit 1000`,
  )

export const audit = (db: Sql, { workspaceId, userId }: Owner) =>
  pages<Row & { position: number }>(
    (last) => db`
      select position, id, action, subject_type, subject_id, key_id, address, created_at from audit_log
      where workspace_id = ${workspaceId} and user_id = ${userId} and position > ${last?.position ?? 0}
      order by position limit 1000`,
  )
