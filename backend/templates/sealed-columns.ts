// What of templates is sealed at rest, each column as a whole.
import type { SealedColumns } from '../platform/database/reseal-columns.ts'

export const sealedColumns: SealedColumns[] = [
  {
    name: 'templates',
    table: 'export_template_versions',
    key: ['workspace_id', 'template_id', 'version'],
    columns: { name: 'text', description: 'text', layout: 'json', formatting: 'json', validation_rules: 'json' },
  },
]
