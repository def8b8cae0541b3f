// What chat asks of whoever counts what people use: room before a reply, and a note of what it took.
import type { Usage } from '../../shared/contract/stream-events.ts'
import type { EndState } from '../../shared/table/table.ts'
import type { Transaction } from '../platform/database/connect.ts'

/** Who pays for a reply. */
export type Payer = { workspaceId: string; userId: string; messageId: string }

/** What a reply will about take. `cost` is null when the model has no known price. */
export type Need = { tokens: number; cost: number | null }

/**
 * All of it happens in the transaction that stores the reply's own change: what is counted and what is stored agree
 * whatever fails.
 */
export type Meter = {
  /** Whether there is a cap: only then is a reply's need worked out before it begins. */
  capped: boolean
  /** Holds room for a reply until its end. Throws `Problem('daily_cap_reached')`. */
  reserve(tx: Transaction, payer: Payer, need: Need): Promise<void>
  /** Counts what one request of the reply took; called once for each. */
  record(tx: Transaction, payer: Payer, usage: Usage): Promise<void>
  /** Gives back the room that the reply did not use. */
  release(tx: Transaction, payer: Pick<Payer, 'workspaceId' | 'messageId'>, state: EndState): Promise<void>
}

/** Counts nothing and refuses nothing. */
export const noMeter: Meter = {
  capped: false,
  async reserve() {},
  async record() {},
  async release() {},
}
