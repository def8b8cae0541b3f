// What chat asks of whoever counts what people use: room before a reply, and a note of what it took.
import type { Usage } from '../../shared/contract/stream-events.ts'
import type { Money } from '../../shared/contract/usage-schemas.ts'
import type { EndState } from '../../shared/table/table.ts'
import type { Transaction } from '../platform/database/connect.ts'

/** Who pays for a reply. */
export type Payer = { workspaceId: string; userId: string; messageId: string }

/** What a reply will about take, in all. */
export type Need = { input_tokens: number; output_tokens: number }

/** What is left of today under the cap; a part that is null is not capped. */
export type Remaining = { tokens: number | null; cost: Money | null }

export type Meter = {
  /** Whether there is a cap: only then is a reply's need worked out before it begins. */
  capped: boolean
  /** What so many tokens of a model cost; null without a known price. */
  price(usage: Usage): Money | null
  /** Holds room for a reply until its end. Throws `Problem('daily_cap_reached')`, so that nothing of it is stored. */
  reserve(tx: Transaction, payer: Payer, need: Need): Promise<void>
  /** Counts what one request of a reply took; `id` is the request's own: the same is counted once. */
  record(payer: Payer, id: string, usage: Usage): Promise<void>
  /** Gives back the room that a reply held and did not use; again is the same as once. */
  release(payer: Payer, state: EndState): Promise<void>
  /** Null without a cap. */
  findRemaining(person: Pick<Payer, 'workspaceId' | 'userId'>): Promise<Remaining | null>
}

/** Counts nothing and refuses nothing. */
export const noMeter: Meter = {
  capped: false,
  price: () => null,
  async reserve() {},
  async record() {},
  async release() {},
  findRemaining: async () => null,
}
