// Carries one operation out: its tables, each into its place in the spreadsheet, and what is known of them afterwards.
import type { ExportedTable, Progress } from '../../shared/contract/export-schemas.ts'
import type { Receipt } from '../../shared/plan/receipt.ts'
import type { Target } from '../../shared/plan/target.ts'
import { builtInTemplates } from '../../shared/template/built-in.ts'
import type { Template } from '../../shared/template/template.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { GoogleApi } from '../platform/google/google-api.ts'
import { Problem } from '../platform/problem.ts'
import { createSpreadsheetWithTable } from './create-spreadsheet.ts'
import type { ExportCounts } from './export-counts.ts'
import { type ExportRow, updateSpreadsheet } from './export-store.ts'
import { type LoadedTable, loadSource, loadTable } from './load-source.ts'
import type { Source } from './operation-input.ts'
import { type ClaimedRow, updateReceipts } from './operation-store.ts'
import type { Structure } from './read-structure.ts'
import { type TableWrite, type WriteOptions, writeTable } from './write-table.ts'

export type OperationWork = {
  sql: Sql
  google: GoogleApi
  counts: Pick<ExportCounts, 'wrote'>
  operation: ClaimedRow
  /** As it is now; it changes with every table that is written. */
  sheet: ExportRow
  onProgress: (progress: Partial<Progress> & { calls_left?: number }) => void
  /** For tests and long runs: what one call may hold, in bytes. */
  mostBytes?: number | undefined
}

/** Each table of an operation is a write of its own, which the spreadsheet remembers by this id. */
export const writeIdOf = (operationId: string, at: number): string => (at === 0 ? operationId : `${operationId}-${at}`)

/** Lists within records fit no template: they are written as they are. */
function templateFor({ path }: Source, template: Template): Template {
  if (path === null) return template
  const plain = builtInTemplates.find(({ id }) => id === 'plain_table')
  if (!plain) throw new Error('The plain template is gone')
  return plain
}

function targetFor({ operation }: OperationWork, known: ExportedTable | undefined, title: string): Target {
  const { update_type, input } = operation
  if (!known || update_type === null) return { kind: 'new_sheet', name: title.slice(0, 100) || 'Table' }
  const { anchor_id } = known
  if (update_type !== 'merge') return { kind: update_type, anchor_id }
  return { kind: 'merge', anchor_id, ...(input.by.length > 0 ? { by: input.by } : {}) }
}

/** The version of the same table that the sheet got last. */
async function baseFor({ sql, operation }: OperationWork, known: ExportedTable | undefined, loaded: LoadedTable) {
  const last = known?.source
  if (operation.update_type !== 'merge' || !last || last.table_id !== loaded.source?.table_id) return null
  const actor = { workspaceId: operation.workspace_id, userId: operation.user_id }
  return (await loadTable(sql, actor, last)).table
}

async function keep(work: OperationWork, written: { spreadsheetId: string; table: ExportedTable; receipt: Receipt }) {
  const { sql, operation, sheet } = work
  const { spreadsheetId, table, receipt } = written
  const at = sheet.meta_data.tables.findIndex(({ anchor_id }) => anchor_id === table.anchor_id)
  const tables = at < 0 ? [...sheet.meta_data.tables, table] : sheet.meta_data.tables.with(at, table)
  const receipts = [...operation.receipts, receipt]
  const key = { workspaceId: operation.workspace_id, exportId: operation.export_id, operationId: operation.id }
  await sql.begin(async (tx) => {
    await updateSpreadsheet(tx, key, { spreadsheetId, tables })
    await updateReceipts(tx, key, receipts)
  })
  sheet.spreadsheet_id = spreadsheetId
  sheet.meta_data = { ...sheet.meta_data, tables }
  operation.receipts = receipts
}

