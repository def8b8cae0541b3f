// The tool that reads a kept table, page by page.
import * as z from 'zod'
import { getTable } from '../../tables/get-table.ts'
import { listRows } from '../../tables/list-rows.ts'
import { Cursor, Notes, Rows, TableSummary } from '../schemas.ts'
import { fitRows, linesOf, notesOf } from '../show-rows.ts'
import { lineOf, summaryOf } from '../show-table.ts'
import { defineTool } from '../tool.ts'

export const getTableTool = defineTool({
  name: 'get_table',
  title: 'Read a table',
  description:
    'Reads the rows of a table, a page at a time. Do not read a large table only to copy it: export_table writes all of it.',
  operations: ['getTable', 'listRows'],
  hints: { readOnlyHint: true, openWorldHint: false },
  input: z.object({
    table_id: z.uuid(),
    limit: z.int().min(1).max(500).default(100).describe('Rows of a page at most'),
    cursor: Cursor,
  }),
  output: z.object({ table: TableSummary, rows: Rows, next_cursor: z.string().nullable(), notes: Notes }),
  async run({ sql, sizes }, { actor }, { table_id, limit: asked, cursor }) {
    const limit = Math.min(asked, sizes.pageRows)
    const head = await getTable(sql, actor, table_id)
    let page = await listRows(sql, actor, table_id, { cursor, limit })
    let shown = fitRows(page.items)
    if (shown.rows.length < page.items.length) {
      // Read again, so that the cursor goes on where this page ends.
      page = await listRows(sql, actor, table_id, { cursor, limit: shown.rows.length })
      shown = fitRows(page.items)
    }
    const { rows, shortened } = shown
    const notes = notesOf([
      page.next_cursor && `${rows.length} of ${head.row_count} rows are shown. Go on with cursor ${page.next_cursor}`,
      shortened > 0 && `${shortened} long cells are shortened; an export has them whole.`,
    ])
    return {
      data: { table: summaryOf(head), rows, next_cursor: page.next_cursor, notes },
      text: [lineOf(head), linesOf(rows), ...notes].join('\n'),
    }
  },
})
