// Gets the table of one source ready to be written: stored rows are read, and what stands in no source stays out.
import type { TableSource } from '../../shared/plan/anchor.ts'
import type { Cell, Table } from '../../shared/table/table.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { getTable } from '../tables/get-table.ts'
import { readAllRows } from '../tables/list-rows.ts'
import type { Source, StoredSource } from './operation-input.ts'

export type LoadedTable = {
  table: Table
  source: TableSource | null
  /** Cells that were left empty because their values stand in no source. */
  left_empty: number
}

/** A version of a stored table, whole or from row `after` on. Throws `Problem('not_found')`. */
export async function loadTable(
  sql: Sql,
  actor: Actor,
  { table_id: tableId, version }: Pick<StoredSource, 'table_id' | 'version'>,
  after = 0,
): Promise<{ table: Table; left_empty: number }> {
  const { title, columns } = await getTable(sql, actor, tableId, version)
  const rows: Cell[][] = []
  let at = 0
  let left_empty = 0
  for await (const chunk of readAllRows(sql, { workspaceId: actor.workspaceId, tableId, version }))
    for (const [r, row] of chunk.rows.entries()) {
      at += 1
      if (at <= after) continue
      const isFree = (c: number) => chunk.evidence?.[r]?.[c] === 'unsupported'
      left_empty += row.filter((cell, c) => cell !== null && isFree(c)).length
      rows.push(row.some((_, c) => isFree(c)) ? row.map((cell, c) => (isFree(c) ? null : cell)) : row)
    }
  return { table: { title, columns, rows }, left_empty }
}

/** `last` is the version of the table that the spreadsheet got last. */
export async function loadSource(
  sql: Sql,
  actor: Actor,
  source: Source,
  last: Pick<StoredSource, 'table_id' | 'version'> | null,
): Promise<LoadedTable> {
  if ('table' in source) return { table: source.table, source: null, left_empty: 0 }
  const { stored } = source
  const isMore = stored.new_rows && last?.table_id === stored.table_id
  try {
    const after = isMore ? (await getTable(sql, actor, last.table_id, last.version)).row_count : 0
    const loaded = await loadTable(sql, actor, stored, after)
    const { conversation_id, table_id, version } = stored
    return { ...loaded, source: { conversation_id, table_id, version } }
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not_found') throw error
    throw new Problem('not_found', 'Nothing was written. The table has been deleted since it was asked for.')
  }
}
