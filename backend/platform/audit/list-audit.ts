// Shows people what was done in their name.
import type { AuditEntry } from '../../../shared/contract/audit-operations.ts'
import { limits } from '../../../shared/contract/limits.ts'
import type { PageQuery } from '../../../shared/contract/schemas.ts'
import { CountPlace, decodeCursor, toPage } from '../cursor.ts'
import type { Sql } from '../database/connect.ts'
import type { Actor } from '../http/actor.ts'
import { selectEntries } from './store.ts'

/** A page of the person's own entries, the latest first. Throws `invalid_request` for a cursor of another list. */
export async function listAudit(
  sql: Sql,
  actor: Actor,
  { cursor, limit = limits.pageItems }: PageQuery,
): Promise<{ items: AuditEntry[]; next_cursor: string | null }> {
  const [before = null] = decodeCursor('audit', cursor, CountPlace) ?? []
  const rows = await selectEntries(sql, actor, before, limit + 1)
  return toPage('audit', rows, limit, (last) => [last.position])
}
