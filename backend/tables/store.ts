// SQL of tables, their versions and their rows.
import type { TableSource } from '../../shared/contract/schemas.ts'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell, Column, TableReceipt } from '../../shared/table/table.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import { textsOf } from '../platform/database/texts.ts'

export type Db = Sql | Transaction

/** One version of a table as it is stored; `data` holds its columns. `position` is the table's place among the others. */
export type TableRow = {
  id: string
  conversation_id: string
  position: number
  latest_version: number
  version: number
  message_id: string
  user_id: string | null
  change: string
  title: string
  data: { columns: Column[] }
  format_metadata: { source?: TableSource | null }
  row_count: number
  cells_unread: number
  receipt: TableReceipt | null
  open: boolean
  created_at: string
  updated_at: string
  /** When the version was begun; `created_at` is the table's. */
  made_at: string
}

/** As it is stored: titles, columns, what is said of them, and where they were read from are texts of people. */
type StoredTable = Omit<TableRow, SealedJson> & { [K in SealedJson]: TableRow[K] | string }
type SealedJson = 'data' | 'format_metadata' | 'receipt'

async function openTable(db: Db, workspaceId: string, stored: StoredTable): Promise<TableRow> {
  const { open, openJson } = textsOf(db)
  const { title, change, data, format_metadata, receipt, ...row } = stored
  return {
    ...row,
    title: await open(title, workspaceId),
    change: await open(change, workspaceId),
    data: await openJson(data, workspaceId),
    format_metadata: await openJson(format_metadata, workspaceId),
    receipt: await openJson(receipt, workspaceId),
  }
}

/** A chunk of rows; `at` is the index of its first row. `evidence` is null for rows as the reader gave them. */
export type RowChunk = { at: number; rows: Cell[][]; evidence: Evidence[][] | null }

/** As it is stored: sealed, on a server with a key for texts. Evidence names ranges by their sheets. */
type StoredChunk = { at: number; rows: RowChunk['rows'] | string; evidence: RowChunk['evidence'] | string }

async function openChunk<T extends StoredChunk>(
  db: Db,
  workspaceId: string,
  { rows, evidence, ...place }: T,
): Promise<Omit<T, 'rows' | 'evidence'> & Omit<RowChunk, 'at'>> {
  const { openJson } = textsOf(db)
  return { ...place, rows: await openJson(rows, workspaceId), evidence: await openJson(evidence, workspaceId) }
}

/** Names one version of a table. */
export type VersionKey = { workspaceId: string; tableId: string; version: number }

export type NewVersion = {
  workspaceId: string
  id: string
  conversationId: string
  messageId: string
  userId?: string | null
  change?: string
  title: string
  columns: Column[]
  source?: TableSource | null
}

export type NewChunk = VersionKey & RowChunk & { unread: number }

const columns = (db: Db) => db`
  t.id, t.conversation_id, t.position, t.latest_version, v.version, v.message_id, v.user_id, v.change, v.title, v.data,
  v.format_metadata, v.row_count, v.cells_unread, v.receipt, v.open, t.created_at, v.updated_at,
  v.created_at as made_at`

/**
 * Makes ready what is stored of a new table, or of the next version of the one that has this id; the function it gives
 * stores it and says the number of the version. Tables come in the order in which those are called.
 */
export async function prepareVersion(db: Db, table: NewVersion): Promise<() => Promise<number>> {
  const texts = textsOf(db)
  const title = await texts.seal(table.title, table.workspaceId)
  const change = await texts.seal(table.change ?? '', table.workspaceId)
  const data = await texts.sealJson({ columns: table.columns }, table.workspaceId)
  const source = table.source ? await texts.sealJson({ source: table.source }, table.workspaceId) : { source: null }
  return async () => {
    const [row] = await db<[{ version: number }]>`
      with made as (
        insert into tables (workspace_id, id, conversation_id, message_id)
        values (${table.workspaceId}, ${table.id}, ${table.conversationId}, ${table.messageId})
        on conflict (workspace_id, id) do update
        set versions_made = tables.versions_made + 1, latest_version = tables.versions_made + 1, updated_at = now()
        returning versions_made
      )
      insert into table_versions (workspace_id, table_id, version, message_id, user_id, change, title, data, format_metadata)
      select ${table.workspaceId}, ${table.id}, versions_made, ${table.messageId}, ${table.userId ?? null},
        ${change}, ${title}, ${db.json(data)}, ${db.json(source)}
      from made
      returning version`
    return row.version
  }
}

