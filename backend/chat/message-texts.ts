// What people said, as the database keeps it: attached ranges and the events of replies, sealed when there is a key.
import { textsOf } from '../platform/database/texts.ts'
import type { Db } from './conversation-store.ts'
import type { MessageInputs } from './message-store.ts'
import type { EventRow, StoredEvent } from './reply-store.ts'

/** The contents of ranges are texts of people; which files, which template and which format are not. */
export async function sealInputs(db: Db, workspaceId: string, inputs: MessageInputs): Promise<MessageInputs> {
  const { attachments } = inputs
  if (!attachments?.some(({ kind }) => kind === 'range')) return inputs
  const sealed = await textsOf(db).sealJson(attachments, workspaceId)
  return typeof sealed === 'string' ? { ...inputs, attachments: undefined, sealed_attachments: sealed } : inputs
}

export async function openInputs(db: Db, workspaceId: string, stored: MessageInputs): Promise<MessageInputs> {
  const { sealed_attachments: sealed, ...inputs } = stored
  if (sealed === undefined) return inputs
  const attachments: MessageInputs['attachments'] = JSON.parse(await textsOf(db).open(sealed, workspaceId))
  return { ...inputs, attachments }
}

/** What an event tells in words of people: text, titles, names of columns. The columns of a table go with its title. */
export async function sealEvent(db: Db, workspaceId: string, event: StoredEvent): Promise<StoredEvent> {
  const { seal, sealJson } = textsOf(db)
  if (event.type === 'text-delta') return { ...event, text: await seal(event.text, workspaceId) }
  if (event.type === 'message-end') return { ...event, title: await seal(event.title, workspaceId) }
  if (event.type !== 'table-start') return event
  const { title, columns } = event
  const sealed = await sealJson({ title, columns }, workspaceId)
  return typeof sealed === 'string' ? { ...event, title: sealed, columns: [] } : event
}

export async function openEvent(db: Db, workspaceId: string, event: StoredEvent): Promise<StoredEvent> {
  const { open, openJson } = textsOf(db)
  if (event.type === 'text-delta') return { ...event, text: await open(event.text, workspaceId) }
  if (event.type === 'message-end') return { ...event, title: await open(event.title, workspaceId) }
  if (event.type !== 'table-start') return event
  const { title, columns } = event
  const told = await openJson<string | { title: string; columns: typeof columns }>(title, workspaceId)
  return typeof told === 'string' ? event : { ...event, ...told }
}

export const sealEvents = <T extends EventRow & { workspaceId: string }>(db: Db, rows: T[]): Promise<T[]> =>
  Promise.all(rows.map(async (row) => ({ ...row, event: await sealEvent(db, row.workspaceId, row.event) })))
