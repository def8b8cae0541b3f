// The tool that exports a kept table to a new Google spreadsheet.
import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod'
import { limits } from '../../../shared/contract/limits.ts'
import { createExport, undecided } from '../../exports/create-export.ts'
import { getStatus } from '../../exports/get-export.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { getTable } from '../../tables/get-table.ts'
import { doOnce } from '../once.ts'
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
    'Writes a kept table through a template into a new spreadsheet of the person’s connected Google account. Ask the person first. Large tables take a while: follow them with export_status. Who did not get the answer asks again with the same idempotency_key.',
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
    idempotency_key: z
      .string()
      .trim()
      .min(1)
      .max(limits.keyCharacters)
      .optional()
      .describe('A random text for this one export: asked for again with it, no second spreadsheet is made'),
  }),
  output: ShownExport,
  async run({ sql, exports, answers }, { actor, signal }, { idempotency_key: key, ...input }) {
    const { table_id, rows_to_review, ...asked } = input
    const create = async (by: Actor, exportId?: string) => {
      const { conversation_id, version } = await getTable(sql, by, table_id)
      const decisions = rows_to_review && { ...undecided, review: { all: rows_to_review, rows: {} } }
      const body = {
        ...asked,
        conversation_id,
        table_id,
        version,
        native_table: false,
        ...(decisions ? { decisions } : {}),
      }
      return (await createExport(exports, by, body, exportId)).id
    }
    const request = ['export_table', JSON.stringify(input)]
    const id =
      key === undefined ? await create(actor) : await doOnce(answers, { actor, signal }, { key, request }, create)
    const until = Date.now() + waitMs
    let status = await getStatus(sql, actor, id)
    while (!isOver(status.state) && Date.now() < until && !signal.aborted) {
      await delay(pollMs)
      status = await getStatus(sql, actor, id)
    }
    return showExport(status)
  },
})
