// The tool that reads tables out of a text and stores nothing.
import * as z from 'zod'
import { EndState } from '../../../shared/table/table.ts'
import { Notes, Rows, ShownColumn, TemplateId } from '../schemas.ts'
import { fitRows, linesOf, mostCharacters, namesOf, notesOf } from '../show-rows.ts'
import { columnsOf } from '../show-table.ts'
import { defineTool } from '../tool.ts'

export const extractTool = defineTool({
  name: 'extract',
  title: 'Read tables from text',
  description:
    'Reads the tables in a text (prose, CSV, Markdown, HTML, JSON, logs, mail) as typed rows. Values are copied from the text, never invented. Stores nothing: to keep or export a table, use send_message.',
  operations: ['extract'],
  hints: { readOnlyHint: true, openWorldHint: true },
  input: z.object({
    text: z.string().min(1).describe('The text, whole and unchanged'),
    template: TemplateId.optional().describe('Rows in the columns of this template'),
    locale: z.string().max(35).optional().describe('How the text writes numbers and days, such as de-DE'),
  }),
  output: z.object({
    state: EndState.describe('complete, or why it ended early'),
    text: z.string(),
    tables: z.array(
      z.object({ title: z.string(), columns: z.array(ShownColumn), row_count: z.int(), rows: Rows, notes: Notes }),
    ),
  }),
  async run({ chat }, { actor, signal }, input) {
    const leave = await chat.enterStream(actor)
    try {
      const { state, text, tables, problem } = await chat.extract(actor, input, signal)
      const share = mostCharacters / Math.max(1, tables.length)
      const shown = tables.map(({ title, columns, rows, row_count, receipt }) => {
        const { rows: first, shortened } = fitRows(rows, share)
        const notes = notesOf([
          ...receipt.notes,
          first.length < row_count &&
            `Only the first ${first.length} of ${row_count} rows are shown. Use send_message to keep the table, then get_table.`,
          shortened > 0 && `${shortened} long cells are shortened.`,
          (receipt.cells_unsupported ?? 0) > 0 && `${receipt.cells_unsupported} values stand nowhere in the text.`,
        ])
        return { title, columns: columnsOf(columns), row_count, rows: first, notes, names: namesOf(columns) }
      })
      const parts = shown.map(({ title, names, row_count, rows, notes }) =>
        [`“${title}”, ${row_count} rows: ${names}`, linesOf(rows), ...notes].join('\n'),
      )
      const end = problem ? [`${problem.title}. ${problem.detail}`] : []
      return {
        data: { state, text, tables: shown.map(({ names: _, ...table }) => table) },
        text: [
          ...(parts.length > 0 ? parts : ['No table was found in the text.']),
          ...(text ? [text] : []),
          ...end,
        ].join('\n\n'),
      }
    } finally {
      leave()
    }
  },
})