/** All chunks in one statement; each is stored as it is, so that the event that told it finds it again. */
export async function insertChunks(db: Db, chunks: NewChunk[]): Promise<void> {
  const { sealJson } = textsOf(db)
  const rows = await Promise.all(
    chunks.map(async ({ workspaceId: w, tableId: t, version: v, at, rows, evidence, unread }) => {
      const sealed = { rows: await sealJson(rows, w), evidence: await sealJson(evidence, w) }
      return { w, t, v, at, count: rows.length, unread, ...sealed }
    }),
  )
  await db`
    with chunk as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::text::json)
        as x (w uuid, t uuid, v integer, at integer, count integer, unread integer, rows jsonb, evidence jsonb)
    ), stored as (
      insert into table_rows (workspace_id, table_id, version, at, count, rows, evidence)
      select w, t, v, at, count, rows, nullif(evidence, 'null') from chunk
    )
    update table_versions set row_count = row_count + added.count, cells_unread = cells_unread + added.unread
    from (select w, t, v, sum(count) as count, sum(unread) as unread from chunk group by w, t, v) added
    where workspace_id = added.w and table_id = added.t and version = added.v`
}

/** The versions get their receipts and are closed. */
export async function updateReceipts(db: Db, ends: (VersionKey & { receipt: TableReceipt })[]): Promise<void> {
  const rows = await Promise.all(
    ends.map(async ({ workspaceId: w, tableId: t, version: v, receipt }) => {
      return { w, t, v, receipt: await textsOf(db).sealJson(receipt, w) }
    }),
  )
  await db`
    update table_versions set receipt = x.receipt, open = false, updated_at = now()
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x (w uuid, t uuid, v integer, receipt jsonb)
    where workspace_id = x.w and table_id = x.t and version = x.v`
}

/** Rows come again: the receipt stays until the next end, but does not count. */
export async function reopenVersion(db: Db, { workspaceId, tableId, version }: VersionKey): Promise<void> {
  await db`
    update table_versions set open = true
    where workspace_id = ${workspaceId} and table_id = ${tableId} and version = ${version}`
}

/** The version asked for, or the newest that counts; null asks for that. */
export async function findTable(
  db: Db,
  workspaceId: string,
  tableId: string,
  version: number | null,
): Promise<TableRow | undefined> {
  const [row] = await db<StoredTable[]>`
    select ${columns(db)} from tables t
    join table_versions v on v.workspace_id = t.workspace_id and v.table_id = t.id
      and v.version = coalesce(${version}::integer, nullif(t.latest_version, 0), t.versions_made)
    where t.workspace_id = ${workspaceId} and t.id = ${tableId} and t.deleted_at is null
      and exists (
        select 1 from conversations c
        where c.workspace_id = ${workspaceId} and c.id = t.conversation_id and c.deleted_at is null
      )`
  return row && (await openTable(db, workspaceId, row))
}

/** The newest version of each table, in the order they were made, after `position`. */
export async function selectTables(
  db: Db,
  workspaceId: string,
  conversationId: string,
  after: number,
  limit: number,
): Promise<TableRow[]> {
  const rows = await db<StoredTable[]>`
    select ${columns(db)} from tables t
    join table_versions v on v.workspace_id = t.workspace_id and v.table_id = t.id and v.version = t.latest_version
    where t.workspace_id = ${workspaceId} and t.conversation_id = ${conversationId} and t.deleted_at is null
      and t.position > ${after}
    order by t.position limit ${limit}`
  return await Promise.all(rows.map((row) => openTable(db, workspaceId, row)))
}

/** The newest version of each table, the table that changed last first. */
export async function selectLatestTables(db: Db, workspaceId: string, conversationId: string, limit: number) {
  const rows = await db<StoredTable[]>`
    select ${columns(db)} from tables t
    join table_versions v on v.workspace_id = t.workspace_id and v.table_id = t.id and v.version = t.latest_version
    where t.workspace_id = ${workspaceId} and t.conversation_id = ${conversationId} and t.deleted_at is null
    order by v.position desc limit ${limit}`
  return await Promise.all(rows.map((row) => openTable(db, workspaceId, row)))
}

/** What stands in the place of each message: of every table that it made or changed, the newest version there. */
export async function selectTablesOfMessages(db: Db, workspaceId: string, messageIds: string[]): Promise<TableRow[]> {
  const rows = await db<StoredTable[]>`
    select * from (
      select distinct on (v.message_id, v.table_id) ${columns(db)} from table_versions v
      join tables t on t.workspace_id = v.workspace_id and t.id = v.table_id
      where v.workspace_id = ${workspaceId} and v.message_id in ${db(messageIds)} and t.deleted_at is null
      order by v.message_id, v.table_id, v.version desc
    ) newest
    order by position`
  return await Promise.all(rows.map((row) => openTable(db, workspaceId, row)))
}

