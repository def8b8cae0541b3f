// SQL of texts that are sealed anew: portions of them in the order of their keys, and their replacement.
import type { Db } from './conversation-store.ts'
import type { MessageInputs, MessageVersion } from './message-store.ts'
import type { StoredEvent } from './reply-store.ts'

export type Key = { workspace_id: string; id: string }
const first: Key = {
  workspace_id: '00000000-0000-0000-0000-000000000000',
  id: '00000000-0000-0000-0000-000000000000',
}

export async function selectTitles(db: Db, after: Key = first, limit: number) {
  return await db<(Key & { title: string; description: string })[]>`
    select workspace_id, id, title, description from conversations
    where (workspace_id, id) > (${after.workspace_id}::uuid, ${after.id}::uuid)
    order by workspace_id, id limit ${limit}`
}

/** False when it is another one by now; so do all below. */
export async function replaceTitles(
  db: Db,
  { workspace_id, id, ...old }: Key & { title: string; description: string },
  now: { title: string; description: string },
): Promise<boolean> {
  const rows = await db`
    update conversations set title = ${now.title}, description = ${now.description}
    where workspace_id = ${workspace_id} and id = ${id} and title = ${old.title} and description = ${old.description}
    returning 1`
  return rows.length > 0
}

export type SaidRow = Key & { content: string; inputs: MessageInputs; versions: MessageVersion[] | null }

export async function selectSaid(db: Db, after: Key = first, limit: number) {
  return await db<SaidRow[]>`
    select workspace_id, id, content, inputs, metadata -> 'versions' as versions from messages
    where (workspace_id, id) > (${after.workspace_id}::uuid, ${after.id}::uuid)
    order by workspace_id, id limit ${limit}`
}

export async function replaceSaid(db: Db, old: SaidRow, now: Omit<SaidRow, keyof Key>): Promise<boolean> {
  const versions = now.versions === null ? {} : { versions: now.versions }
  const rows = await db`
    update messages
    set content = ${now.content}, inputs = ${db.json(now.inputs)}, metadata = metadata || ${db.json(versions)}
    where workspace_id = ${old.workspace_id} and id = ${old.id} and content = ${old.content}
      and inputs = ${db.json(old.inputs)} and metadata -> 'versions' is not distinct from ${old.versions && db.json(old.versions)}
    returning 1`
  return rows.length > 0
}

export type EventKey = { workspace_id: string; message_id: string; id: number }

export async function selectWords(db: Db, after: EventKey | undefined, limit: number) {
  const { workspace_id, message_id, id } = after ?? { ...first, message_id: first.id, id: 0 }
  return await db<(EventKey & { event: StoredEvent })[]>`
    select workspace_id, message_id, id, event from message_events
    where (workspace_id, message_id, id) > (${workspace_id}::uuid, ${message_id}::uuid, ${id})
      and event ->> 'type' in ('text-delta', 'table-start', 'message-end')
    order by workspace_id, message_id, id limit ${limit}`
}

/** Events never change. */
export async function replaceEvent(db: Db, { workspace_id, message_id, id }: EventKey, event: StoredEvent) {
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
