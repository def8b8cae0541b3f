// Follows a reply from any point: what is stored first, then what comes, to its end.
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import type { Sql } from '../platform/database/connect.ts'
import { readChunk } from '../tables/list-rows.ts'
import { interruptExpired } from './interrupt-expired.ts'
import { findMessage } from './message-store.ts'
import { type EventRow, selectEvents } from './reply-store.ts'
import type { Signals } from './signals.ts'

export type FollowedEvent = { id: number; event: StreamEvent }
export type ReplyAddress = { workspaceId: string; conversationId: string; messageId: string }

/** Signals can be missed; the clock cannot. Also how soon a dead process is noticed after its lease has run out. */
const lookEveryMs = 2_000
const eventsAtOnce = 200

/** Resolves at the next news, after a while, or when `signal` ends the waiting; `off` forgets the listener. */
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
    /** False when only time has passed. */
    async next(): Promise<boolean> {
      if (!news && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, lookEveryMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      const heard = news
      news = false
      return heard
    },
    off() {
      off()
      signal.removeEventListener('abort', onAbort)
    },
  }
}

async function complete(sql: Sql, workspaceId: string, { id, event }: EventRow): Promise<FollowedEvent> {
  if (event.type !== 'rows-add') return { id, event }
  const { type, table_id, at, count } = event
  return { id, event: { type, table_id, at, rows: await readChunk(sql, workspaceId, table_id, at, count) } }
}

/** Every event after `after`, in order, until `message-end` or until `signal` says that nobody listens any more. */
export async function* followReply(
  parts: { sql: Sql; signals: Signals },
  reply: ReplyAddress,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<FollowedEvent> {
  const { sql, signals } = parts
  const { workspaceId, conversationId, messageId } = reply
  const watching = watch(signals, messageId, signal)
  let last = after
  try {
    while (!signal.aborted) {
      const events = await selectEvents(sql, workspaceId, messageId, last, eventsAtOnce)
      for (const row of events) {
        if (signal.aborted) return
        yield await complete(sql, workspaceId, row)
        last = row.id
        if (row.event.type === 'message-end') return
      }
      if (events.length > 0) continue
      if (await hasEnded(sql, reply, last)) return
      if (await watching.next()) continue
      await interruptExpired(sql, { workspaceId, conversationId })
    }
  } finally {
    watching.off()
  }
}

/** Ended, and all of it was told: a client may ask again after the last event. */
async function hasEnded(sql: Sql, { workspaceId, conversationId, messageId }: ReplyAddress, last: number) {
  const message = await findMessage(sql, workspaceId, conversationId, messageId)
  if (message?.state === 'streaming') return false
  return (await selectEvents(sql, workspaceId, messageId, last, 1)).length === 0
}
