// Counts what replies take and holds them to the day's cap: the meter that chat is given.
import type { Usage } from '../../shared/contract/stream-events.ts'
import type { Money } from '../../shared/contract/usage-schemas.ts'
import type { Meter, Need } from '../chat/meter.ts'
import type { Sql, Transaction } from '../platform/database/connect.ts'
import { Problem } from '../platform/problem.ts'
import { findRemaining } from './get-usage.ts'
import * as store from './store.ts'

/** Beyond that many tokens or that much money nothing more begins in the day; null: no such cap. */
export type Cap = store.Cap & { currency: string }

type Parts = {
  sql: Sql
  /** Null: everything is counted and nothing refused. */
  cap: Cap | null
  /** The model that is asked, for what a reply will cost. */
  model: string | null
  price(usage: Usage): Money | null
}

const wholeNumber = (count: number): string => Math.ceil(count).toLocaleString('en-US')

/** Money with as many digits as it needs: a reply often costs less than a cent. */
const sayMoney = (amount: number, currency: string): string =>
  `${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 4 })} ${currency}`

const sayTime = (iso: string): string => `${iso.slice(11, 16)} UTC`

type Want = { tokens: number; cost: number }

async function refusal(tx: Transaction, person: store.Person, want: Want, cap: Cap): Promise<Problem> {
  const now = await store.findAllowance(tx, person)
  const [usedTokens, usedCost] = [now.tokens + now.reserved_tokens, now.cost + now.reserved_cost]
  const byCost = cap.cost !== null && usedCost + want.cost > cap.cost
  const [used, most, wanted] = byCost
    ? [usedCost, cap.cost ?? 0, want.cost].map((amount) => sayMoney(amount, cap.currency))
    : [wholeNumber(usedTokens), `${wholeNumber(cap.tokens ?? 0)} tokens`, `${wholeNumber(want.tokens)}`]
  const seconds = Math.max(1, Math.ceil((Date.parse(now.resets_at) - Date.parse(now.now)) / 1000))
  return new Problem(
    'daily_cap_reached',
    `You have used ${used} of the ${most} that a person may use in a day on this server, and this would take about ${wanted} more. ` +
      `The next day begins at ${sayTime(now.resets_at)}. Nothing was sent; the tables that are there stay as they are and can be used.`,
    { headers: { 'Retry-After': `${seconds}` } },
  )
}

/** A stop does not give back what was used until then, and an answer that broke off was answered in part. */
const charged = new Set(['stopped', 'cut', 'filtered'])

export const createMeter = ({ sql, cap, model, price }: Parts): Meter => {
  const wantOf = ({ input_tokens, output_tokens }: Need): Want => {
    const cost = model === null ? null : price({ model, input_tokens, cached_tokens: 0, output_tokens })
    return { tokens: Math.ceil(input_tokens + output_tokens), cost: cost?.amount ?? 0 }
  }
  return {
    capped: cap !== null,
    price,
    async reserve(tx, payer, need) {
      if (!cap) return
      const want = wantOf(need)
      if (await store.reserve(tx, payer, want, cap)) return
      const abandoned = await store.selectAbandoned(tx, payer)
      for (const { message_id } of abandoned) await store.release(tx, payer.workspaceId, message_id, false)
      if (abandoned.length > 0 && (await store.reserve(tx, payer, want, cap))) return
      throw await refusal(tx, payer, want, cap)
    },
    async record(payer, id, usage) {
      const { model: name, input_tokens: input, cached_tokens: cached, output_tokens: output } = usage
      const cost = usage.cost ?? price(usage)
      const money = { cost: cost?.amount ?? null, currency: cost?.currency ?? null }
      await store.addUsage(sql, payer, id, { model: name, input, cached, output, ...money })
    },
    async release({ workspaceId, messageId }, state) {
      if (cap) await store.release(sql, workspaceId, messageId, charged.has(state))
    },
    findRemaining: (person) => findRemaining(sql, person, cap),
  }
}
