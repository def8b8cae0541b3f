// Removes for good the templates that were deleted long enough ago.
import type { Sql } from '../platform/database/connect.ts'
import { purgeTemplates as remove } from './store.ts'

const atOnce = 100

export async function purgeTemplates(sql: Sql, days: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await remove(sql, days, atOnce)) === atOnce);
}
