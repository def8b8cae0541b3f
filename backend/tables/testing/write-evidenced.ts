// Writes a table with evidence into the place of a reply, as a model's would be, for tests.
import { randomUUID } from 'node:crypto'
import type { TableSource } from '../../../shared/contract/schemas.ts'
import type { Evidence } from '../../../shared/table/evidence.ts'
import type { Cell, Column } from '../../../shared/table/table.ts'
import type { Sql } from '../../platform/database/connect.ts'
import { countCells } from '../count-cells.ts'
import { addRows, endTables, startTable } from '../write-table.ts'

type Written = {
  messageId: string
  title?: string
  columns: Column[]
  rows: Cell[][]
  evidence: Evidence[][] | null
  source?: TableSource
}

/** The id of the table; its rows are in chunks of two. */
export async function writeEvidenced(
  sql: Sql,
  { messageId, title = 'Orders', columns, rows, evidence, source }: Written,
) {
  const [reply] = await sql<[{ workspace_id: string; conversation_id: string }]>`
    select workspace_id, conversation_id from messages where id = ${messageId}`
  const { workspace_id: workspaceId, conversation_id: conversationId } = reply
  const id = randomUUID()
  const version = await startTable(sql, {
    workspaceId,
    id,
    conversationId,
    messageId,
    title,
    columns,
    source: source ?? null,
  })
  const key = { workspaceId, tableId: id, version }
  for (let at = 0; at < rows.length; at += 2) {
    const chunk = { at, rows: rows.slice(at, at + 2), evidence: evidence?.slice(at, at + 2) ?? null }
    await addRows(sql, [{ ...key, columns, ...chunk }])
  }
  const counts = { rows_seen: rows.length, rows_extracted: rows.length, cells_unread: 0, ...countCells(rows, evidence) }
  await endTables(sql, [{ ...key, receipt: { state: 'complete', ...counts, notes: [] } }])
  return id
}