async function writeOne(
  work: OperationWork,
  source: Source,
  at: number,
  told: Pick<WriteOptions, 'structure' | 'onStructure'>,
): Promise<void> {
  const { sql, google, counts, operation, sheet, onProgress, mostBytes } = work
  const { input } = operation
  const known = sheet.meta_data.tables.find(({ path }) => path === source.path)
  const actor = { workspaceId: operation.workspace_id, userId: operation.user_id }
  const loaded = await loadSource(sql, actor, source, known?.source ?? null)
  const template = templateFor(source, input.template)
  const rows_total = loaded.table.rows.length
  const cells = { total: 0 }
  const options = {
    ...{ google, ...told },
    ...(mostBytes === undefined ? {} : { most_bytes: mostBytes }),
    onProgress: (sent: { call: number; of: number; cells: number; cells_total: number }) => {
      cells.total = sent.cells_total
      const rows = sent.cells_total === 0 ? 0 : Math.floor((rows_total * sent.cells) / sent.cells_total)
      onProgress({
        rows,
        rows_total,
        cells: sent.cells,
        cells_total: sent.cells_total,
        calls_left: sent.of - sent.call + 1,
      })
    },
  }
  const write: TableWrite = {
    table: loaded.table,
    template,
    decisions: source.path === null ? input.decisions : { ...input.decisions, mapping: {} },
    source: loaded.source,
    base: await baseFor(work, known, loaded),
    native_table: sheet.meta_data.native_table,
    operation_id: writeIdOf(operation.id, at),
    digest: null,
    allow: input.allow,
  }
  const target = targetFor(work, known, loaded.table.title || source.title)
  const { title, meta_data } = sheet
  const made =
    sheet.spreadsheet_id === null
      ? await createSpreadsheetWithTable(
          { title, locale: meta_data.locale, time_zone: meta_data.time_zone },
          { ...write, exactly_once: true, again: operation.attempts > 1, patient: true },
          options,
        )
      : {
          spreadsheet_id: sheet.spreadsheet_id,
          receipt: await writeTable(sheet.spreadsheet_id, target, write, options),
        }
  const { receipt } = made
  const added = target.kind === 'append' ? (known?.rows ?? 0) : 0
  const table: ExportedTable = {
    path: source.path,
    title: receipt.title,
    anchor_id: receipt.anchor_id,
    sheet_id: receipt.sheet_id,
    sheet_name: receipt.sheet_name,
    range: receipt.range,
    rows: added + rows_total - receipt.counts.rows_left_out,
    cells_left_empty: loaded.left_empty,
    template: { id: template.id, version: template.version },
    // Rows that came with a request leave the table known by what it was made from.
    source: loaded.source ?? known?.source ?? null,
    columns: known && target.kind !== 'replace' ? known.columns : loaded.table.columns,
  }
  await keep(work, { spreadsheetId: made.spreadsheet_id, table, receipt })
  counts.wrote({ rows: rows_total - receipt.counts.rows_left_out, cells: cells.total })
  onProgress({ rows: rows_total, rows_total, cells: cells.total, cells_total: cells.total })
}

/** Somebody may change the spreadsheet meanwhile: what a write has told of it is believed only that long, in milliseconds. */
const toldMs = 3_000

type Told = { structure: Structure; until: number } | null

/** Throws problems. What is written stays known, table by table: the next try goes on behind it. */
export async function writeOperation(work: OperationWork): Promise<void> {
  const { operation, sheet } = work
  if (operation.kind === 'update' && sheet.spreadsheet_id === null)
    throw new Problem(
      'export_unwritten',
      'Nothing was written. The spreadsheet was never made: export the table again.',
    )
  let told: Told = null
  const tell = (structure: Structure) => {
    told = { structure, until: performance.now() + toldMs }
  }
  const takeTold = (): Structure | null => {
    const { structure, until } = told ?? { structure: null, until: 0 }
    told = null
    return until > performance.now() ? structure : null
  }
  for (const [at, source] of operation.data.entries()) {
    if (at < operation.receipts.length) continue
    const isLast = at === operation.data.length - 1
    await writeOne(work, source, at, { structure: takeTold(), ...(isLast ? {} : { onStructure: tell }) })
  }
}
