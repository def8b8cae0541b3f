// SQL of exports: the spreadsheets that tables went into.
import type { ExportedTable, ExportState } from '../../shared/contract/export-schemas.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'

export type Db = Sql | Transaction

export type ExportMeta = {
  locale: string
  time_zone: string | null
  native_table: boolean
  tables: ExportedTable[]
}

export type ExportRow = {
  workspace_id: string
  id: string
  position: number
  user_id: string
  conversation_id: string
  connection_id: string | null
  spreadsheet_id: string | null
  title: string
  template_type: string
  status: ExportState
  last_sync: string | null
  meta_data: ExportMeta
  created_at: string
  updated_at: string
}

export type ExportKey = { workspaceId: string; exportId: string }

const columns = (db: Db) => db`
  workspace_id, id, position, user_id, conversation_id, connection_id, spreadsheet_id, title, template_type, status,
  last_sync, meta_data, created_at, updated_at`

export type NewExport = Pick<
  ExportRow,
  'id' | 'conversation_id' | 'connection_id' | 'title' | 'template_type' | 'meta_data'
>

/** Undefined when there is one with this id. */
export async function insertExport(
  db: Db,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  made: NewExport,
): Promise<ExportRow | undefined> {
  const [row] = await db<ExportRow[]>`
    insert into sheet_exports (workspace_id, id, user_id, conversation_id, connection_id, title, template_type, meta_data)
    values (
      ${workspaceId}, ${made.id}, ${userId}, ${made.conversation_id}, ${made.connection_id}, ${made.title}, ${made.template_type},
      ${db.json(made.meta_data)}
    )
    on conflict (workspace_id, id) do nothing
    returning ${columns(db)}`
  return row
}

export async function findExport(db: Db, { workspaceId, exportId }: ExportKey): Promise<ExportRow | undefined> {
  const [row] = await db<ExportRow[]>`
    select ${columns(db)} from sheet_exports
    where workspace_id = ${workspaceId} and id = ${exportId} and deleted_at is null`
  return row
}

/** Also one that was deleted meanwhile: what its write has left is still to be taken away. */
export async function findExportOf(db: Db, { workspaceId, exportId }: ExportKey): Promise<ExportRow | undefined> {
  const [row] = await db<ExportRow[]>`
    select ${columns(db)} from sheet_exports where workspace_id = ${workspaceId} and id = ${exportId}`
  return row
}

/** Like `findExport`, and nobody else changes it until the transaction ends. */
export async function lockExport(db: Db, { workspaceId, exportId }: ExportKey): Promise<ExportRow | undefined> {
  const [row] = await db<ExportRow[]>`
    select ${columns(db)} from sheet_exports
    where workspace_id = ${workspaceId} and id = ${exportId} and deleted_at is null
    for update`
  return row
}

/** The latest first, before `before`. */
export async function selectExports(
  db: Db,
  workspaceId: string,
  before: number | null,
  limit: number,
): Promise<ExportRow[]> {
  return await db<ExportRow[]>`
    select ${columns(db)} from sheet_exports
    where workspace_id = ${workspaceId} and deleted_at is null
      ${before === null ? db`` : db`and position < ${before}`}
    order by position desc limit ${limit}`
}

export async function markExportDeleted(db: Db, { workspaceId, exportId }: ExportKey): Promise<void> {
  await db`
    update sheet_exports set deleted_at = now(), updated_at = now()
    where workspace_id = ${workspaceId} and id = ${exportId} and deleted_at is null`
}

/** For good, with their writes, those that were deleted so many days ago and of which nothing is under way. */
export async function purgeExports(db: Db, days: number): Promise<void> {
  await db`
    delete from sheet_exports e
    where deleted_at < now() - ${days}::float8 * interval '1 day'
      and not exists (
        select 1 from export_operations o
        where o.workspace_id = e.workspace_id and o.export_id = e.id and o.state in ('queued', 'running', 'waiting')
      )`
}

/** What is known of the spreadsheet after a write. */
export async function updateSpreadsheet(
  db: Db,
  { workspaceId, exportId }: ExportKey,
  { spreadsheetId, tables }: { spreadsheetId: string; tables: ExportedTable[] },
): Promise<void> {
  await db`
    update sheet_exports
    set spreadsheet_id = ${spreadsheetId}, last_sync = now(), updated_at = now(),
      meta_data = meta_data || ${db.json({ tables })}
    where workspace_id = ${workspaceId} and id = ${exportId}`
}

/** The status of an export is that of the write that is on, or of the last one. */
export async function updateStatus(db: Db, { workspaceId, exportId }: ExportKey): Promise<void> {
  await db`
    update sheet_exports e set status = o.state, updated_at = now()
    from (
      select state from export_operations
      where workspace_id = ${workspaceId} and export_id = ${exportId}
      order by state in ('queued', 'running', 'waiting') desc,
        case when state in ('queued', 'running', 'waiting') then position else -position end
      limit 1
    ) o
    where e.workspace_id = ${workspaceId} and e.id = ${exportId} and e.status <> o.state`
}
