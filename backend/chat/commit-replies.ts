// Stores what the replies of this process have to store: one transaction after the other, each for all that wait.
import { setTimeout as sleep } from 'node:timers/promises'
import { connectAside, type Sql } from '../platform/database/connect.ts'
import { isAway } from '../platform/database/is-away.ts'
import type { Log } from '../platform/log.ts'
import { createTurns } from '../platform/turns.ts'
import { hasEvent, renewLeases } from './reply-store.ts'
import { ReplyLost, type Storing, type WritingReply } from './reply-writer.ts'
import type { Signals } from './signals.ts'
import { type Outcome, storePortions } from './store-portions.ts'

type Taken = NonNullable<ReturnType<WritingReply['take']>>
type Parts = { sql: Sql; signals: Signals; log: Log; owner: string; leaseMs: number }

/** Text that was told longer ago goes into the next commit; a commit for text alone comes when one waits that long. */
const textAgeMs = 30
const textWaitMs = 60

/** Connections: one for the commits of all, the others for those of single replies that somebody has locked. */
const connections = 4

/** What happens to a reply whose commit failed because the database was away. */
const againAfterMs = [100, 300, 1_000, 3_000]

/**
 * A transaction costs about the same for one reply as for a hundred: whatever gathers while one runs goes into the next.
 * A reply that cannot be stored with the others, because somebody has locked it or because the database refuses what it
 * has, is stored by itself, so that it neither holds them up nor fails them.
 */
export class Commits implements Storing {
  readonly #parts: Parts
  readonly #sql: Sql
  readonly #replies = new Set<WritingReply>()
  /** Those that have something to store. */
  readonly #due = new Set<WritingReply>()
  /** Those whose portion is on its way. */
  readonly #busy = new Set<WritingReply>()
  readonly #alone = createTurns(connections - 1)
  readonly #renewing: NodeJS.Timeout
  #renew = false
  #running = false
  #started = false
  #timer: NodeJS.Timeout | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    this.#sql = connectAside(parts.sql, connections)
    // A lease is renewed every third of its length, so that one slow renewal does not lose it.
    this.#renewing = setInterval(() => this.renew(), parts.leaseMs / 3)
  }

  /** The reply's lease is renewed until the result is called. */
  enter(reply: WritingReply): () => void {
    this.#replies.add(reply)
    return () => {
      this.#replies.delete(reply)
      this.#due.delete(reply)
    }
  }

  soon(reply: WritingReply): void {
    this.#due.add(reply)
    this.#start()
  }

  later(reply: WritingReply): void {
    this.#due.add(reply)
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#start()
    }, textWaitMs)
  }

  /** Renews all leases now, and so hears who was asked to stop. */
  renew(): void {
    this.#renew = true
    this.#start()
  }

  /** To be called when no reply is written any more. */
  async close(): Promise<void> {
    clearInterval(this.#renewing)
    clearTimeout(this.#timer)
    await this.#parts.signals.flush(this.#sql)
    await this.#sql.end({ timeout: 1 })
  }

  /** After everything that comes in the same turn of the event loop has come. */
  #start(): void {
    if (this.#running || this.#started) return
    this.#started = true
    setImmediate(() => {
      this.#started = false
      this.#running = true
      void this.#run().finally(() => {
        this.#running = false
      })
    })
  }

  async #run(): Promise<void> {
    while (true) {
      if (this.#renew) {
        this.#renew = false
        await this.#renewAll().catch((error: unknown) => {
          this.#parts.log.warn({ err: error }, 'leases could not be renewed')
        })
      }
      const taken = this.#take()
      if (taken.length === 0) break
      await this.#storeAll(taken)
    }
    const waiting = [...this.#due].filter((reply) => !this.#busy.has(reply))
    for (const reply of waiting) {
      if (reply.urgent) this.soon(reply)
      else this.later(reply)
    }
  }

  #take(): { reply: WritingReply; taken: Taken }[] {
    const told = performance.now() - textAgeMs
    const all: { reply: WritingReply; taken: Taken }[] = []
    for (const reply of this.#due) {
      if (this.#busy.has(reply) || !(reply.urgent || reply.textSince <= told)) continue
      this.#due.delete(reply)
      const taken = reply.take()
      if (!taken) continue
      this.#busy.add(reply)
      all.push({ reply, taken })
    }
    return all
  }

  async #storeAll(all: { reply: WritingReply; taken: Taken }[]): Promise<void> {
    const items = all.map(({ taken }) => taken)
    let outcomes: Outcome[] = []
    try {
      outcomes = await this.#sql.begin((tx) => storePortions(tx, this.#parts.owner, items, false))
    } catch (error) {
      this.#parts.log.debug({ err: error, replies: all.length }, 'replies are stored one by one')
    }
    for (const [index, { reply, taken }] of all.entries()) {
      const outcome = outcomes[index]
      if (outcome === undefined || typeof outcome === 'string') void this.#storeAlone(reply, taken)
      else this.#finish(reply, taken, outcome)
    }
    this.#tell(all.map(({ reply }) => reply))
  }

  async #storeAlone(reply: WritingReply, taken: Taken): Promise<void> {
    try {
      const outcome = await this.#alone(() => this.#insist(taken))
      if (typeof outcome === 'string') throw new ReplyLost()
      this.#finish(reply, taken, outcome)
      this.#tell([reply])
    } catch (error) {
      this.#busy.delete(reply)
      reply.fail(error)
    }
  }

  /** Goes on while the database is away; a commit may have been done although nobody heard of it. */
  async #insist(taken: Taken): Promise<Outcome> {
    const { portion } = taken
    const last = portion.events.at(-1)?.id ?? portion.told?.id ?? 0
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#sql.begin(async (tx) => {
          if (await hasEvent(tx, taken.reply, last)) return { stored: portion.events, cancelRequested: false }
          const [outcome] = await storePortions(tx, this.#parts.owner, [taken], true)
          return outcome ?? 'lost'
        })
      } catch (error) {
        const pause = againAfterMs[attempt]
        if (pause === undefined || !isAway(error)) throw error
        await sleep(pause)
      }
    }
  }

  #finish(reply: WritingReply, taken: Taken, outcome: Exclude<Outcome, string>): void {
    this.#busy.delete(reply)
    reply.stored(taken.portion, outcome.stored)
    if (outcome.cancelRequested) reply.cancel()
  }

  #tell(replies: WritingReply[]): void {
    this.#parts.signals.tell(
      this.#sql,
      replies.map(({ reply }) => reply.messageId),
    )
  }

  async #renewAll(): Promise<void> {
    const { owner, leaseMs } = this.#parts
    const asked = [...this.#replies]
    if (asked.length === 0) return
    const keys = asked.map(({ reply, reservedId }) => ({ ...reply, reservedId }))
    const ours = new Map((await renewLeases(this.#sql, owner, keys, leaseMs)).map((row) => [row.id, row]))
    for (const [index, writing] of asked.entries()) {
      const row = ours.get(writing.reply.messageId)
      if (row?.renewed) writing.reserved(keys[index]!.reservedId)
      if (row?.cancel_requested) writing.cancel()
      // One that is being ended just now is not streaming any more.
      if (!row && this.#replies.has(writing) && !this.#busy.has(writing)) writing.fail(new ReplyLost())
    }
  }
}
