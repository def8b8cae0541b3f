// Commits a reply as it is made: events are gathered for a moment, stored in one transaction, then made known.
import type { Conversation, ProblemBody } from '../../shared/contract/schemas.ts'
import { type StreamEvent, Usage } from '../../shared/contract/stream-events.ts'
import type { Cell, Column, EndState } from '../../shared/table/table.ts'
import { cleanText } from '../platform/clean-text.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import { addRows, endTables, startTable } from '../tables/write-table.ts'
import { nameConversation } from './conversation-store.ts'
import * as store from './reply-store.ts'
import { newsChannel } from './signals.ts'

export type ReplyIdentity = { workspaceId: string; conversationId: string; messageId: string; owner: string }

/** The reply belongs to another process now, or has ended: nothing more may be written to it. */
export class ReplyLost extends Error {}

export type ReplyWriter = {
  /** Takes an event; resolves at once, or when a commit is due. Throws `ReplyLost` or what the database throws. */
  push(event: StreamEvent): Promise<void>
  /** Commits what is waiting and renews the lease. */
  flush(): Promise<void>
  /** Commits the rest together with the end; the conversation gets `title` if it has none. */
  end(state: EndState, problem: ProblemBody | null, title: Conversation['title']): Promise<void>
}

type Options = {
  sql: Sql
  reply: ReplyIdentity
  leaseMs: number
  /** The longest that text and rows wait to be committed with what follows, in milliseconds. */
  gatherMs?: number
  onCancel: () => void
  /** A commit that nobody waited for went wrong. */
  onFault: (error: unknown) => void
}

/** What is gathered into one event at most, beside the chunk that fills it. */
const rowsAtOnce = 500
const cellsAtOnce = 5_000

const cleanCell = (cell: Cell): Cell => (typeof cell === 'string' ? cleanText(cell) : cell)

/** Adds an event to those waiting; text joins text, rows join rows of the same table. */
function gather(waiting: StreamEvent[], event: StreamEvent): void {
  const last = waiting.at(-1)
  if (event.type === 'text-delta' && last?.type === 'text-delta') last.text += event.text
  else if (
    event.type === 'rows-add' &&
    last?.type === 'rows-add' &&
    last.table_id === event.table_id &&
    !last.evidence &&
    !event.evidence
  )
    last.rows.push(...event.rows)
  else waiting.push(event.type === 'rows-add' ? { ...event, rows: [...event.rows] } : { ...event })
}

/** The first event of the reply, its start, is stored already. */
export function createReplyWriter({ sql, reply, leaseMs, gatherMs = 60, onCancel, onFault }: Options): ReplyWriter {
  const { workspaceId, messageId } = reply
  const columns = new Map<string, { version: number; columns: Column[] }>()
  let waiting: StreamEvent[] = []
  let lastId = 1
  let timer: NodeJS.Timeout | undefined
  // Commits run one after the other, in the order of their events.
  let committing: Promise<void> = Promise.resolve()

  const storeEvent = async (tx: Transaction, event: StreamEvent): Promise<store.StoredEvent> => {
    switch (event.type) {
      case 'table-start': {
        const named = event.columns.map((column) => ({
          ...column,
          key: cleanText(column.key),
          name: cleanText(column.name),
        }))
        const table = { id: event.table_id, title: cleanText(event.title), columns: named }
        const version = await startTable(tx, { ...reply, ...table, source: event.source ?? null })
        columns.set(event.table_id, { version, columns: named })
        return { ...event, version, title: table.title, columns: named }
      }
      case 'rows-add': {
        const rows = event.rows.map((row) => row.map(cleanCell))
        const table = columns.get(event.table_id) ?? { version: 1, columns: [] }
        const evidence = event.evidence ?? null
        await addRows(tx, [{ workspaceId, tableId: event.table_id, ...table, at: event.at, rows, evidence }])
        const { table_id, at } = event
        return { type: 'rows-add', table_id, version: table.version, at, count: rows.length }
      }
      case 'table-end':
        await endTables(tx, [
          {
            ...{ workspaceId, tableId: event.table_id, receipt: event.receipt },
            version: columns.get(event.table_id)?.version ?? 1,
          },
        ])
        return event
      case 'text-delta':
        return { ...event, text: cleanText(event.text) }
      default:
        return event
    }
  }

  const commit = async (
    events: StreamEvent[],
    ending?: { state: EndState; problem: ProblemBody | null; title: string },
  ) => {
    await sql
      .begin(async (tx) => {
        // The conversation before the reply: whoever locks both does it in this order, or two could wait for each other.
        const name = ending && (await nameConversation(tx, workspaceId, reply.conversationId, cleanText(ending.title)))
        const text = events.flatMap((event) => (event.type === 'text-delta' ? [cleanText(event.text)] : [])).join('')
        const usage = events.find((event) => event.type === 'usage')
        const held = await store.extendReply(tx, reply, leaseMs, text, usage && Usage.parse(usage))
        if (!held) throw new ReplyLost()
        if (held.cancel_requested) onCancel()
        const rows: store.EventRow[] = []
        const add = (event: store.StoredEvent) => rows.push({ id: lastId + rows.length + 1, event })
        for (const event of events) add(await storeEvent(tx, event))
        if (ending) {
          add({ type: 'message-end', state: ending.state, title: name ?? '' })
          await store.endReply(tx, reply, ending.state, ending.problem)
        }
        await store.insertEvents(tx, workspaceId, messageId, rows)
        if (rows.length > 0) await store.notify(tx, newsChannel, messageId)
        return rows.length
      })
      .then((count) => {
        lastId += count
      })
  }

  const flush = (ending?: Parameters<typeof commit>[1]): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    committing = committing.then(() => {
      const events = waiting
      waiting = []
      return commit(events, ending)
    })
    return committing
  }

  return {
    async push(event) {
      gather(waiting, event)
      const last = waiting.at(-1)
      const width = last?.type === 'rows-add' ? (last.rows[0]?.length ?? 0) : 0
      const full =
        last?.type === 'rows-add' && (last.rows.length >= rowsAtOnce || last.rows.length * width >= cellsAtOnce)
      if (full || (event.type !== 'text-delta' && event.type !== 'rows-add')) return await flush()
      timer ??= setTimeout(() => void flush().catch(onFault), gatherMs)
    },
    flush: () => flush(),
    end: (state, problem, title) => flush({ state, problem, title }),
  }
}
