// Carries "there is something new" and "stop" between the servers on one database, through LISTEN and NOTIFY.
import type { Sql } from '../platform/database/connect.ts'
import type { Log } from '../platform/log.ts'

export const newsChannel = 'tablewright_reply_news'
export const cancelChannel = 'tablewright_reply_cancel'

type Listener = () => void

/** Listens from its making until `close`. A signal may be missed while the database is away: whoever waits looks again by the clock too. */
export class Signals {
  readonly #news = new Map<string, Set<Listener>>()
  readonly #cancels = new Map<string, Set<Listener>>()
  #closed = false

  constructor(sql: Sql, log: Log) {
    const listen = (channel: string, listeners: Map<string, Set<Listener>>) =>
      sql.listen(
        channel,
        (id) => call(listeners.get(id)),
        // Also after a lost connection: what was said meanwhile is looked up.
        () => listeners.forEach(call),
      )
    Promise.all([listen(newsChannel, this.#news), listen(cancelChannel, this.#cancels)]).catch((error: unknown) => {
      if (!this.#closed) log.error({ err: error }, 'cannot listen to the database; replies are followed by the clock')
    })
  }

  /** Calls back at every news of a reply; returns how to stop that. */
  onNews(messageId: string, listener: Listener): () => void {
    return add(this.#news, messageId, listener)
  }

  onCancel(messageId: string, listener: Listener): () => void {
    return add(this.#cancels, messageId, listener)
  }

  /** The listening itself ends with the database's connections, which may be away by now. */
  close(): void {
    this.#closed = true
  }
}

function call(listeners: Set<Listener> | undefined): void {
  for (const listener of listeners ?? []) listener()
}

function add(all: Map<string, Set<Listener>>, id: string, listener: Listener): () => void {
  const listeners = all.get(id) ?? new Set()
  listeners.add(listener)
  all.set(id, listeners)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) all.delete(id)
  }
}
