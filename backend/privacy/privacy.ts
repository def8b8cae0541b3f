// Puts the jobs of retention and deletion in place.
import { purgeChat } from '../chat/purge.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { purgeTemplates } from '../templates/purge.ts'
import { purgeAccount, purgeClosedAccounts, purgeQueue } from './delete-account.ts'
import { purgeExports } from './store.ts'

const exportsAtOnce = 100

/** Removes what was deleted more than so many days ago, and what closed accounts have left. */
export async function purgeDeleted(sql: Sql, days: number, signal: AbortSignal): Promise<void> {
  await purgeChat(sql, days, signal)
  await purgeTemplates(sql, days, signal)
  while (!signal.aborted && (await purgeExports(sql, days, exportsAtOnce)) === exportsAtOnce);
  await purgeClosedAccounts(sql, signal)
}

/** Every hour, so that nothing is kept much longer than was said. */
export function schedulePurges({ sql, jobs, days }: { sql: Sql; jobs: Jobs; days: number }): void {
  jobs.schedule('purge-deleted', '17 * * * *', (signal) => purgeDeleted(sql, days, signal))
  jobs.work<{ workspaceId: string; userId: string }>(purgeQueue, { concurrency: 1 }, (owner, { signal }) =>
    purgeAccount(sql, owner, signal),
  )
}
