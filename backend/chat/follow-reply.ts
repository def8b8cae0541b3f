// Follows a reply from any point: what is stored first, then what comes, to its end.
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import type { Sql } from '../platform/database/connect.ts'
import { readChunks } from '../tables/list-rows.ts'
import { interruptExpired } from './interrupt-expired.ts'
import { type EventRow, isStreaming, selectEvents } from './reply-store.ts'
import type { Signals } from './signals.ts'

export type FollowedEvent = { id: number; event: StreamEvent }
type Parts = { sql: Sql; signals: Signals }
export type ReplyAddress = { workspaceId: string; conversationId: string; messageId: string }

/** Signals can be missed; the clock cannot. Also how soon a dead process is noticed after its lease has run out. */
const lookEveryMs = 2_000
const eventsAtOnce = 200

/** `next` resolves at the next news, after a while, or when `signal` ends the waiting; `off` forgets the listener. */
function watch(signals: Signals, messageId: string, signal: AbortSignal) {
  let news = false
  let wake = () => {}
  const off = signals.onNews(messageId, () => {
    news = true
    wake()
  })
  const onAbort = () => wake()
  signal.addEventListener('abort', onAbort)
  return {
    /** When only time has passed, a reply whose process has died is ended. */
    async next(sql: Sql, { workspaceId, conversationId }: ReplyAddress): Promise<void> {
      if (!news && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, lookEveryMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      if (!news && !signal.aborted) await interruptExpired(sql, { workspaceId, conversationId })
      news = false
    },
    off() {
      off()
      signal.removeEventListener('abort', onAbort)
    },
  }
}

async function complete(sql: Sql, workspaceId: string, { id, event }: EventRow): Promise<FollowedEvent> {
  if (event.type !== 'rows-add') return { id, event }
  const { type, table_id, version = 1, at } = event
  const [chunk] = await readChunks(sql, [{ workspaceId, tableId: table_id, version, at }])
  return { id, event: { type, table_id, at, rows: [], ...chunk } }
}

/** Every event after `after`, in order, until `message-end` or until `signal` says that nobody listens any more. */
export async function* followReply(
  { sql, signals }: Parts,
  reply: ReplyAddress,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<FollowedEvent> {
  const { workspaceId, messageId } = reply
  const watching = watch(signals, messageId, signal)
  let last = after
  try {
    while (!signal.aborted) {
      // Asked before the events are: those of a reply that has ended are all there.
      const streaming = await isStreaming(sql, workspaceId, messageId)
      const events = await selectEvents(sql, workspaceId, messageId, last, eventsAtOnce)
      for (const row of events) {
        if (signal.aborted) return
        yield await complete(sql, workspaceId, row)
        last = row.id
      }
      if (events.length > 0) continue
      if (!streaming) return
      await watching.next(sql, reply)
    }
  } finally {
    watching.off()
  }
}

/** Resolves when the reply has ended or `signal` aborts. */
export async function awaitEnd({ sql, signals }: Parts, reply: ReplyAddress, signal: AbortSignal): Promise<void> {
  const watching = watch(signals, reply.messageId, signal)
  try {
    while (!signal.aborted && (await isStreaming(sql, reply.workspaceId, reply.messageId)))
      await watching.next(sql, reply)
  } finally {
    watching.off()
  }
}
