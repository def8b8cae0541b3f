// Begins an export again whose spreadsheet was never made: under the id of the first try, so that what it may have left is found.
import type { ExportStatus, ExportUpdateBody } from '../../shared/contract/export-schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { getTable } from '../tables/get-table.ts'
import { chooseTables } from './choose-tables.ts'
import type { AskParts } from './create-export.ts'
import { type ExportRow, lockExport, updateConnection, updateStatus } from './export-store.ts'
import { getStatus, missingExport } from './get-export.ts'
import { newestTemplate } from './newest-template.ts'
import { findCreation, reopenOperation } from './operation-store.ts'
import { sendOperation } from './send-operation.ts'

/** The account that it was to be written with, or, where that is disconnected, the one that is connected now. */
async function connectionFor({ googleFor }: AskParts, actor: Actor, sheet: ExportRow): Promise<string> {
  try {
    return (await googleFor(actor, sheet.connection_id ?? undefined)).connectionId
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not_found') throw error
    return (await googleFor(actor)).connectionId
  }
}

/**
 * The table as it is now, or the one that is asked for, with what was decided then unless something else is said. Throws
 * `export_unwritten` when rows come along, which belong behind those of the table, and what `createExport` throws.
 */
export async function retryExport(
  parts: AskParts,
  actor: Actor,
  sheet: ExportRow,
  body: ExportUpdateBody,
): Promise<ExportStatus> {
  const { sql, jobs } = parts
  const { workspaceId } = actor
  const key = { workspaceId, exportId: sheet.id }
  const creation = await findCreation(sql, key)
  if (!creation || body.data !== undefined)
    throw new Problem(
      'export_unwritten',
      'The spreadsheet was never made. Send the update without “data” first: that makes it, with the table in it.',
    )
  const { input } = creation
  const { table_id = input.table_id, version, decisions = input.decisions, allow = input.allow } = body
  const { conversation_id } = await getTable(sql, actor, table_id)
  const { sources } = await chooseTables(sql, actor, { conversation_id, table_id, version })
  const template = await newestTemplate(sql, actor, input.template)
  const connectionId = await connectionFor(parts, actor, sheet)
  const operation = { workspaceId, operationId: creation.id, userId: creation.user_id }
  await sql.begin(async (tx) => {
    if (!(await lockExport(tx, key))) throw missingExport()
    // Somebody else has begun it at the same moment.
    const asked = { ...input, template, table_id, decisions, allow }
    if (!(await reopenOperation(tx, operation, { input: asked, data: sources }))) return
    await updateConnection(tx, key, connectionId)
    await recordAudit(tx, actor, 'export.update', { type: 'export', id: sheet.id })
    await sendOperation(jobs, tx, operation)
    await updateStatus(tx, key)
  })
  return await getStatus(sql, actor, sheet.id, creation.id)
}
