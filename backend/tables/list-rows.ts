// Reads a table's rows, page by page or all in order.
import * as z from 'zod'
import { limits } from '../../shared/contract/limits.ts'
import type { RowsPage } from '../../shared/contract/schemas.ts'
import type { Cell } from '../../shared/table/table.ts'
import { decodeCursor, toPage } from '../platform/cursor.ts'
import type { Actor } from '../platform/http/actor.ts'
import { getTable } from './get-table.ts'
import { type Db, selectChunks } from './store.ts'

type RowsQuery = { cursor?: string | undefined; limit?: number | undefined }

/** Rows from index `from` up to, not including, `to`. */
async function readRange(db: Db, workspaceId: string, tableId: string, from: number, to: number): Promise<Cell[][]> {
  const chunks = await selectChunks(db, workspaceId, tableId, from, to)
  return chunks.flatMap(({ at, rows }) => rows.slice(Math.max(0, from - at), Math.max(0, to - at)))
}

const RowsPlace = z.tuple([z.int().min(0).max(limits.tableRows)])

/** A page of a wide table has fewer rows than the page of a narrow one: about 10 MB at most. */
const pageCells = 200_000

/** Throws `Problem('not_found')` and, on a cursor of another table, `Problem('invalid_request')`. */
export async function listRows(db: Db, actor: Actor, tableId: string, query: RowsQuery): Promise<RowsPage> {
  const list = `rows ${tableId}`
  const [from] = decodeCursor(list, query.cursor, RowsPlace) ?? [0]
  const table = await getTable(db, actor, tableId)
  const limit = Math.min(query.limit ?? limits.pageRows, Math.max(1, Math.floor(pageCells / table.columns.length)))
  const rows = await readRange(db, actor.workspaceId, tableId, from, from + limit + 1)
  return toPage(list, rows, limit, () => [from + limit])
}

/** All rows of a table in chunks, for what works on the whole of it. */
export async function* readAllRows(
  db: Db,
  workspaceId: string,
  tableId: string,
  size = 1000,
): AsyncGenerator<Cell[][]> {
  for (let from = 0; ; from += size) {
    const rows = await readRange(db, workspaceId, tableId, from, from + size)
    if (rows.length > 0) yield rows
    if (rows.length < size) return
  }
}

/** The rows that one event added, as they were. */
export async function readChunk(db: Db, workspaceId: string, tableId: string, at: number, count: number) {
  return await readRange(db, workspaceId, tableId, at, at + count)
}