/** The versions of a table that count, the newest first, before `before`. */
export async function selectVersions(
  db: Db,
  workspaceId: string,
  tableId: string,
  before: number | null,
  limit: number,
): Promise<TableRow[]> {
  const rows = await db<StoredTable[]>`
    select ${columns(db)} from tables t
    join table_versions v on v.workspace_id = t.workspace_id and v.table_id = t.id
    where t.workspace_id = ${workspaceId} and t.id = ${tableId} and t.deleted_at is null and v.superseded_at is null
      ${before === null ? db`` : db`and v.version < ${before}`}
    order by v.version desc limit ${limit}`
  return await Promise.all(rows.map((row) => openTable(db, workspaceId, row)))
}

/** Chunks that hold rows from index `from` up to, not including, `to`. */
export async function selectChunks(db: Db, { workspaceId, tableId, version }: VersionKey, from: number, to: number) {
  const chunks = await db<StoredChunk[]>`
    select at, rows, evidence from table_rows
    where workspace_id = ${workspaceId} and table_id = ${tableId} and version = ${version} and at < ${to}
      and at >= coalesce((
        select max(at) from table_rows
        where workspace_id = ${workspaceId} and table_id = ${tableId} and version = ${version} and at <= ${from}
      ), 0)
    order by at`
  return await Promise.all(chunks.map((chunk) => openChunk(db, workspaceId, chunk)))
}

/** Chunks by their places, in one statement. */
export async function selectChunksAt(db: Db, places: (VersionKey & { at: number })[]) {
  const rows = places.map(({ workspaceId: w, tableId: t, version: v, at }) => ({ w, t, v, at }))
  const found = await db<({ workspace_id: string; table_id: string; version: number } & StoredChunk)[]>`
    select r.workspace_id, r.table_id, r.version, r.at, r.rows, r.evidence
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x (w uuid, t uuid, v integer, at integer)
    join table_rows r on r.workspace_id = x.w and r.table_id = x.t and r.version = x.v and r.at = x.at`
  return await Promise.all(found.map(({ workspace_id, ...chunk }) => openChunk(db, workspace_id, chunk)))
}

/** The rows of one version become those of another, which has none. */
export async function copyChunks(db: Db, from: VersionKey, to: number): Promise<void> {
  const { workspaceId, tableId, version } = from
  await db`
    insert into table_rows (workspace_id, table_id, version, at, count, rows, evidence)
    select workspace_id, table_id, ${to}::integer, at, count, rows, evidence from table_rows
    where workspace_id = ${workspaceId} and table_id = ${tableId} and version = ${version}`
}

/** A chunk gets other rows, as many as it had. */
export async function updateChunk(db: Db, { workspaceId, tableId, version }: VersionKey, chunk: RowChunk) {
  const { sealJson } = textsOf(db)
  const [rows, evidence] = [await sealJson(chunk.rows, workspaceId), await sealJson(chunk.evidence, workspaceId)]
  await db`
    update table_rows set rows = ${db.json(rows)}, evidence = ${evidence && db.json(evidence)}
    where workspace_id = ${workspaceId} and table_id = ${tableId} and version = ${version} and at = ${chunk.at}`
}

/** How many rows a version has, and what came of them. */
export async function updateCounts(
  db: Db,
  { workspaceId, tableId, version }: VersionKey,
  counts: { rowCount: number; cellsUnread: number; receipt: TableReceipt | null },
): Promise<void> {
  const receipt = await textsOf(db).sealJson(counts.receipt, workspaceId)
  await db`
    update table_versions
    set row_count = ${counts.rowCount}, cells_unread = ${counts.cellsUnread}, open = false,
      receipt = ${receipt && db.json(receipt)}, updated_at = now()
    where workspace_id = ${workspaceId} and table_id = ${tableId} and version = ${version}`
}

/** The versions that stand in the place of these messages do not count any more; the ones before them do again. */
export async function supersedeVersions(db: Db, workspaceId: string, messageIds: string[]): Promise<void> {
  await db`
    with gone as (
      update table_versions set superseded_at = now()
      where workspace_id = ${workspaceId} and message_id in ${db(messageIds)} and superseded_at is null
      returning table_id
    )
    update tables t set updated_at = now(), latest_version = coalesce((
      select max(v.version) from table_versions v
      where v.workspace_id = t.workspace_id and v.table_id = t.id and v.superseded_at is null
        and v.message_id not in ${db(messageIds)}
    ), 0)
    where t.workspace_id = ${workspaceId} and t.id in (select table_id from gone)`
}
