// What the exports slice can do, put together: its verbs, its worker, and the watch over operations whose process has died.
import type { ExportConfig } from '../config/exports.ts'
import type { Sizes } from '../config/sizes.ts'
import type { GoogleFor } from '../google/connections.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Log } from '../platform/log.ts'
import type { AskParts } from './create-export.ts'
import { type ExportCounts, noCounts } from './export-counts.ts'
import { purgeExports } from './export-store.ts'
import { selectForsaken } from './operation-store.ts'
import { createQuota, type Quota } from './quota.ts'
import { deleteFullBuckets } from './quota-store.ts'
import { type RunParts, runOperation } from './run-operation.ts'
import { type ExportJob, exportQueue, sendOperation } from './send-operation.ts'

export type ExportsOptions = {
  sql: Sql
  log: Log
  jobs: Jobs
  googleFor: GoogleFor
  config: ExportConfig
  sizes: Sizes
  /** Deleted exports are purged after so many days. */
  retentionDays: number
  counts?: ExportCounts
  /** The first pause before another try, in seconds. */
  retrySeconds?: number
  /** What one call to Google may hold, in bytes; Google's 2 MB by default. */
  mostBytes?: number
}

export type Exports = AskParts & { quota: Quota; close(): Promise<void> }

/** One person's exports take so many places of a process at most: the others are for other people. */
const placesPerPerson = 2

/** Puts the worker into `jobs`, which is to be started afterwards. */
export function createExports(options: ExportsOptions): Exports {
  const { config, retrySeconds = 2, retentionDays, counts = noCounts, ...given } = options
  const { sql, log, jobs, googleFor, sizes } = given
  const quota = createQuota(sql, config.quota, counts.waited)
  const { leaseSeconds, concurrency } = config
  const parts: RunParts = { ...given, quota, counts, leaseSeconds, retrySeconds }

  jobs.work<ExportJob>(
    exportQueue,
    { concurrency, perGroup: Math.min(placesPerPerson, concurrency) },
    ({ workspace_id, operation_id }, { signal }) =>
      runOperation(parts, { workspaceId: workspace_id, operationId: operation_id }, signal),
  )
  jobs.schedule('exports-tidy', '17 * * * *', async () => {
    await deleteFullBuckets(sql)
    await purgeExports(sql, retentionDays)
  })

  const takeUp = async () => {
    for (const { workspace_id, id, user_id } of await selectForsaken(sql))
      await sendOperation(jobs, sql, { workspaceId: workspace_id, operationId: id, userId: user_id })
  }
  let watching = Promise.resolve()
  const watch = setInterval(() => {
    watching = takeUp().catch((error: unknown) => log.debug({ err: error }, 'exports could not be looked after'))
  }, leaseSeconds * 500)
  watch.unref()

  return {
    ...{ sql, jobs, googleFor, sizes, quota },
    close: async () => {
      clearInterval(watch)
      await watching
    },
  }
}
