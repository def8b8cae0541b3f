// SQL of texts that are sealed anew: portions of them in the order of their keys, and their replacement.
import type { Db } from './conversation-store.ts'
import type { MessageInputs, MessageVersion } from './message-store.ts'
import type { SealedEvent } from './message-texts.ts'

export type Key = { workspace_id: string; id: string }
const first: Key = {
  workspace_id: '00000000-0000-0000-0000-000000000000',
  id: '00000000-0000-0000-0000-000000000000',
}

export type StoredVersion = Omit<MessageVersion, 'attachments'> & {
  attachments: MessageVersion['attachments'] | string
}
export type SaidRow = Key & { inputs: MessageInputs; versions: StoredVersion[] | null }

export async function selectSaid(db: Db, after: Key = first, limit: number) {
  return await db<SaidRow[]>`
    select workspace_id, id, inputs, metadata -> 'versions' as versions from messages
    where (workspace_id, id) > (${after.workspace_id}::uuid, ${after.id}::uuid)
    order by workspace_id, id limit ${limit}`
}

/** False when it is another one by now. */
export async function replaceSaid(db: Db, old: SaidRow, now: Omit<SaidRow, keyof Key>): Promise<boolean> {
  const versions = now.versions === null ? {} : { versions: now.versions }
  const rows = await db`
    update messages
    set inputs = ${db.json(now.inputs)}, metadata = metadata || ${db.json(versions)}
    where workspace_id = ${old.workspace_id} and id = ${old.id} and inputs = ${db.json(old.inputs)}
      and metadata -> 'versions' is not distinct from ${old.versions && db.json(old.versions)}
    returning 1`
  return rows.length > 0
}

export type EventKey = { workspace_id: string; message_id: string; id: number }

export type StoredEventRow = EventKey & { event: SealedEvent }

export async function selectWords(db: Db, after: EventKey | undefined, limit: number) {
  const { workspace_id, message_id, id } = after ?? { ...first, message_id: first.id, id: 0 }
  return await db<StoredEventRow[]>`
    select workspace_id, message_id, id, event from message_events
    where (workspace_id, message_id, id) > (${workspace_id}::uuid, ${message_id}::uuid, ${id})
      and event ->> 'type' in ('text-delta', 'table-start', 'table-end', 'problem', 'message-end')
    order by workspace_id, message_id, id limit ${limit}`
}

/** Events never change. */
export async function replaceEvent(db: Db, { workspace_id, message_id, id }: EventKey, event: SealedEvent) {
  await db`
    update message_events set event = ${db.json(event)}
    where workspace_id = ${workspace_id} and message_id = ${message_id} and id = ${id}`
}

export async function selectFileKeys(db: Db, after: Key = first, limit: number) {
  return await db<Key[]>`
    select workspace_id, id from files
    where (workspace_id, id) > (${after.workspace_id}::uuid, ${after.id}::uuid)
    order by workspace_id, id limit ${limit}`
}

export async function findStoredFile(db: Db, { workspace_id, id }: Key): Promise<Buffer | undefined> {
  const [row] = await db<{ content: Buffer }[]>`
    select content from files where workspace_id = ${workspace_id} and id = ${id}`
  return row?.content
}

/** The bytes of a file never change. */
export async function replaceFile(db: Db, { workspace_id, id }: Key, content: Buffer): Promise<void> {
  await db`update files set content = ${content} where workspace_id = ${workspace_id} and id = ${id}`
}
