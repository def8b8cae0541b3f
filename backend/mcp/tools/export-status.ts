// The tool that says how far an export is.
import * as z from 'zod'
import { getStatus } from '../../exports/get-export.ts'
import { ShownExport, showExport } from '../show-export.ts'
import { defineTool } from '../tool.ts'

export const exportStatusTool = defineTool({
  name: 'export_status',
  title: 'How far an export is',
  description: 'Says whether an export is done, with the link to the spreadsheet, or what went wrong and what to do.',
  operations: ['getExportStatus'],
  hints: { readOnlyHint: true, openWorldHint: false },
  input: z.object({ export_id: z.uuid().describe('From export_table') }),
  output: ShownExport,
  async run({ sql }, { actor }, { export_id }) {
    return showExport(await getStatus(sql, actor, export_id))
  },
})
