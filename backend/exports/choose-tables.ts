// Chooses what of a conversation is exported: a table, and the lists within its records, which are tables of their own.
import type { TableHead } from '../../shared/contract/schemas.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { getTable } from '../tables/get-table.ts'
import { listLatestTables } from '../tables/list-tables.ts'
import type { Db } from './export-store.ts'
import type { Source } from './operation-input.ts'

/** Enough for the tables of a long conversation; a reply makes far fewer. */
const mostTables = 200

/** How the lists within a table's records are called: by the table and the path to them. */
const pathIn = (parent: TableHead, title: string): string | null =>
  title.startsWith(`${parent.title}: `) ? title.slice(parent.title.length + 2) : null

function demandWhole(table: TableHead): void {
  if (table.receipt !== null) return
  throw new Problem('already_answering', 'The table is still being made. Export it when its reply has ended.')
}

async function findRoot(
  db: Db,
  actor: Actor,
  asked: { conversation_id: string; table_id?: string | undefined; version?: number | undefined },
  latest: TableHead[],
): Promise<TableHead> {
  const missing = () => new Problem('not_found', 'There is no such table in this conversation.')
  if (asked.table_id !== undefined) {
    const table = await getTable(db, actor, asked.table_id, asked.version)
    if (table.conversation_id !== asked.conversation_id) throw missing()
    return table
  }
  const isChild = (table: TableHead) =>
    latest.some(
      (other) => other.id !== table.id && other.message_id === table.message_id && pathIn(other, table.title) !== null,
    )
  const newest = latest.find((table) => !isChild(table))
  if (!newest) throw new Problem('not_found', 'There is no table in this conversation. Ask for one first.')
  return asked.version === undefined ? newest : await getTable(db, actor, newest.id, asked.version)
}

/** The table first. Throws `not_found`, and `already_answering` for a table that is still being made. */
export async function chooseTables(
  db: Db,
  actor: Actor,
  asked: { conversation_id: string; table_id?: string | undefined; version?: number | undefined },
  new_rows = false,
): Promise<{ root: TableHead; sources: Source[] }> {
  const latest = await listLatestTables(db, actor.workspaceId, asked.conversation_id, mostTables)
  const root = await findRoot(db, actor, asked, latest)
  const children = latest
    .filter(({ id, message_id }) => id !== root.id && message_id === root.message_id)
    .flatMap((table) => {
      const path = pathIn(root, table.title)
      return path === null ? [] : [{ path, table }]
    })
    // The latest come first; a person reads them in the order they were made.
    .reverse()
  const sources = [{ path: null, table: root }, ...children].map(({ path, table }): Source => {
    demandWhole(table)
    const { conversation_id, id, version, title } = table
    return { path, title, stored: { conversation_id, table_id: id, version, new_rows } }
  })
  return { root, sources }
}
