// What a running call of one of the model's tools is to the engine, whichever tool it is.
import type { EndState } from '../../shared/table/table.ts'
import type { EngineEvent } from './engine.ts'

/**
 * `end` is called when all arguments have arrived; it says what was wrong with them, or null. `close` gives the
 * `table-end` of a table that was started, with the state of the whole reply.
 */
export type TableCall = {
  feed(json: string): AsyncIterable<EngineEvent>
  end(): AsyncGenerator<EngineEvent, string | null>
  close(state: EndState): EngineEvent[]
  /** Whole rows told so far. */
  rows(): number
}
