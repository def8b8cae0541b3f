// What people said, as the database keeps it: what came with messages and the events of replies, sealed when there is a key.
import type { ProblemBody } from '../../shared/contract/problem-body.ts'
import type { TableReceipt } from '../../shared/table/table.ts'
import { textsOf } from '../platform/database/texts.ts'
import type { Db } from './conversation-store.ts'
import type { MessageInputs } from './message-store.ts'
import type { EventRow, StoredEvent } from './reply-store.ts'

/** The contents of ranges and the format that somebody asked for are texts of people; which files and which template are not. */
export async function sealInputs(db: Db, workspaceId: string, inputs: MessageInputs): Promise<MessageInputs> {
  const { seal, sealJson } = textsOf(db)
  const { attachments, response_format: format } = inputs
  const asked = format === undefined ? inputs : { ...inputs, response_format: await seal(format, workspaceId) }
  if (!attachments?.some(({ kind }) => kind === 'range')) return asked
  const sealed = await sealJson(attachments, workspaceId)
  return typeof sealed === 'string' ? { ...asked, attachments: undefined, sealed_attachments: sealed } : asked
}

export async function openInputs(db: Db, workspaceId: string, stored: MessageInputs): Promise<MessageInputs> {
  const { open } = textsOf(db)
  const { sealed_attachments: sealed, ...inputs } = stored
  const { response_format: format } = inputs
  if (format !== undefined) inputs.response_format = await open(format, workspaceId)
  if (sealed === undefined) return inputs
  const attachments: MessageInputs['attachments'] = JSON.parse(await open(sealed, workspaceId))
  return { ...inputs, attachments }
}

/** An event as the database has it: what it tells in words of people may be sealed. */
export type SealedEvent =
  | Exclude<StoredEvent, { type: 'table-end' | 'problem' }>
  | { type: 'table-end'; table_id: string; receipt: TableReceipt | string }
  | { type: 'problem'; problem: ProblemBody | string }

/** Text, titles, names of columns, where a table was read from, notes and problems. What opens a table goes with its title. */
export async function sealEvent(db: Db, workspaceId: string, event: StoredEvent): Promise<SealedEvent> {
  const { seal, sealJson } = textsOf(db)
  if (event.type === 'text-delta') return { ...event, text: await seal(event.text, workspaceId) }
  if (event.type === 'message-end') return { ...event, title: await seal(event.title, workspaceId) }
  if (event.type === 'table-end') return { ...event, receipt: await sealJson(event.receipt, workspaceId) }
  if (event.type === 'problem') return { ...event, problem: await sealJson(event.problem, workspaceId) }
  if (event.type !== 'table-start') return event
  const { title, columns, source, ...rest } = event
  const sealed = await sealJson({ title, columns, source }, workspaceId)
  return typeof sealed === 'string' ? { ...rest, title: sealed, columns: [] } : event
}

export async function openEvent(db: Db, workspaceId: string, event: SealedEvent): Promise<StoredEvent> {
  const { open, openJson } = textsOf(db)
  if (event.type === 'text-delta') return { ...event, text: await open(event.text, workspaceId) }
  if (event.type === 'message-end') return { ...event, title: await open(event.title, workspaceId) }
  if (event.type === 'table-end') return { ...event, receipt: await openJson(event.receipt, workspaceId) }
  if (event.type === 'problem') return { ...event, problem: await openJson(event.problem, workspaceId) }
  if (event.type !== 'table-start') return event
  const told = await openJson<string | Pick<typeof event, 'title' | 'columns' | 'source'>>(event.title, workspaceId)
  return typeof told === 'string' ? event : { ...event, ...told }
}

export const sealEvents = <T extends EventRow & { workspaceId: string }>(db: Db, rows: T[]) =>
  Promise.all(rows.map(async (row) => ({ ...row, event: await sealEvent(db, row.workspaceId, row.event) })))
