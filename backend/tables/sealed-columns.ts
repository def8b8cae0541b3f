// What of tables is sealed at rest, each column as a whole.
import type { SealedColumns } from '../platform/database/reseal-columns.ts'

export const sealedColumns: SealedColumns[] = [
  {
    name: 'titles and columns of tables',
    table: 'table_versions',
    key: ['workspace_id', 'table_id', 'version'],
    columns: { title: 'text', change: 'text', data: 'json', format_metadata: 'json', receipt: 'json' },
  },
  {
    name: 'rows of tables',
    table: 'table_rows',
    key: ['workspace_id', 'table_id', 'version', 'at'],
    columns: { rows: 'json', evidence: 'json' },
  },
]
