// Says of one cell where its value comes from, with the words around it.
import type { TableSource } from '../../shared/contract/schemas.ts'
import type { CellEvidence, EvidenceQuery } from '../../shared/contract/table-schemas.ts'
import { namedExpression } from '../../shared/table/compute.ts'
import type { Span } from '../../shared/table/evidence.ts'
import type { Cell, Column } from '../../shared/table/table.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { getTable } from './get-table.ts'
import { readRow } from './list-rows.ts'
import { quoteAround } from './quote-around.ts'
import { findTable, type TableRow } from './store.ts'

/** The version of a table whose cell is asked about: which text a source had depends on when it was made. */
export type ReadAt = { workspaceId: string; conversationId: string; messageId: string; time: string }

/** A source as it was read; `text` is null when it is not there any more, `label` names it for people. */
export type FoundSource = { kind: 'message' | 'file' | 'range'; label: string; text: string | null }

/** Finds what the spans of evidence name, within the workspace; null for what is none of it. */
export type FindSource = (source: string, at: ReadAt) => Promise<FoundSource | null>

const nothing: CellEvidence = { kind: 'empty', source: null, before: '', quote: '', after: '', formula: null }

/** Where a table's rows were read from, as a whole. */
const wholeSource = (source: TableSource | null): CellEvidence['source'] =>
  source && { kind: source.origin, label: source.where, line: null }

/** The formula as people read it, with the names of the columns. */
function sayFormula(formula: string | undefined, columns: Column[]): string | null {
  if (formula === undefined) return null
  try {
    return namedExpression(formula, columns)
  } catch {
    return formula
  }
}

async function quote(
  findSource: FindSource,
  table: TableRow,
  at: ReadAt,
  span: Span,
  cell: Cell,
): Promise<CellEvidence> {
  const found = await findSource(span.source, at)
  const [, range] = /^range:(.*)$/s.exec(span.source) ?? []
  if (!found && range !== undefined)
    return { ...nothing, kind: 'read', source: { kind: 'range', label: range, line: null }, quote: String(cell) }
  if (!found)
    return {
      ...nothing,
      kind: 'quoted',
      source: wholeSource(table.format_metadata.source ?? null),
      quote: String(cell),
    }
  const { kind, label, text } = found
  const place = text === null ? undefined : quoteAround(text, span.start, span.end)
  if (!place) return { ...nothing, kind: 'quoted', source: { kind, label, line: null }, quote: String(cell) }
  const { line, ...words } = place
  return { ...nothing, kind: 'quoted', source: { kind, label, line }, ...words }
}

/** Throws `Problem('not_found')` for a cell that is not there, and for somebody else's table. */
export async function findEvidence(
  sql: Sql,
  findSource: FindSource,
  actor: Actor,
  tableId: string,
  { row: index, column: key, version }: EvidenceQuery,
): Promise<CellEvidence> {
  const { workspaceId } = actor
  const head = await getTable(sql, actor, tableId, version)
  const table = await findTable(sql, workspaceId, tableId, head.version)
  if (!table) throw new Error('A table that was just read is gone')
  const { columns } = table.data
  const at = columns.findIndex((column) => column.key === key)
  const found = at < 0 ? undefined : await readRow(sql, { workspaceId, tableId, version: table.version }, index)
  if (!found) throw new Problem('not_found', 'The table has no such cell. It may have changed; read it again.')
  const cell = found.row[at] ?? null
  if (cell === null) return nothing
  const evidence = found.evidence?.[at] ?? null
  if (evidence === null) return { ...nothing, kind: 'read', source: wholeSource(head.source), quote: String(cell) }
  if (evidence === 'computed')
    return { ...nothing, kind: 'computed', quote: String(cell), formula: sayFormula(columns[at]?.formula, columns) }
  if (typeof evidence === 'string') return { ...nothing, kind: evidence, quote: String(cell) }
  const { conversation_id: conversationId, message_id: messageId, made_at: time } = table
  return await quote(findSource, table, { workspaceId, conversationId, messageId, time }, evidence, cell)
}
