// SQL of the sources that values were quoted from: messages as they were, and how files were read.
import { textsOf } from '../platform/database/texts.ts'
import type { Db } from './conversation-store.ts'
import type { MessageInputs, MessageVersion } from './message-store.ts'
import { openInputs } from './message-texts.ts'

/** A message, with what it said before it was edited, and whether the reply `replyId` answers it. */
export async function findSourceMessage(db: Db, workspaceId: string, id: string, replyId: string) {
  const [row] = await db<{ content: string; versions: MessageVersion[] | null; answered: boolean }[]>`
    select content, metadata->'versions' as versions,
      exists (
        select 1 from messages r
        where r.workspace_id = ${workspaceId} and r.id = ${replyId} and r.reply_to = messages.id
      ) as answered
    from messages
    where workspace_id = ${workspaceId} and id = ${id}`
  if (!row) return undefined
  const { open } = textsOf(db)
  const versions = (row.versions ?? []).map(async (version) => ({
    ...version,
    content: await open(version.content, workspaceId),
  }))
  return { ...row, content: await open(row.content, workspaceId), versions: await Promise.all(versions) }
}

/** The locale under which a file was read: that of the message that brought it. */
export async function findFileLocale(db: Db, workspaceId: string, conversationId: string, fileId: string) {
  const [row] = await db<{ locale: string | null }[]>`
    select m.inputs->>'locale' as locale from message_files f
    join messages m on m.workspace_id = f.workspace_id and m.id = f.message_id
    where f.workspace_id = ${workspaceId} and f.file_id = ${fileId} and f.conversation_id = ${conversationId}
    order by m.position limit 1`
  return row?.locale ?? undefined
}

/** A range of the sheet as a message brought it: the message that the reply answers, or else the newest that did. */
export async function findRange(db: Db, workspaceId: string, conversationId: string, a1: string, replyId: string) {
  const brought = [{ kind: 'range', label: a1 }]
  // Of what is sealed only the server can tell which range it is: nearly always that of the first.
  for (let offset = 0; ; offset += 10) {
    const rows = await db<{ inputs: MessageInputs }[]>`
      select inputs from messages
      where workspace_id = ${workspaceId} and conversation_id = ${conversationId}
        and (attachments @> ${db.json(brought)} or inputs ? 'sealed_attachments')
      order by id = (
        select reply_to from messages where workspace_id = ${workspaceId} and id = ${replyId}
      ) desc nulls last, position desc limit 10 offset ${offset}`
    if (rows.length === 0) return undefined
    for (const { inputs } of rows) {
      const { attachments = [] } = await openInputs(db, workspaceId, inputs)
      const found = attachments.find((attachment) => attachment.kind === 'range' && attachment.a1 === a1)
      if (found) return found
    }
  }
}
