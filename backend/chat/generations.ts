// The replies that this process is making: each runs by itself, whoever listens, until its end or a stop.
import { randomUUID } from 'node:crypto'
import type { StreamEvent } from '../../shared/contract/stream-events.ts'
import type { Engine } from '../extraction/engine.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Log } from '../platform/log.ts'
import { createPace } from '../platform/pace.ts'
import { Commits } from './commit-replies.ts'
import { countReply, type ReplyCounts } from './count-reply.ts'
import { generateReply, type Prepare, type StopReason } from './generate-reply.ts'
import type { LiveReply } from './live-reply.ts'
import type { Continuation } from './reopen-reply.ts'
import { createReplyWriter, ReplyLost, type ReplyStart } from './reply-writer.ts'
import type { Signals } from './signals.ts'

export const leaseMs = 15_000

type Parts = { sql: Sql; engine: Engine; signals: Signals; log: Log; counts?: ReplyCounts | undefined }

type Reply = { workspaceId: string; conversationId: string; messageId: string }

/** What is stored of a reply that is to be made: its first event, or what it goes on from. */
export type Beginning = Extract<StreamEvent, { type: 'message-start' }> | Continuation

type Running = { stop: (reason: StopReason) => void; live: LiveReply; done: Promise<void> }

export class Generations {
  /** Names this process in the leases of its replies. */
  readonly owner: string = randomUUID()
  readonly #parts: Parts
  readonly #commits: Commits
  readonly #running = new Map<string, Running>()
  /**
   * Gathering a reply's input and asking the model take milliseconds each. When a hundred people send at once, the streams
   * that are under way must not wait for all of them.
   */
  readonly #pace = createPace()
  #stopping = false

  constructor(parts: Parts) {
    this.#parts = parts
    const { sql, signals, log } = parts
    this.#commits = new Commits({ sql, signals, log, owner: this.owner, leaseMs })
  }

  /**
   * Returns at once; `prepare` and the engine run on their own. The reply's first event is stored already, or, with a
   * continuation, the event that makes it go on.
   */
  start(reply: Reply, prepare: Prepare, beginning: Beginning): void {
    const first = 'type' in beginning ? beginning : null
    const continuation = 'type' in beginning ? null : beginning
    const controller = new AbortController()
    const stop = (reason: StopReason) => controller.abort(reason)
    const { messageId } = reply
    const logged = { message_id: messageId, conversation_id: reply.conversationId }
    const start: ReplyStart = {
      lastId: continuation?.lastId ?? 1,
      last: first,
      tables: new Map(continuation?.tables.map(({ id, version, columns }) => [id, { version, columns }])),
      usage: continuation?.usage ?? null,
    }
    const { writer, writing } = createReplyWriter(reply, start, this.#commits, {
      cancel: () => stop('stopped'),
      fault: (error) => {
        if (!(error instanceof ReplyLost))
          this.#parts.log.error({ ...logged, err: error }, 'a reply could not be stored')
        stop('lost')
      },
    })
    const leave = this.#commits.enter(writing)
    const offCancel = this.#parts.signals.onCancel(messageId, () => this.#commits.renew())
    const paced: Prepare = async (signal) => {
      await this.#pace()
      const prepared = await prepare(signal)
      await this.#pace()
      return prepared
    }
    const { engine, log, counts } = this.#parts
    const run = async () => {
      const onError = (error: unknown) => log.error({ ...logged, err: error }, 'a reply failed')
      try {
        const counted = counts ? countReply(writer, counts) : writer
        await generateReply(engine, paced, counted, controller.signal, onError, continuation)
      } catch (error) {
        writing.fail(error)
      } finally {
        offCancel()
        leave()
        this.#running.delete(messageId)
      }
    }
    this.#running.set(messageId, { stop, live: writing.live, done: run() })
    // Who asked for it in this very moment waits for news from the database.
    this.#parts.signals.tellHere(messageId)
    if (this.#stopping) stop('interrupted')
  }

  /** What is told of a reply that this process is making. */
  find(messageId: string): LiveReply | undefined {
    return this.#running.get(messageId)?.live
  }

  /** Stops all of them; each is stored as interrupted, with its whole rows. */
  async stop(): Promise<void> {
    this.#stopping = true
    // A message that was being stored may begin its reply meanwhile.
    while (this.#running.size > 0) {
      const running = [...this.#running.values()]
      for (const { stop } of running) stop('interrupted')
      await Promise.all(running.map(({ done }) => done))
    }
    await this.#commits.close()
  }
}
