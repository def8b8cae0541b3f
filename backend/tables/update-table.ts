// Changes a table by hand: its title, its columns' names and types, its cells; each change is a version of its own.
import type { TableHead } from '../../shared/contract/schemas.ts'
import type { CellChange, TableBody } from '../../shared/contract/table-schemas.ts'
import type { Column, TableReceipt } from '../../shared/table/table.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import { matchesEtag } from '../platform/http/etag.ts'
import { Problem } from '../platform/problem.ts'
import { type CellEdit, countRows, createRowChange, type RowCounts, sumCounts } from './change-rows.ts'
import { lockTable } from './change-store.ts'
import { countsOf, noCells } from './count-cells.ts'
import { getTable } from './get-table.ts'
import { findTable, selectChunks, type TableRow, updateChunk, updateCounts, type VersionKey } from './store.ts'
import { copyVersion } from './write-table.ts'

const invalid = (why: string) => new Problem('invalid_request', why)

/** The columns as they are to be. What a template or a formula stands on, the key, never changes. */
function changeColumns(columns: Column[], changes: TableBody['columns'] = []): Column[] {
  const wanted = new Map(changes.map((change) => [change.key, change]))
  const unknown = changes.find(({ key }) => !columns.some((column) => column.key === key))
  if (unknown) throw invalid(`The table has no column with the key “${unknown.key}”. Read the table again.`)
  return columns.map((column) => {
    const { name, type } = wanted.get(column.key) ?? {}
    if (type && type !== column.type && column.formula)
      throw invalid(`“${column.name}” is computed by a formula: what it holds follows from that.`)
    const { currency, ...rest } = { ...column, ...(name ? { name } : {}), ...(type ? { type } : {}) }
    return rest.type === 'currency' && currency ? { ...rest, currency } : rest
  })
}

/** The edits of each row, by the row's index; a cell that is named twice gets what was said last. */
function groupEdits(table: TableRow, columns: Column[], cells: CellChange[]): Map<number, CellEdit[]> {
  const places = new Map(columns.map((column, at) => [column.key, at]))
  const edits = new Map<number, CellEdit[]>()
  for (const cell of cells) {
    const at = places.get(cell.column)
    if (at === undefined) throw invalid(`The table has no column with the key “${cell.column}”. Read the table again.`)
    if (cell.row >= table.row_count)
      throw invalid(`The table has ${table.row_count} rows, counted from 0; there is no row ${cell.row}.`)
    if ('value' in cell && columns[at]?.formula)
      throw invalid(`“${columns[at].name}” is computed by a formula. Change the cells that it is computed from.`)
    const edit = 'value' in cell ? { column: at, value: cell.value } : { column: at, confirm: true as const }
    edits.set(cell.row, [...(edits.get(cell.row) ?? []), edit])
  }
  return edits
}

const times = (count: number, one: string, many: string) => (count === 1 ? one : many.replace('#', `${count}`))

/** What was done, in a sentence for people. */
function describe(before: TableRow, columns: Column[], { title, cells = [] }: TableBody): string {
  const parts: string[] = []
  if (title !== undefined && title !== before.title) parts.push('renamed the table')
  const renamed = columns.filter((column, at) => column.name !== before.data.columns[at]?.name).length
  const retyped = columns.filter((column, at) => column.type !== before.data.columns[at]?.type).length
  if (renamed > 0) parts.push(times(renamed, 'renamed a column', 'renamed # columns'))
  if (retyped > 0) parts.push(times(retyped, 'changed the type of a column', 'changed the types of # columns'))
  const emptied = cells.filter((cell) => 'value' in cell && (cell.value === null || cell.value === '')).length
  const confirmed = cells.filter((cell) => 'confirm' in cell).length
  const set = cells.length - emptied - confirmed
  if (set > 0) parts.push(times(set, 'set a cell', 'set # cells'))
  if (emptied > 0) parts.push(times(emptied, 'emptied a cell', 'emptied # cells'))
  if (confirmed > 0) parts.push(times(confirmed, 'confirmed a cell', 'confirmed # cells'))
  const sentence = parts.join(', ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** How many rows are held at once while all of them change. */
const rowsAtOnce = 5_000

/** Changes the rows of the new version, which are those of the old one, and counts what there is now. */
async function changeRows(
  tx: Transaction,
  key: VersionKey,
  table: TableRow,
  change: ReturnType<typeof createRowChange>,
  columns: Column[],
  edits: Map<number, CellEdit[]>,
): Promise<RowCounts> {
  const cells = countsOf(table.receipt)
  const known = cells && { ...cells, cells_unread: table.cells_unread }
  const everything = change.all || !known
  let counts: RowCounts = everything ? { ...noCells, cells_unread: 0 } : known
  const take = async (from: number, to: number) => {
    for (const chunk of await selectChunks(tx, key, from, to)) {
      const touched = change.all || chunk.rows.some((_, index) => edits.has(chunk.at + index))
      const after = touched ? change.apply(chunk) : chunk
      if (touched) await updateChunk(tx, key, after)
      if (!everything && !touched) continue
      if (!everything) counts = sumCounts(counts, countRows(chunk, table.data.columns), -1)
      counts = sumCounts(counts, countRows(after, columns))
      done = Math.max(done, chunk.at + chunk.rows.length)
    }
  }
  let done = 0
  if (everything)
    for (let from = 0; from < table.row_count; from = Math.max(done, from + 1)) await take(from, from + rowsAtOnce)
  else for (const row of [...edits.keys()].sort((a, b) => a - b)) if (row >= done) await take(row, row + 1)
  return counts
}

/** Throws `not_found`, `stale` for another state than `ifMatch` names, `already_answering` while rows come. */
export async function updateTable(
  sql: Sql,
  actor: Actor,
  tableId: string,
  body: TableBody,
  ifMatch: string | undefined,
): Promise<TableHead> {
  const { workspaceId, userId } = actor
  return await sql.begin(async (tx) => {
    await lockTable(tx, workspaceId, tableId)
    const head = await getTable(tx, actor, tableId)
    const table = await findTable(tx, workspaceId, tableId, head.version)
    if (!table) throw new Error('A table that was just read is gone')
    if (!matchesEtag(ifMatch, table.updated_at))
      throw new Problem('stale', 'The table has changed since you read it. Read it again, then change it.')
    if (table.open)
      throw new Problem(
        'already_answering',
        'Rows of this table are still coming. Wait for its end, or stop the reply.',
      )
    const columns = changeColumns(table.data.columns, body.columns)
    const edits = groupEdits(table, columns, body.cells ?? [])
    const change = describe(table, columns, body)
    if (change === '') return head
    const from = { workspaceId, tableId, version: table.version }
    const version = await copyVersion(tx, from, { userId, change, columns, title: body.title ?? table.title })
    if (version === undefined) throw new Error('A table that was just read is gone')
    const key = { workspaceId, tableId, version }
    const rowChange = createRowChange(table.data.columns, columns, edits)
    if (rowChange.all || edits.size > 0) {
      const { cells_unread, ...cells } = await changeRows(tx, key, table, rowChange, columns, edits)
      const receipt: TableReceipt | null = table.receipt && { ...table.receipt, ...cells, cells_unread }
      await updateCounts(tx, key, { rowCount: table.row_count, cellsUnread: cells_unread, receipt })
    }
    await recordAudit(tx, actor, 'table.update', { type: 'table', id: tableId })
    return await getTable(tx, actor, tableId)
  })
}
