// A table's head for a model.
import type * as z from 'zod'
import type { TableHead } from '../../shared/contract/schemas.ts'
import type { Column } from '../../shared/table/table.ts'
import type { TableSummary } from './schemas.ts'
import { namesOf } from './show-rows.ts'

export const columnsOf = (columns: Column[]) => columns.map(({ name, type }) => ({ name, type }))

export const summaryOf = ({
  id,
  conversation_id,
  title,
  columns,
  row_count,
  version,
}: TableHead): z.infer<typeof TableSummary> => ({
  ...{ id, conversation_id, title, row_count, version },
  columns: columnsOf(columns),
})

export const lineOf = ({ id, title, columns, row_count }: TableHead) =>
  `“${title}”: ${row_count} rows, table_id ${id}\n  ${namesOf(columns)}`
