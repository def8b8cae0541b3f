// Reads a table's rows with the evidence of their cells, page by page or all in order.
import * as z from 'zod'
import { limits } from '../../shared/contract/limits.ts'
import type { RowsPage } from '../../shared/contract/schemas.ts'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell } from '../../shared/table/table.ts'
import { decodeCursor, toPage } from '../platform/cursor.ts'
import type { Actor } from '../platform/http/actor.ts'
import { getTable } from './get-table.ts'
import { type Db, type RowChunk, selectChunks, selectChunksAt, type VersionKey } from './store.ts'

type RowsQuery = { cursor?: string | undefined; limit?: number | undefined; version?: number | undefined }

/** Rows and, beside them, their evidence; without it they are as the reader gave them. */
export type RowsWithEvidence = { rows: Cell[][]; evidence?: Evidence[][] }

/** The parts of chunks that lie from index `from` up to, not including, `to`. */
async function readRange(db: Db, key: VersionKey, from: number, to: number): Promise<RowChunk[]> {
  const chunks = await selectChunks(db, key, from, to)
  return chunks
    .map(({ at, rows, evidence }) => {
      const [start, end] = [Math.max(0, from - at), Math.max(0, to - at)]
      return { at: at + start, rows: rows.slice(start, end), evidence: evidence?.slice(start, end) ?? null }
    })
    .filter(({ rows }) => rows.length > 0)
}

/** The version and the index: pages stay with the version that the first one came from. */
const RowsPlace = z.tuple([z.int().positive(), z.int().min(0).max(limits.tableRows)])

/** A page of a wide table has fewer rows than the page of a narrow one: about 10 MB at most. */
const pageCells = 200_000

/**
 * Of the newest version unless another is asked for; where some rows of a page have evidence and others have none, those
 * have null for each cell. Throws `Problem('not_found')` and, on a cursor of another table, `Problem('invalid_request')`.
 */
export async function listRows(db: Db, actor: Actor, tableId: string, query: RowsQuery): Promise<RowsPage> {
  const list = query.version === undefined ? `rows ${tableId}` : `rows ${tableId} ${query.version}`
  const [version, from] = decodeCursor(list, query.cursor, RowsPlace) ?? [query.version, 0]
  const table = await getTable(db, actor, tableId, version)
  const width = table.columns.length
  const limit = Math.min(query.limit ?? limits.pageRows, Math.max(1, Math.floor(pageCells / width)))
  const key = { workspaceId: actor.workspaceId, tableId, version: table.version }
  const chunks = await readRange(db, key, from, from + limit + 1)
  const page = toPage(
    list,
    chunks.flatMap(({ rows }) => rows),
    limit,
    () => [table.version, from + limit],
  )
  if (chunks.every(({ evidence }) => evidence === null)) return page
  const none = new Array<Evidence>(width).fill(null)
  const evidence = chunks.flatMap((chunk) => chunk.evidence ?? chunk.rows.map(() => none))
  return { ...page, evidence: evidence.slice(0, limit) }
}

/** All rows of a version in chunks, for what works on the whole of it. Each chunk has evidence for all rows or none. */
export async function* readAllRows(db: Db, key: VersionKey, size = 1000): AsyncGenerator<RowsWithEvidence> {
  for (let from = 0; ; from += size) {
    const chunks = await readRange(db, key, from, from + size)
    let count = 0
    let run: RowsWithEvidence | null = null
    for (const { rows, evidence } of chunks) {
      count += rows.length
      if (run && Boolean(run.evidence) === Boolean(evidence)) {
        run.rows.push(...rows)
        if (evidence) run.evidence?.push(...evidence)
        continue
      }
      if (run) yield run
      run = evidence ? { rows: [...rows], evidence: [...evidence] } : { rows: [...rows] }
    }
    if (run) yield run
    if (count < size) return
  }
}

/** One row and its evidence, for who asks about a single cell; undefined beyond the last one. */
export async function readRow(db: Db, key: VersionKey, index: number) {
  const [chunk] = await readRange(db, key, index, index + 1)
  const row = chunk?.rows[0]
  return row && { row, evidence: chunk.evidence?.[0] ?? null }
}

/** The chunks that events added, as they were; one place and one answer each, in the same order. */
export async function readChunks(db: Db, places: (VersionKey & { at: number })[]): Promise<RowsWithEvidence[]> {
  if (places.length === 0) return []
  const name = (tableId: string, version: number, at: number) => `${tableId} ${version} ${at}`
  const found = await selectChunksAt(db, places)
  const chunks = new Map(found.map((chunk) => [name(chunk.table_id, chunk.version, chunk.at), chunk]))
  return places.map(({ tableId, version, at }) => {
    const { rows = [], evidence = null } = chunks.get(name(tableId, version, at)) ?? {}
    return evidence ? { rows, evidence } : { rows }
  })
}
