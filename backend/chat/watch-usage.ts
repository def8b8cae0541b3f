// Counts what a reply takes while the engine's events go by: each measured request once, and an end to what was reserved.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Usage } from '../../shared/contract/stream-events.ts'
import type { EndState } from '../../shared/table/table.ts'
import type { Engine, EngineEvent } from '../extraction/engine.ts'
import type { Log } from '../platform/log.ts'
import type { Meter, Payer } from './meter.ts'

/** What could not be noted is noted again after so many milliseconds each. */
const againAfterMs = [50, 500]

async function insist(work: () => Promise<void>): Promise<void> {
  for (const ms of againAfterMs) {
    try {
      return await work()
    } catch {
      await sleep(ms)
    }
  }
  await work()
}

/** Watches the events of one reply. Never rejects. */
export type UsageWatch = {
  /** A promise is to be waited for before the event is told. */
  see(event: EngineEvent): Promise<void> | void
  /** No more events are looked at; `otherwise` is how the reply ended if none of them said so. */
  over(otherwise: EndState): Promise<void> | void
}

/** Says who pays for a reply; null for an engine without a model, which costs nothing. */
export type Charge = (payer: Payer) => UsageWatch | null

export function createCharge({ model }: Pick<Engine, 'model'>, meter: Meter, log: Log): Charge {
  const note = async ({ messageId }: Payer, what: string, work: () => Promise<void>) => {
    await insist(work).catch((error: unknown) => log.error({ err: error, message_id: messageId }, what))
  }
  const count = (payer: Payer, usage: Usage) => {
    const id = randomUUID()
    return note(payer, 'what a reply took could not be counted', () => meter.record(payer, id, usage))
  }
  const release = (payer: Payer, state: EndState) =>
    note(payer, 'what a reply held of the day could not be given back', () => meter.release(payer, state))

  return (payer) => {
    if (model === null) return null
    let state: EndState | null = null
    return {
      see(event) {
        if (event.type === 'end') state = event.state
        return event.type === 'usage' ? count(payer, event.usage) : undefined
      },
      over: (otherwise) => (meter.capped ? release(payer, state ?? otherwise) : undefined),
    }
  }
}
