// Asks for more to be written into an exported spreadsheet: rows that come along, another table, or what is new of its own.
import type { ExportStatus, ExportUpdateBody, UpdateType } from '../../shared/contract/export-schemas.ts'
import type { NeedKind } from '../../shared/plan/plan-preview.ts'
import type { Column } from '../../shared/table/table.ts'
import { checkSize } from '../extraction/read-text.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { getTable } from '../tables/get-table.ts'
import { chooseTables } from './choose-tables.ts'
import { type AskParts, undecided } from './create-export.ts'
import { type ExportRow, lockExport, updateStatus } from './export-store.ts'
import { getExportRow, getStatus, missingExport } from './get-export.ts'
import { newestTemplate } from './newest-template.ts'
import type { OperationInput } from './operation-input.ts'
import { findAsked, findOperation, insertOperation } from './operation-store.ts'
import { readData } from './read-data.ts'
import { retryExport } from './retry-export.ts'
import { sendOperation } from './send-operation.ts'

/**
 * What each kind of update is there to do within the table, and is agreed to by asking for it: a replacement and a merge put other
 * values into its cells, and its bands grow and shrink with it. What goes beyond that is the person's to agree to: rows of the sheet that go, and what stands around the
 * table and would move. A client that wants to be asked about all of it sends `allow` itself.
 */
const implied: Record<UpdateType, NeedKind[]> = {
  append: ['resize'],
  replace: ['overwrite', 'resize'],
  merge: ['overwrite', 'resize'],
}

/** The columns that the table has in the spreadsheet, or is going to have. */
async function columnsOf(sql: Sql, actor: Actor, sheet: ExportRow, tableId: string): Promise<Column[]> {
  const written = sheet.meta_data.tables.find(({ path }) => path === null)
  return written?.columns ?? (await getTable(sql, actor, tableId)).columns
}

/** What is to be written, and the stored table that the export is of from now on. */
async function sourcesFor(sql: Sql, actor: Actor, sheet: ExportRow, body: ExportUpdateBody, last: OperationInput) {
  const { data, table_id = last.table_id, version, update_type } = body
  if (data !== undefined) {
    const columns = await columnsOf(sql, actor, sheet, last.table_id)
    const known = { columns, template: last.template, title: sheet.title }
    return { table_id: last.table_id, sources: readData(data, known) }
  }
  const { conversation_id } = await getTable(sql, actor, table_id)
  const asked = { conversation_id, table_id, version }
  return { table_id, sources: (await chooseTables(sql, actor, asked, update_type === 'append')).sources }
}

/**
 * `operationId` is the write's: the same request worked on again, after a crash, writes nothing twice. Where the spreadsheet
 * was never made, this makes it. Throws `not_found`, `export_unwritten` when rows come along and there is and will be no spreadsheet,
 * `table_too_large`, `too_many_requests`, `invalid_request`, and what `createExport` throws.
 */
export async function updateExport(
  parts: AskParts,
  actor: Actor,
  { exportId, operationId }: { exportId: string; operationId: string },
  body: ExportUpdateBody,
): Promise<ExportStatus> {
  const { sql, jobs, sizes } = parts
  const { workspaceId, userId } = actor
  const key = { workspaceId, exportId }
  const sheet = await getExportRow(sql, actor, exportId)
  const { input: last, waiting } = await findAsked(sql, key)
  if (sheet.spreadsheet_id === null && waiting === 0) return await retryExport(parts, actor, sheet, body)
  if (!last) throw new Error('An export has no write')
  if (waiting >= sizes.waitingUpdates)
    throw new Problem('too_many_requests', `${waiting} writes wait for this spreadsheet already. Wait for them first.`)
  const template = await newestTemplate(sql, actor, last.template)
  const { table_id, sources } = await sourcesFor(sql, actor, sheet, body, { ...last, template })
  for (const source of sources) {
    if (!('table' in source)) continue
    const { title, columns, rows } = source.table
    checkSize({ title, columns: columns.length, rows: rows.length }, sizes)
  }
  const { decisions = undecided, update_type: updateType, allow = implied[updateType], by = [] } = body
  await sql.begin(async (tx) => {
    // In one line with other requests: they are written in the order in which they were taken.
    if (!(await lockExport(tx, key))) throw missingExport()
    const input = { template, table_id, decisions, allow, by }
    const asked = { id: operationId, userId, kind: 'update' as const, updateType, input, data: sources }
    if (!(await insertOperation(tx, key, asked))) return
    await recordAudit(tx, actor, 'export.update', { type: 'export', id: exportId })
    await sendOperation(jobs, tx, { workspaceId, operationId, userId })
    await updateStatus(tx, key)
  })
  return await getStatus(sql, actor, exportId, operationId)
}

/** Of the write that a request has made; of the one that it has begun again, which has an id of its own. Throws `not_found`. */
export async function getAskedStatus(
  sql: Sql,
  actor: Actor,
  exportId: string,
  operationId: string,
): Promise<ExportStatus> {
  const asked = await findOperation(sql, { workspaceId: actor.workspaceId, exportId }, operationId)
  return await getStatus(sql, actor, exportId, asked?.id)
}
