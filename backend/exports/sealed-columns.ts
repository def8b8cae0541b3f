// What of exports is sealed at rest, each column as a whole.
import type { SealedColumns } from '../platform/database/reseal-columns.ts'

const key = ['workspace_id', 'id']

export const sealedColumns: SealedColumns[] = [
  { name: 'titles and tables of exports', table: 'sheet_exports', key, columns: { title: 'text', meta_data: 'json' } },
  {
    ...{ name: 'writes into spreadsheets', table: 'export_operations', key },
    columns: { input: 'json', data: 'json', problem: 'json', receipts: 'json' },
  },
  {
    ...{ name: 'receipts of clients', table: 'export_receipts', key },
    columns: { template: 'text', receipt: 'json' },
  },
]
