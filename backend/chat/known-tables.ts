// Tables that replies made earlier, as the engine gets them: to work on, or to go on with.
import type { TableHead } from '../../shared/contract/schemas.ts'
import type { Evidence } from '../../shared/table/evidence.ts'
import type { Cell } from '../../shared/table/table.ts'
import type { SourceTable, UnfinishedTable } from '../extraction/engine.ts'
import type { Sql } from '../platform/database/connect.ts'
import { readAllRows } from '../tables/list-rows.ts'

/** `index` numbers the known tables of one input from 0. */
export async function toKnown(sql: Sql, workspaceId: string, table: TableHead, index: number): Promise<SourceTable> {
  const key = { workspaceId, tableId: table.id, version: table.version }
  const cells = () => readAllRows(sql, key)
  async function* rows() {
    for await (const chunk of cells()) yield chunk.rows
  }
  const first = await readAllRows(sql, key, 5).next()
  const unknown = { state: 'complete' as const, rows_seen: null, cells_unread: 0, notes: [] }
  return {
    id: `k${index + 1}`,
    table_id: table.id,
    origin: 'earlier',
    where: 'earlier in this conversation',
    format: 'table',
    title: table.title,
    columns: table.columns,
    row_count: table.row_count,
    sample: first.done ? [] : first.value.rows,
    receipt: table.receipt ?? { ...unknown, rows_extracted: table.row_count },
    rows,
    cells,
  }
}

/** All that is there of a table whose rows are to go on. */
export async function toUnfinished(sql: Sql, workspaceId: string, table: TableHead): Promise<UnfinishedTable> {
  const rows: Cell[][] = []
  const evidence: Evidence[][] = []
  let some = false
  const none = new Array<Evidence>(table.columns.length).fill(null)
  for await (const chunk of readAllRows(sql, { workspaceId, tableId: table.id, version: table.version })) {
    for (const [index, row] of chunk.rows.entries()) {
      rows.push(row)
      evidence.push(chunk.evidence?.[index] ?? none)
    }
    some ||= chunk.evidence !== undefined
  }
  return { title: table.title, columns: table.columns, rows, evidence: some ? evidence : null }
}

/** Whether a table that was found was handed on whole: nothing of it is to be told again. */
export const isSame = (found: SourceTable, made: TableHead): boolean =>
  found.row_count === made.row_count &&
  found.title === made.title &&
  found.columns.length === made.columns.length &&
  found.columns.every(({ key, type }, at) => key === made.columns[at]?.key && type === made.columns[at]?.type)
