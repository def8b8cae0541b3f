// What a running call of one of the model's tools is to the engine, whichever tool it is.
import type { EndState } from '../../shared/table/table.ts'
import type { EngineEvent } from './engine.ts'

export type TableCall = {
  /** What a piece of the arguments tells; a plain list costs less than a generator for each of thousands of pieces. */
  feed(json: string): Iterable<EngineEvent> | AsyncIterable<EngineEvent>
  /**
   * All arguments have arrived: tells what is left of the table and, when nothing is missing, its `table-end`, whatever
   * becomes of the reply afterwards. Returns what was wrong, or null.
   */
  end(): AsyncGenerator<EngineEvent, string | null>
  /** The reply is over: the `table-end` of a table that was started and has none yet. */
  close(state: Exclude<EndState, 'complete'>): EngineEvent[]
  /** Whole rows told so far. */
  rows(): number
}
