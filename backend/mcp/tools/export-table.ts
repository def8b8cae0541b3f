// The tool that exports a kept table to a new Google spreadsheet.
import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod'
import { createExport, undecided } from '../../exports/create-export.ts'
import { getStatus } from '../../exports/get-export.ts'
import { getTable } from '../../tables/get-table.ts'
import { TemplateId } from '../schemas.ts'
import { ShownExport, showExport } from '../show-export.ts'
import { defineTool } from '../tool.ts'

/** Most exports are done by then, and the link comes at once. */
const waitMs = 8_000
const pollMs = 250

const isOver = (state: string) => ['done', 'failed', 'cancelled'].includes(state)

export const exportTableTool = defineTool({
  name: 'export_table',
  title: 'Export a table to Google Sheets',
  description:
    'Writes a kept table through a template into a new spreadsheet of the person’s connected Google account. Ask the person first. Large tables take a while: follow them with export_status.',
  operations: ['getTable', 'createExport', 'getExportStatus'],
  hints: { readOnlyHint: false, openWorldHint: true },
  input: z.object({
    table_id: z.uuid().describe('From send_message or list_tables'),
    template: TemplateId.default('plain_table'),
    title: z.string().trim().min(1).max(200).optional().describe('What the spreadsheet is called'),
    rows_to_review: z
      .enum(['in', 'out'])
      .optional()
      .describe(
        'Whether rows that break a rule of the template go in. Ask the person; without it such a table is not written',
      ),
    locale: z.string().max(35).optional().describe('How the spreadsheet writes numbers and days, such as de_DE'),
    time_zone: z.string().max(64).optional().describe('Such as Europe/Berlin'),
  }),
  output: ShownExport,
  async run({ sql, exports }, { actor, signal }, { table_id, rows_to_review, ...asked }) {
    const { conversation_id, version } = await getTable(sql, actor, table_id)
    const decisions = rows_to_review && { ...undecided, review: { all: rows_to_review, rows: {} } }
    const { id } = await createExport(exports, actor, {
      ...{ ...asked, conversation_id, table_id, version, native_table: false },
      ...(decisions ? { decisions } : {}),
    })
    const until = Date.now() + waitMs
    let status = await getStatus(sql, actor, id)
    while (!isOver(status.state) && Date.now() < until && !signal.aborted) {
      await delay(pollMs)
      status = await getStatus(sql, actor, id)
    }
    return showExport(status)
  },
})
