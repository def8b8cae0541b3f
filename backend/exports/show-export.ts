// Exports and their writes as the API tells them.
import type { ExportOperation, ExportStatus, Progress, SheetExport } from '../../shared/contract/export-schemas.ts'
import type { ExportRow } from './export-store.ts'
import type { OperationRow } from './operation-store.ts'

const urlOf = (id: string | null) => (id === null ? null : `https://docs.google.com/spreadsheets/d/${id}/edit`)

export const showExport = ({ workspace_id: _, position: __, ...row }: ExportRow): SheetExport => ({
  ...row,
  url: urlOf(row.spreadsheet_id),
})

const nothing: Progress = { rows: 0, rows_total: null, cells: 0, cells_total: null, calls: 0, calls_total: null }

const showOperation = (row: OperationRow): ExportOperation => ({
  id: row.id,
  kind: row.kind,
  update_type: row.update_type,
  state: row.state,
  progress: { ...nothing, ...row.progress },
  errors: row.problem ? [row.problem] : [],
  receipts: row.receipts,
  attempts: row.attempts,
  next_try_at: row.next_try_at,
  created_at: row.created_at,
  updated_at: row.updated_at,
  finished_at: row.finished_at,
})

export function showStatus(sheet: ExportRow, row: OperationRow, queued: number): ExportStatus {
  const operation = showOperation(row)
  const { state, progress, errors } = operation
  return {
    id: sheet.id,
    ...{ state, progress, errors },
    last_sync: sheet.last_sync,
    spreadsheet_id: sheet.spreadsheet_id,
    url: urlOf(sheet.spreadsheet_id),
    operation,
    queued,
  }
}
