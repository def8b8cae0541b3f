// Stores what is new of many replies in one transaction: tables, rows, receipts, events, ends.
import type { ProblemBody } from '../../shared/contract/schemas.ts'
import type { StreamEvent, Usage } from '../../shared/contract/stream-events.ts'
import type { Column, EndState } from '../../shared/table/table.ts'
import type { Transaction } from '../platform/database/connect.ts'
import { addRows, endTables, prepareTable, type RowsToAdd } from '../tables/write-table.ts'
import type { NumberedEvent, Portion } from './reply-buffer.ts'
import * as store from './reply-store.ts'

export type ReplyIdentity = { workspaceId: string; conversationId: string; messageId: string }

/** A table of the reply, as its rows need to know it. */
export type WrittenTable = { version: number; columns: Column[] }

export type Ending = {
  state: EndState
  problem: ProblemBody | null
  title: string
  text: string
  usage: Usage | null
}

/** `ending` is there when the last event of the portion is the reply's end. `tables` are those of the reply so far. */
export type ReplyPortion = {
  reply: ReplyIdentity
  portion: Portion
  ending: Ending | null
  tables: Map<string, WrittenTable>
}

/** What became of a portion: stored as these events, not the owner's any more, or locked by somebody just now. */
export type Outcome = { stored: NumberedEvent[]; cancelRequested: boolean } | 'lost' | 'locked'

type Work = {
  starts: Promise<unknown>[]
  chunks: RowsToAdd[]
  receipts: Parameters<typeof endTables>[1]
  events: Parameters<typeof store.insertAllEvents>[1]
}

const toStoredText = ({ id, texts }: NonNullable<Portion['told']>): store.EventRow => {
  const cuts: number[] = []
  for (const text of texts.slice(0, -1)) cuts.push((cuts.at(-1) ?? 0) + text.length)
  return { id, event: { type: 'text-delta', text: texts.join(''), ...(cuts.length > 0 ? { cuts } : {}) } }
}

/** The event as it is told; what is to be stored of it goes to `work`. */
async function prepareEvent(
  tx: Transaction,
  { reply, tables }: ReplyPortion,
  { id, event }: NumberedEvent,
  work: Work,
): Promise<StreamEvent> {
  const { workspaceId, messageId } = reply
  const add = (stored: store.StoredEvent) => void work.events.push({ workspaceId, messageId, id, event: stored })
  switch (event.type) {
    case 'table-start': {
      const { table_id, title, columns, source = null } = event
      const change = event.version === 1 ? '' : 'Changed in the conversation.'
      // Ready one after the other, so that their order is that of the events however long each takes to seal.
      const start = await prepareTable(tx, { ...reply, id: table_id, title, columns, source, change })
      const started = start()
      // Thrown below, where all of them are waited for: until then it would end the process.
      started.catch(() => {})
      work.starts.push(started)
      // Only the version of a table that exists has to be waited for.
      const version = event.version ?? (await started)
      tables.set(table_id, { version, columns })
      add({ ...event, version })
      return { ...event, version }
    }
    case 'rows-add': {
      const { table_id, at, rows, evidence = null } = event
      const { version, columns } = tables.get(table_id) ?? { version: 1, columns: [] }
      work.chunks.push({ workspaceId, tableId: table_id, version, columns, at, rows, evidence })
      add({ type: 'rows-add', table_id, version, at, count: rows.length })
      return event
    }
    case 'table-end': {
      const version = tables.get(event.table_id)?.version ?? 1
      work.receipts.push({ workspaceId, tableId: event.table_id, version, receipt: event.receipt })
      add(event)
      return event
    }
    default:
      add(event)
      return event
  }
}

/**
 * What became of each portion, in their order. With `wait` false those that somebody else has locked are left out, so that
 * one of them does not keep the others waiting. Throws when anything of it cannot be stored; nothing is stored then.
 */
export async function storePortions(
  tx: Transaction,
  owner: string,
  items: ReplyPortion[],
  wait: boolean,
): Promise<Outcome[]> {
  const ends = items.flatMap(({ reply, ending }) => (ending ? [{ ...reply, title: ending.title }] : []))
  // Sent together, done one after the other.
  const [named, held] = await Promise.all([
    ends.length > 0 ? store.nameConversations(tx, owner, ends, wait) : [],
    store.holdReplies(
      tx,
      owner,
      items.map(({ reply }) => reply),
      wait,
    ),
  ])
  const titles = new Map(named.map(({ id, title }) => [id, title]))
  const cancels = new Map(held.map(({ id, cancel_requested }) => [id, cancel_requested]))
  const work: Work = { starts: [], chunks: [], receipts: [], events: [] }
  const outcomes: Outcome[] = []
  const ended: ReplyPortion[] = []

  for (const item of items) {
    const { reply, portion, ending } = item
    const { workspaceId, messageId } = reply
    const cancelRequested = cancels.get(messageId)
    const title = titles.get(messageId)
    if (cancelRequested === undefined || (ending && title === undefined)) {
      outcomes.push(wait ? 'lost' : 'locked')
      continue
    }
    if (portion.told) work.events.push({ workspaceId, messageId, ...toStoredText(portion.told) })
    const stored: NumberedEvent[] = []
    for (const { id, event } of portion.events) {
      const titled = event.type === 'message-end' ? { ...event, title: title ?? event.title } : event
      stored.push({ id, event: await prepareEvent(tx, item, { id, event: titled }, work) })
    }
    if (ending) ended.push(item)
    outcomes.push({ stored, cancelRequested })
  }

  // Rows belong to a version that is there.
  await Promise.all(work.starts)
  await Promise.all([
    addRows(tx, work.chunks),
    endTables(tx, work.receipts),
    work.events.length > 0 ? store.insertAllEvents(tx, work.events) : null,
    ended.length > 0 ? store.endReplies(tx, ended.map(toEnd)) : null,
  ])
  return outcomes
}

const toEnd = ({ reply, ending }: ReplyPortion): store.ReplyEnd => {
  if (!ending) throw new Error('A reply without an end cannot be ended.')
  const { state, problem, text, usage } = ending
  return { workspaceId: reply.workspaceId, messageId: reply.messageId, state, problem, text, usage }
}
