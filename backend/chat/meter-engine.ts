// Counts what an engine takes while its events go by: each measured request once, and an end to what was reserved.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Usage } from '../../shared/contract/stream-events.ts'
import type { EndState } from '../../shared/table/table.ts'
import type { Engine, EngineEvent, EngineInput } from '../extraction/engine.ts'
import type { Log } from '../platform/log.ts'
import type { Meter, Payer } from './meter.ts'

/** An engine that is stopped may take this long to come to its end by itself. */
const overdueMs = 3_000

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

/** `charge` says who pays for an input, before the engine gets it. */
export type MeteredEngine = { engine: Engine; charge(input: EngineInput, payer: Payer): void }

/** An engine without a model costs nothing and stays as it is. */
export function meterEngine(engine: Engine, meter: Meter, log: Log): MeteredEngine {
  if (engine.model === null) return { engine, charge() {} }
  const payers = new WeakMap<EngineInput, Payer>()

  const note = async ({ messageId }: Payer, what: string, work: () => Promise<void>) => {
    await insist(work).catch((error: unknown) => log.error({ err: error, message_id: messageId }, what))
  }
  const count = (payer: Payer, usage: Usage) => {
    const id = randomUUID()
    return note(payer, 'what a reply took could not be counted', () => meter.record(payer, id, usage))
  }
  const release = (payer: Payer, state: EndState) =>
    note(payer, 'what a reply held of the day could not be given back', () => meter.release(payer, state))

  async function* run(input: EngineInput, signal: AbortSignal): AsyncGenerator<EngineEvent> {
    const payer = payers.get(input)
    if (!payer) return yield* engine.run(input, signal)
    let state: EndState = 'failed'
    let over = false
    // Nobody waits for an engine that does not hear a stop: what it holds must not wait for it either.
    const onAbort = async () => {
      await sleep(overdueMs, undefined, { ref: false })
      if (!over) await release(payer, 'stopped')
    }
    if (meter.capped) signal.addEventListener('abort', onAbort, { once: true })
    try {
      for await (const event of engine.run(input, signal)) {
        if (event.type === 'usage') await count(payer, event.usage)
        if (event.type === 'end') state = event.state
        yield event
      }
    } finally {
      over = true
      signal.removeEventListener('abort', onAbort)
      if (meter.capped) await release(payer, state)
    }
  }

  return { engine: { ...engine, run }, charge: (input, payer) => void payers.set(input, payer) }
}
