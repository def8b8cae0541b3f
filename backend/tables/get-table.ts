// Reads one table's head.
import type { TableHead } from '../../shared/contract/schemas.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { type Db, findTable } from './store.ts'
import { toTableHead } from './table-head.ts'

/** The newest version unless another is asked for. Throws `Problem('not_found')`, for somebody else's table too. */
export async function getTable(db: Db, actor: Actor, tableId: string, version?: number): Promise<TableHead> {
  const row = await findTable(db, actor.workspaceId, tableId, version ?? null)
  if (row) return toTableHead(row)
  throw new Problem(
    'not_found',
    version === undefined
      ? 'There is no such table. It may have been deleted with its conversation.'
      : `There is no version ${version} of such a table. Leave the version out for the newest one.`,
  )
}
