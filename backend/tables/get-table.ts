// Reads one table's head.
import type { TableHead } from '../../shared/contract/schemas.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { type Db, findTable } from './store.ts'
import { toTableHead } from './table-head.ts'

/** Throws `Problem('not_found')`, for somebody else's table too. */
export async function getTable(db: Db, actor: Actor, tableId: string): Promise<TableHead> {
  const row = await findTable(db, actor.workspaceId, tableId)
  if (!row) throw new Problem('not_found', 'There is no such table. It may have been deleted with its conversation.')
  return toTableHead(row)
}
