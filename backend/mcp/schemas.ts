// Pieces of what tools take and give.
import * as z from 'zod'
import { Cell, ColumnType } from '../../shared/table/table.ts'

export const Cursor = z.string().max(500).optional().describe('next_cursor of the page before')

export const TemplateId = z
  .string()
  .min(1)
  .max(100)
  .describe('Id from list_templates, such as plain_table or sales_analysis')

export const ShownColumn = z.object({ name: z.string(), type: ColumnType })

export const Rows = z.array(z.array(Cell)).describe('One cell for each column')

export const Notes = z.array(z.string()).describe('What is left out or has to be looked at')

export const TableSummary = z.object({
  id: z.string(),
  conversation_id: z.string(),
  title: z.string(),
  columns: z.array(ShownColumn),
  row_count: z.int(),
  version: z.int(),
})
