// Cancels what waits or runs of an export, and forgets exports; the spreadsheet stays the person's.
import type { ExportStatus } from '../../shared/contract/export-schemas.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { type ExportKey, lockExport, markExportDeleted, updateStatus } from './export-store.ts'
import { getStatus, missingExport } from './get-export.ts'
import { cancelOperations, selectOpen } from './operation-store.ts'
import { sendOperation } from './send-operation.ts'

/** What was begun is for a worker to end: there may be something to take away. */
async function cancel(tx: Transaction, jobs: Jobs, key: ExportKey): Promise<void> {
  await cancelOperations(tx, key)
  await updateStatus(tx, key)
  for (const { id, user_id } of await selectOpen(tx, key))
    await sendOperation(jobs, tx, { workspaceId: key.workspaceId, operationId: id, userId: user_id })
}

type CancelParts = { sql: Sql; jobs: Jobs }

/** What is over already stays as it is. Throws `Problem('not_found')`. */
export async function cancelExport({ sql, jobs }: CancelParts, actor: Actor, exportId: string): Promise<ExportStatus> {
  const key = { workspaceId: actor.workspaceId, exportId }
  await sql.begin(async (tx) => {
    if (!(await lockExport(tx, key))) throw missingExport()
    await cancel(tx, jobs, key)
    await recordAudit(tx, actor, 'export.cancel', { type: 'export', id: exportId })
  })
  return await getStatus(sql, actor, exportId)
}

/** Throws `Problem('not_found')`. */
export async function deleteExport({ sql, jobs }: CancelParts, actor: Actor, exportId: string): Promise<void> {
  const key = { workspaceId: actor.workspaceId, exportId }
  await sql.begin(async (tx) => {
    if (!(await lockExport(tx, key))) throw missingExport()
    await cancel(tx, jobs, key)
    await markExportDeleted(tx, key)
    await recordAudit(tx, actor, 'export.delete', { type: 'export', id: exportId })
  })
}
