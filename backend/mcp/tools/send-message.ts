// The tool that keeps tables: a message to a conversation, and the reply with its tables.
import * as z from 'zod'
import { MessageState } from '../../../shared/contract/schemas.ts'
import { Notes, TableSummary, TemplateId } from '../schemas.ts'
import { notesOf } from '../show-rows.ts'
import { lineOf, summaryOf } from '../show-table.ts'
import { defineTool } from '../tool.ts'

export const sendMessageTool = defineTool({
  name: 'send_message',
  title: 'Make or change tables in a conversation',
  description:
    'Sends text to a conversation (a new one without conversation_id) and waits for the reply. Tables in the text are kept, and can be changed by a message such as “only those above 100”. Then read them with get_table, or export them with export_table.',
  operations: ['createConversation', 'sendMessage'],
  hints: { readOnlyHint: false, openWorldHint: true },
  input: z.object({
    text: z.string().min(1).describe('What to say, with the data to make tables of'),
    conversation_id: z.uuid().optional().describe('A conversation to go on with'),
    template: TemplateId.optional().describe('Rows in the columns of this template'),
    locale: z.string().max(35).optional().describe('How the text writes numbers and days, such as de-DE'),
  }),
  output: z.object({
    conversation_id: z.string(),
    message_id: z.string(),
    state: MessageState,
    text: z.string(),
    tables: z.array(TableSummary),
    notes: Notes,
  }),
  async run({ chat }, { actor, signal }, { text: content, conversation_id, template, locale }) {
    const leave = await chat.enterStream(actor)
    try {
      const id = conversation_id ?? (await chat.createConversation(actor, {})).id
      const body = { content, ...(template ? { template } : {}), ...(locale ? { locale } : {}) }
      const reply = await chat.sendMessage(actor, id, body, null)
      await chat.awaitEnd(reply, signal)
      const message = await chat.readMessage(actor, id, reply.messageId)
      const { state, tables, problem } = message
      const notes = notesOf([
        problem && `${problem.title}. ${problem.detail}`,
        state === 'streaming' && 'The reply still goes on. Look at list_tables in a moment.',
        ...tables.flatMap(({ receipt }) => receipt?.notes ?? []),
      ])
      return {
        data: {
          ...{ conversation_id: id, message_id: message.id, state, notes },
          text: message.content,
          tables: tables.map(summaryOf),
        },
        text: [message.content, ...tables.map(lineOf), ...notes, `conversation_id ${id}`].filter(Boolean).join('\n'),
      }
    } finally {
      leave()
    }
  },
})
