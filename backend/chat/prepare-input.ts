// Gathers what a reply is made from: the message with its tables, the conversation so far, the tables made earlier.
import type { TableHead } from '../../shared/contract/schemas.ts'
import type { EngineInput } from '../extraction/engine.ts'
import { type FileToRead, findTables } from '../extraction/find-tables.ts'
import { groupsOf, listNamesOf } from '../extraction/format/format.ts'
import type { Sql } from '../platform/database/connect.ts'
import { Problem } from '../platform/problem.ts'
import { listLatestTables, listTablesOfMessages } from '../tables/list-tables.ts'
import { getTemplate } from '../templates/get-template.ts'
import { listOwnTemplates } from '../templates/list-templates.ts'
import { selectFileContent } from './file-store.ts'
import type { Prepared } from './generate-reply.ts'
import { isSame, toKnown, toUnfinished } from './known-tables.ts'
import { findMessage, type MessageInputs, selectHistory } from './message-store.ts'
import { openFile } from './open-file.ts'
import { resolveFormat, storedFormat } from './resolve-format.ts'
import { titleConversation } from './title-conversation.ts'

type Address = { workspaceId: string; conversationId: string }

/** The message to be answered; `position` is null while it is not stored: all that is there came before it. */
export type ToAnswer = { id: string; content: string; inputs: MessageInputs; position: number | null }

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

/** The text of a person's message stays as it is: values are quoted from it by their place. */
async function readHistory(sql: Sql, { workspaceId, conversationId }: Address, before: number | null) {
  const messages = await selectHistory(sql, workspaceId, conversationId, before, historyMessages)
  const replies = messages.filter(({ role }) => role === 'assistant').map(({ id }) => id)
  const tables = await listTablesOfMessages(sql, workspaceId, replies)
  return messages.map(({ id, role, content }) => {
    const made = (tables.get(id) ?? []).map((table) => `[made the table "${table.title}", ${table.row_count} rows]`)
    return { id: `message:${id}`, role, text: [content, ...made].join('\n') }
  })
}

type Continuing = { reply: NonNullable<EngineInput['continuing']>; unfinished: string[]; whole: TableHead[] }

/** The reply so far: its text and what there is of its tables that are not whole, in the order of their making. */
async function readReply(sql: Sql, { workspaceId, conversationId }: Address, replyId: string): Promise<Continuing> {
  const reply = await findMessage(sql, workspaceId, conversationId, replyId)
  const made = (await listTablesOfMessages(sql, workspaceId, [replyId])).get(replyId) ?? []
  const unfinished = made.filter(({ receipt }) => receipt?.state !== 'complete')
  const tables = []
  for (const table of unfinished) tables.push(await toUnfinished(sql, workspaceId, table))
  return {
    reply: { text: reply?.content ?? '', tables },
    unfinished: unfinished.map(({ id }) => id),
    whole: made.filter(({ receipt }) => receipt?.state === 'complete'),
  }
}

/**
 * The engine's input for a message, and the title its conversation gets if it has none. With `continuing`, the id of a
 * reply to the message, the rest of that reply is to be made.
 */
export async function prepareInput(
  sql: Sql,
  address: Address,
  message: ToAnswer,
  stop: AbortSignal,
  continuing: string | null = null,
): Promise<Prepared> {
  const { workspaceId, conversationId } = address
  const { content, inputs } = message
  const sources = {
    id: `message:${message.id}`,
    content,
    files: await readFiles(sql, workspaceId, inputs),
    ranges: (inputs.attachments ?? []).filter((attachment) => attachment.kind === 'range'),
    locale: inputs.locale,
  }
  const asked = storedFormat(inputs)
  const format = asked ? await resolveFormat(sql, workspaceId, asked) : null
  const parts = await findTables({ ...sources, lists: format ? listNamesOf(format) : [] }, stop)
  const history = await readHistory(sql, address, message.position)
  const reply = continuing === null ? null : await readReply(sql, address, continuing)
  // Before the first reply there are no tables to ask for.
  const earlier =
    history.length > 0 || reply ? await listLatestTables(sql, workspaceId, conversationId, knownTables) : []
  const others = earlier.filter(({ id }) => !reply?.unfinished.includes(id))
  const known = await Promise.all(others.map((table, index) => toKnown(sql, workspaceId, table, index)))
  const toTell = parts.found.filter((found) => !reply?.whole.some((made) => isSame(found, made)))
  return {
    input: {
      ...parts,
      found: toTell,
      history,
      known,
      template: format?.template ?? (inputs.template ? await getTemplate(sql, workspaceId, inputs.template) : null),
      groups: format ? groupsOf(format) : [],
      ownTemplates: format || inputs.template ? [] : await listOwnTemplates(sql, workspaceId),
      locale: inputs.locale,
      continuing: reply?.reply ?? null,
    },
    format,
    title: (firstTable) => titleConversation(parts, firstTable),
  }
}
