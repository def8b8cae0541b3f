// SQL of everything that is kept of one person, table by table, in pages that memory holds.
import type { Column } from '../../shared/table/table.ts'
import { sealedColumns as sealedExports } from '../exports/sealed-columns.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { SealedColumns } from '../platform/database/reseal-columns.ts'
import { textsOf } from '../platform/database/texts.ts'
import { sealedColumns as sealedTemplates } from '../templates/sealed-columns.ts'
import type { Owner } from './store.ts'

export type Row = Record<string, unknown>

const columnsOf = (places: SealedColumns[], table: string) =>
  places.find((place) => place.table === table)?.columns ?? {}

/** The rows, with what these columns say. */
async function* openRows<T extends Row>(
  db: Sql,
  { workspaceId }: Owner,
  columns: Record<string, 'text' | 'json'>,
  rows: AsyncIterable<T>,
): AsyncGenerator<T> {
  const { open, openJson } = textsOf(db)
  for await (const row of rows) {
    const told: Row = {}
    for (const [column, kind] of Object.entries(columns)) {
      const stored = row[column]
      told[column] =
        kind === 'text' && typeof stored === 'string'
          ? await open(stored, workspaceId)
          : await openJson(stored, workspaceId)
    }
    yield { ...row, ...told }
  }
}

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

type Said = {
  content: string
  attachments: unknown
  inputs: { sealed_attachments?: string; response_format?: string }
}

/** What somebody said, with what came with it, as it was. */
async function openSaid<T extends Said>(db: Sql, { workspaceId }: Owner, said: T): Promise<T> {
  const { open, openJson } = textsOf(db)
  const { sealed_attachments: sealed, ...inputs } = said.inputs
  const brought = sealed === undefined ? {} : { attachments: JSON.parse(await open(sealed, workspaceId)) }
  if (inputs.response_format !== undefined) inputs.response_format = await open(inputs.response_format, workspaceId)
  const attachments = await openJson(said.attachments, workspaceId)
  return { ...said, content: await open(said.content, workspaceId), attachments, inputs: { ...inputs, ...brought } }
}

/** Those that are not listed any more are among them, and what edited ones said before. */
export async function* messages(db: Sql, owner: Owner, conversationId: string): AsyncGenerator<MessageRow> {
  for await (const row of storedMessages(db, owner, conversationId)) {
    const versions = await Promise.all((row.versions ?? []).map((version) => openSaid(db, owner, version)))
    const problem = await textsOf(db).openJson(row.problem, owner.workspaceId)
    yield { ...(await openSaid(db, owner, row)), problem, versions }
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
  change: string
  data: { columns: Column[] } | string
  format_metadata: { source?: unknown } | string
  receipt: unknown
}
export type VersionRow = Row & { table_id: string; version: number; columns: Column[] }

export async function* versions(db: Sql, owner: Owner, conversationId: string): AsyncGenerator<VersionRow> {
  const { workspaceId } = owner
  const { open, openJson } = textsOf(db)
  for await (const { data, format_metadata, ...row } of storedVersions(db, owner, conversationId)) {
    const [title, change] = [await open(row.title, workspaceId), await open(row.change, workspaceId)]
    const { columns } = await openJson<{ columns: Column[] }>(data, workspaceId)
    const { source } = await openJson<{ source?: unknown }>(format_metadata, workspaceId)
    yield { ...row, title, change, columns, source, receipt: await openJson(row.receipt, workspaceId) }
  }
}

const storedVersions = (db: Sql, { workspaceId }: Owner, conversationId: string) =>
  pages<StoredVersion>(
    (last) => db`
      select v.table_id, v.version, v.message_id, v.title, v.data,
        v.format_metadata, v.change, v.row_count, v.receipt, v.created_at, v.superseded_at
      from tables t join table_versions v on v.workspace_id = t.workspace_id and v.table_id = t.id
      where t.workspace_id = ${workspaceId} and t.conversation_id = ${conversationId}
        and (v.table_id, v.version) > (${last?.table_id ?? nobody}::uuid, ${last?.version ?? 0})
      order by v.table_id, v.version limit 100`,
  )

export type FileRow = Row & { id: string; name: string }

const storedFiles = (db: Sql, { workspaceId, userId }: Owner) =>
  pages<FileRow>(
    (last) => db`
      select id, name, size, created_at, deleted_at from files
      where workspace_id = ${workspaceId} and user_id = ${userId} and id > ${last?.id ?? nobody}::uuid
      order by id limit 100`,
  )

export const files = (db: Sql, owner: Owner) => openRows(db, owner, { name: 'text' }, storedFiles(db, owner))

/** The workspace's: they belong to nobody else there. */
const storedTemplates = (db: Sql, { workspaceId }: Owner) =>
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

export const templates = (db: Sql, owner: Owner) =>
  openRows(db, owner, columnsOf(sealedTemplates, 'export_template_versions'), storedTemplates(db, owner))

const storedExports = (db: Sql, { workspaceId, userId }: Owner) =>
  pages<Row & { position: number }>(
    (last) => db`
      select position, id, conversation_id, connection_id, spreadsheet_id, title, template_type, status, last_sync,
        meta_data, created_at, updated_at, deleted_at
      from sheet_exports
      where workspace_id = ${workspaceId} and user_id = ${userId} and position > ${last?.position ?? 0}
      order by position limit 100`,
  )

export const exports = (db: Sql, owner: Owner) =>
  openRows(db, owner, columnsOf(sealedExports, 'sheet_exports'), storedExports(db, owner))

const storedOperations = (db: Sql, { workspaceId, userId }: Owner) =>
  pages<Row & { position: number }>(
    (last) => db`
      select position, id, export_id, kind, update_type, state, input, data, progress, problem, receipts, attempts,
        finished_at, created_at, updated_at
      from export_operations
      where workspace_id = ${workspaceId} and user_id = ${userId} and position > ${last?.position ?? 0}
      order by position limit 20`,
  )

export const operations = (db: Sql, owner: Owner) =>
  openRows(db, owner, columnsOf(sealedExports, 'export_operations'), storedOperations(db, owner))

const storedReceipts = (db: Sql, { workspaceId, userId }: Owner) =>
  pages<Row & { position: number }>(
    (last) => db`
      select position, id, operation_id, table_id, conversation_id, spreadsheet_id, template, receipt, created_at
      from export_receipts
      where workspace_id = ${workspaceId} and user_id = ${userId} and position > ${last?.position ?? 0}
      order by position limit 100`,
  )

export const receipts = (db: Sql, owner: Owner) =>
  openRows(db, owner, columnsOf(sealedExports, 'export_receipts'), storedReceipts(db, owner))

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
