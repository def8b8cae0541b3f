// Sends a whole table as a file, row by row, so that a million rows take no more memory than a thousand.
import { Readable } from 'node:stream'
import type { DownloadQuery } from '../../shared/contract/table-schemas.ts'
import type { Cell } from '../../shared/table/table.ts'
import type { Actor } from '../platform/http/actor.ts'
import { Problem } from '../platform/problem.ts'
import { getTable } from './get-table.ts'
import { type RowsWithEvidence, readAllRows } from './list-rows.ts'
import type { Db } from './store.ts'
import { csvLine } from './write-csv.ts'
import { writeWorkbook } from './write-workbook.ts'

/** What Excel takes in one sheet, header included. */
const workbookRows = 1_048_576

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** What stands in no source stays out, as it does in the sheet, until a person has kept it. */
const supported = ({ rows, evidence }: RowsWithEvidence): Cell[][] =>
  evidence ? rows.map((row, r) => row.map((cell, c) => (evidence[r]?.[c] === 'unsupported' ? null : cell))) : rows

async function* csvOf(names: string[], rows: AsyncIterable<Cell[][]>, exact: boolean) {
  yield `\ufeff${csvLine(names, exact)}`
  for await (const chunk of rows) yield chunk.map((row) => csvLine(row, exact)).join('')
}

async function* jsonOf(head: object, chunks: AsyncIterable<RowsWithEvidence>) {
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`
  let first = true
  for await (const { rows, evidence } of chunks)
    for (const [at, cells] of rows.entries()) {
      yield `${first ? '' : ','}${JSON.stringify(evidence ? { cells, evidence: evidence[at] } : { cells })}`
      first = false
    }
  yield ']}'
}

/** A file as it is sent: its media type, what it is called, and its bytes, made while they are read. */
export type Download = { type: string; title: string; format: string; bytes: Readable }

/** Throws `not_found`, and `table_too_large` where the format has no room for it. */
export async function downloadTable(
  db: Db,
  actor: Actor,
  tableId: string,
  { format, exact, version }: DownloadQuery,
): Promise<Download> {
  const table = await getTable(db, actor, tableId, version)
  if (format === 'xlsx' && table.row_count >= workbookRows)
    throw new Problem('table_too_large', 'A sheet of an Excel workbook has 1,048,576 rows. Download it as CSV.')
  const key = { workspaceId: actor.workspaceId, tableId, version: table.version }
  const chunks = readAllRows(db, key)
  const rows = async function* () {
    for await (const chunk of chunks) yield supported(chunk)
  }
  const names = table.columns.map(({ name, key: columnKey }) => name || columnKey)
  const { id, title, columns, row_count, created_at, updated_at } = table
  const head = { id, version: table.version, title, columns, row_count, created_at, updated_at }
  const bytes =
    format === 'xlsx'
      ? writeWorkbook(table, rows())
      : Readable.from(format === 'csv' ? csvOf(names, rows(), exact) : jsonOf(head, chunks))
  return { type: types[format], title, format, bytes }
}
