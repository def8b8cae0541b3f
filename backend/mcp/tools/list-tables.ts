// The tool that lists kept tables.
import * as z from 'zod'
import { operations } from '../../../shared/contract/operations.ts'
import type { TableHead } from '../../../shared/contract/schemas.ts'
import { demandScope } from '../../platform/http/admit.ts'
import { Cursor, TableSummary } from '../schemas.ts'
import { lineOf, summaryOf } from '../show-table.ts'
import { defineTool } from '../tool.ts'

/** How many conversations one page of all tables looks into. */
const conversationsAtOnce = 10
const tablesOfEach = 20

export const listTablesTool = defineTool({
  name: 'list_tables',
  title: 'List tables',
  description:
    'Lists the tables of a conversation, or without conversation_id those of the latest conversations. Gives the table_id that get_table and export_table take.',
  operations: ['listConversationTables'],
  hints: { readOnlyHint: true, openWorldHint: false },
  input: z.object({ conversation_id: z.uuid().optional(), cursor: Cursor }),
  output: z.object({ tables: z.array(TableSummary), next_cursor: z.string().nullable() }),
  async run({ chat, sizes }, { actor }, { conversation_id, cursor }) {
    const query = cursor === undefined ? {} : { cursor }
    let tables: TableHead[] = []
    let next_cursor: string | null = null
    if (conversation_id !== undefined) {
      const page = await chat.listTables(actor, conversation_id, { ...query, limit: sizes.pageItems })
      tables = page.items
      next_cursor = page.next_cursor
    } else {
      demandScope(actor, operations.listConversations)
      const page = await chat.listConversations(actor, {
        ...query,
        limit: Math.min(conversationsAtOnce, sizes.pageItems),
      })
      for (const { id } of page.items)
        tables.push(...(await chat.listTables(actor, id, { limit: Math.min(tablesOfEach, sizes.pageItems) })).items)
      next_cursor = page.next_cursor
    }
    const lines = tables.length > 0 ? tables.map(lineOf) : ['There are no tables here. Make some with send_message.']
    return {
      data: { tables: tables.map(summaryOf), next_cursor },
      text: [...lines, ...(next_cursor ? [`More with cursor ${next_cursor}`] : [])].join('\n'),
    }
  },
})
