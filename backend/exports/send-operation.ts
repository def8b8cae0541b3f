// Puts an operation into the queue of exports.
import type { Sql, Transaction } from '../platform/database/connect.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'

export const exportQueue = 'exports'

/** What a job of that queue says. */
export type ExportJob = { workspace_id: string; operation_id: string }

/** With the transaction. Those of one person take turns, and the operation itself decides whether it is done: a job too many does no harm. */
export async function sendOperation(
  jobs: Jobs,
  tx: Transaction | Sql,
  { workspaceId, operationId, userId }: { workspaceId: string; operationId: string; userId: string },
  seconds: number | null = null,
): Promise<void> {
  const data: ExportJob = { workspace_id: workspaceId, operation_id: operationId }
  await jobs.send(tx, exportQueue, data, {
    group: userId,
    singletonKey: operationId,
    ...(seconds === null ? {} : { startAfterSeconds: Math.ceil(seconds) }),
  })
}
