// Gathers what a reply is made from: the message with its tables, the conversation so far, the tables made earlier.

import type { TableHead } from '../../shared/contract/schemas.ts'
import type { SourceTable } from '../extraction/engine.ts'
import { type FileToRead, findTables } from '../extraction/find-tables.ts'
import type { Sql } from '../platform/database/connect.ts'
import { Problem } from '../platform/problem.ts'
import { readAllRows } from '../tables/list-rows.ts'
import { listLatestTables, listTablesOfMessages } from '../tables/list-tables.ts'
import { getTemplate } from '../templates/get-template.ts'
import { selectFileContent } from './file-store.ts'
import type { Prepare } from './generate-reply.ts'
import { findInputs, findMessage, type MessageInputs, selectHistory } from './message-store.ts'
import { openFile } from './open-file.ts'
import { titleConversation } from './title-conversation.ts'

type Address = { workspaceId: string; conversationId: string; userMessageId: string }

const historyMessages = 10
const knownTables = 5

async function readFiles(sql: Sql, workspaceId: string, inputs: MessageInputs) {
  const files: FileToRead[] = []
  for (const attachment of inputs.attachments ?? []) {
    if (attachment.kind !== 'file') continue
    const file = await selectFileContent(sql, workspaceId, attachment.file_id)
    if (!file) throw new Problem('file_unreadable', 'An attached file is not on the server any more. Attach it again.')
    files.push(openFile(`file:${attachment.file_id}`, file.name, file.content, inputs.locale))
  }
  return files
}

async function readHistory(sql: Sql, { workspaceId, conversationId }: Address, before: number) {
  const messages = await selectHistory(sql, workspaceId, conversationId, before, historyMessages)
  const tables = await listTablesOfMessages(
    sql,
    workspaceId,
    messages.map((message) => message.id),
  )
  return messages.map(({ id, role, content }) => {
    const made = (tables.get(id) ?? []).map((table) => `[made the table "${table.title}", ${table.row_count} rows]`)
    return { id: `message:${id}`, role, text: [content, ...made].join('\n') }
  })
}

async function toKnown(sql: Sql, workspaceId: string, table: TableHead, index: number): Promise<SourceTable> {
  const cells = () => readAllRows(sql, { workspaceId, tableId: table.id, version: table.version })
  async function* rows() {
    for await (const chunk of cells()) yield chunk.rows
  }
  const first = await readAllRows(sql, { workspaceId, tableId: table.id, version: table.version }, 5).next()
  return {
    id: `k${index + 1}`,
    table_id: table.id,
    origin: 'earlier',
    where: 'earlier in this conversation',
    format: 'table',
    title: table.title,
    columns: table.columns,
    row_count: table.row_count,
    sample: first.done ? [] : first.value.rows,
    receipt: table.receipt ?? {
      state: 'complete',
      rows_seen: null,
      rows_extracted: table.row_count,
      cells_unread: 0,
      notes: [],
    },
    rows,
    cells,
  }
}

/** The engine's input for a stored message, and the title its conversation gets if it has none; for `generateReply`. */
export async function prepareInput(sql: Sql, address: Address, stop: AbortSignal): ReturnType<Prepare> {
  const { workspaceId, conversationId, userMessageId } = address
  const message = await findMessage(sql, workspaceId, conversationId, userMessageId)
  if (!message) throw new Problem('not_found', 'The message was deleted before it could be answered.')
  const inputs = await findInputs(sql, workspaceId, userMessageId)
  const sources = {
    id: `message:${userMessageId}`,
    content: message.content,
    files: await readFiles(sql, workspaceId, inputs),
    ranges: (inputs.attachments ?? []).filter((attachment) => attachment.kind === 'range'),
    locale: inputs.locale,
  }
  const parts = await findTables(sources, stop)
  const earlier = await listLatestTables(sql, workspaceId, conversationId, knownTables)
  const known: SourceTable[] = []
  for (const [index, table] of earlier.entries()) known.push(await toKnown(sql, workspaceId, table, index))
  return {
    input: {
      ...parts,
      history: await readHistory(sql, address, message.position),
      known,
      template: inputs.template ? getTemplate(inputs.template) : null,
      locale: inputs.locale,
      continuing: null,
    },
    title: titleConversation(parts.message, parts.found),
  }
}
