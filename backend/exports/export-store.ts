// SQL of exports: the spreadsheets that tables went into.
import type { ExportedTable, ExportState } from '../../shared/contract/export-schemas.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import { textsOf } from '../platform/database/texts.ts'

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

/** As it is stored: the title, and what is known of the tables in the spreadsheet, are texts of people. */
type StoredExport = Omit<ExportRow, 'meta_data'> & { meta_data: ExportMeta | string }

async function opened(db: Db, row: StoredExport | undefined): Promise<ExportRow | undefined> {
  if (!row) return undefined
  const { open, openJson } = textsOf(db)
  const title = await open(row.title, row.workspace_id)
  return { ...row, title, meta_data: await openJson(row.meta_data, row.workspace_id) }
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
  const { seal, sealJson } = textsOf(db)
  const title = await seal(made.title, workspaceId)
  const meta = await sealJson(made.meta_data, workspaceId)
  const [row] = await db<StoredExport[]>`
    insert into sheet_exports (workspace_id, id, user_id, conversation_id, connection_id, title, template_type, meta_data)
    values (
      ${workspaceId}, ${made.id}, ${userId}, ${made.conversation_id}, ${made.connection_id}, ${title}, ${made.template_type},
      ${db.json(meta)}
    )
    on conflict (workspace_id, id) do nothing
    returning ${columns(db)}`
  return await opened(db, row)
}

export async function findExport(db: Db, { workspaceId, exportId }: ExportKey): Promise<ExportRow | undefined> {
  const [row] = await db<StoredExport[]>`
    select ${columns(db)} from sheet_exports
    where workspace_id = ${workspaceId} and id = ${exportId} and deleted_at is null`
  return await opened(db, row)
}

/** Also one that was deleted meanwhile: what its write has left is still to be taken away. */
export async function findExportOf(db: Db, { workspaceId, exportId }: ExportKey): Promise<ExportRow | undefined> {
  const [row] = await db<StoredExport[]>`
    select ${columns(db)} from sheet_exports where workspace_id = ${workspaceId} and id = ${exportId}`
  return await opened(db, row)
}

/** Like `findExport`, and nobody else changes it until the transaction ends. */
export async function lockExport(db: Db, { workspaceId, exportId }: ExportKey): Promise<ExportRow | undefined> {
  const [row] = await db<StoredExport[]>`
    select ${columns(db)} from sheet_exports
    where workspace_id = ${workspaceId} and id = ${exportId} and deleted_at is null
    for update`
  return await opened(db, row)
}

/** The latest first, before `before`. */
export async function selectExports(
  db: Db,
  workspaceId: string,
  before: number | null,
  limit: number,
): Promise<ExportRow[]> {
  const rows = await db<StoredExport[]>`
    select ${columns(db)} from sheet_exports
    where workspace_id = ${workspaceId} and deleted_at is null
      ${before === null ? db`` : db`and position < ${before}`}
    order by position desc limit ${limit}`
  return (await Promise.all(rows.map((row) => opened(db, row)))).filter((row) => row !== undefined)
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
  tx: Transaction,
  { workspaceId, exportId }: ExportKey,
  { spreadsheetId, tables }: { spreadsheetId: string; tables: ExportedTable[] },
): Promise<void> {
  const { openJson, sealJson } = textsOf(tx)
  const [row] = await tx<Pick<StoredExport, 'meta_data'>[]>`
    select meta_data from sheet_exports where workspace_id = ${workspaceId} and id = ${exportId} for no key update`
  if (!row) return
  const meta: ExportMeta = { ...(await openJson(row.meta_data, workspaceId)), tables }
  await tx`
    update sheet_exports
    set spreadsheet_id = ${spreadsheetId}, last_sync = now(), updated_at = now(),
      meta_data = ${tx.json(await sealJson(meta, workspaceId))}
    where workspace_id = ${workspaceId} and id = ${exportId}`
}

export async function updateConnection(db: Db, { workspaceId, exportId }: ExportKey, id: string): Promise<void> {
  await db`
    update sheet_exports set connection_id = ${id}, updated_at = now()
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
