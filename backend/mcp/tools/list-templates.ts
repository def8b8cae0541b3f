// The tool that lists templates.
import * as z from 'zod'
import { listTemplates } from '../../templates/list-templates.ts'
import { Cursor } from '../schemas.ts'
import { defineTool } from '../tool.ts'

export const listTemplatesTool = defineTool({
  name: 'list_templates',
  title: 'List templates',
  description: 'Lists the templates that tables can be read and exported with: columns, formats, totals.',
  operations: ['listTemplates'],
  hints: { readOnlyHint: true, openWorldHint: false },
  input: z.object({ cursor: Cursor }),
  output: z.object({
    templates: z.array(
      z.object({ id: z.string(), name: z.string(), description: z.string(), columns: z.array(z.string()) }),
    ),
    next_cursor: z.string().nullable(),
  }),
  async run({ sql, sizes }, { actor }, { cursor }) {
    const page = await listTemplates(sql, actor, { cursor, limit: sizes.pageItems })
    const templates = page.items.map(({ id, name, description, layout }) => ({
      ...{ id, name, description },
      columns: layout.columns.map((column) => column.header),
    }))
    const lines = templates.map(
      ({ id, name, description, columns }) => `${id}: ${name}. ${description} [${columns.join(', ')}]`,
    )
    return {
      data: { templates, next_cursor: page.next_cursor },
      text: [...lines, ...(page.next_cursor ? [`More with cursor ${page.next_cursor}`] : [])].join('\n'),
    }
  },
})
