// Carries "there is something new" and "stop" between the servers on one database, through LISTEN and NOTIFY.
import type { Sql } from '../platform/database/connect.ts'
import type { Log } from '../platform/log.ts'
import { notify } from './reply-store.ts'

/** A payload names replies, with commas between them. */
export const newsChannel = 'tablewright_reply_news'
export const cancelChannel = 'tablewright_reply_cancel'

type Listener = () => void

/** News of many replies goes out together, at most that often. */
const newsEveryMs = 40

/** A payload holds 8,000 bytes. */
const idsAtOnce = 200

/** Listens from its making until `close`. A signal may be missed while the database is away: whoever waits looks again by the clock too. */
export class Signals {
  readonly #news = new Map<string, Set<Listener>>()
  readonly #cancels = new Map<string, Set<Listener>>()
  readonly #log: Log
  #toTell = new Set<string>()
  #telling: NodeJS.Timeout | undefined
  #toldAt = 0
  #closed = false

  constructor(sql: Sql, log: Log) {
    this.#log = log
    const listen = (channel: string, listeners: Map<string, Set<Listener>>) =>
      sql.listen(
        channel,
        (payload) => {
          if (listeners.size > 0) for (const id of payload.split(',')) call(listeners.get(id))
        },
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

  /** There is news of these replies, for who follows them on other servers. */
  tell(sql: Sql, messageIds: string[]): void {
    for (const id of messageIds) this.#toTell.add(id)
    if (this.#toTell.size === 0 || this.#telling || this.#closed) return
    const pause = Math.max(0, this.#toldAt + newsEveryMs - performance.now())
    this.#telling = setTimeout(() => void this.#tellNow(sql), pause)
  }

  /** What is to be told is told now. */
  async flush(sql: Sql): Promise<void> {
    if (!this.#telling) return
    clearTimeout(this.#telling)
    await this.#tellNow(sql)
  }

  /** There is news of a reply, for who follows it on this server. */
  tellHere(messageId: string): void {
    call(this.#news.get(messageId))
  }

  /** The listening itself ends with the database's connections, which may be away by now. */
  close(): void {
    this.#closed = true
    clearTimeout(this.#telling)
  }

  async #tellNow(sql: Sql): Promise<void> {
    const ids = [...this.#toTell]
    this.#toTell = new Set()
    this.#telling = undefined
    this.#toldAt = performance.now()
    const payloads: string[] = []
    for (let at = 0; at < ids.length; at += idsAtOnce) payloads.push(ids.slice(at, at + idsAtOnce).join(','))
    try {
      await Promise.all(payloads.map((payload) => notify(sql, newsChannel, payload)))
    } catch (error) {
      if (!this.#closed) this.#log.debug({ err: error }, 'news could not be told; others look by the clock')
    }
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
