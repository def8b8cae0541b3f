// The replies that this process is making: each runs by itself, whoever listens, until its end or a stop.
import { randomUUID } from 'node:crypto'
import type { Engine } from '../extraction/engine.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Log } from '../platform/log.ts'
import { generateReply, type Prepare, type StopReason } from './generate-reply.ts'
import { createReplyWriter, ReplyLost } from './reply-writer.ts'
import type { Signals } from './signals.ts'

/** A lease is renewed every third of its length, so that one slow renewal does not lose it. */
export const leaseMs = 15_000

type Parts = { sql: Sql; engine: Engine; signals: Signals; log: Log }
type Reply = { workspaceId: string; conversationId: string; messageId: string }

export class Generations {
  /** Names this process in the leases of its replies. */
  readonly owner: string = randomUUID()
  readonly #parts: Parts
  readonly #running = new Map<string, { stop: (reason: StopReason) => void; done: Promise<void> }>()
  #stopping = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Returns at once; `prepare` and the engine run on their own. */
  start(reply: Reply, prepare: Prepare): void {
    const controller = new AbortController()
    const stop = (reason: StopReason) => controller.abort(reason)
    const done = this.#run(reply, prepare, controller.signal, stop).finally(() => this.#running.delete(reply.messageId))
    this.#running.set(reply.messageId, { stop, done })
    if (this.#stopping) stop('interrupted')
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
  }

  async #run(reply: Reply, prepare: Prepare, signal: AbortSignal, stop: (reason: StopReason) => void): Promise<void> {
    const { sql, engine, signals, log } = this.#parts
    const { workspaceId, conversationId, messageId } = reply
    const identity = { workspaceId, conversationId, messageId, owner: this.owner }
    const logged = { message_id: messageId, conversation_id: conversationId }
    const onFault = (error: unknown) => {
      if (!(error instanceof ReplyLost)) log.error({ ...logged, err: error }, 'a reply could not be stored')
      stop('lost')
    }
    const onCancel = () => stop('stopped')
    const writer = createReplyWriter({ sql, reply: identity, leaseMs, onCancel, onFault })
    const offCancel = signals.onCancel(messageId, () => void writer.flush().catch(onFault))
    const renewing = setInterval(() => void writer.flush().catch(onFault), leaseMs / 3)
    try {
      const onError = (error: unknown) => log.error({ ...logged, err: error }, 'a reply failed')
      await generateReply(engine, prepare, writer, signal, onError)
    } catch (error) {
      onFault(error)
    } finally {
      clearInterval(renewing)
      offCancel()
    }
  }
}
