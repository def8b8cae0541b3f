// A stored table as people get it: its head, without rows.
import type { TableHead } from '../../shared/contract/schemas.ts'
import type { TableRow } from './store.ts'

export const toTableHead = (row: TableRow): TableHead => ({
  id: row.id,
  conversation_id: row.conversation_id,
  message_id: row.message_id,
  version: row.version,
  // A table whose every version was replaced is still there for who knows its id.
  latest_version: Math.max(row.latest_version, 1),
  source: row.format_metadata.source ?? null,
  title: row.title,
  columns: row.data.columns,
  row_count: row.row_count,
  receipt: row.open ? null : row.receipt,
  created_at: row.created_at,
  updated_at: row.updated_at,
})
