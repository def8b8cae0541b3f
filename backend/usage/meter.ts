// Counts what replies take and holds them to the day's cap: the meter that chat is given.
import type { Meter, Need } from '../chat/meter.ts'
import type { Transaction } from '../platform/database/connect.ts'
import { Problem } from '../platform/problem.ts'
import * as store from './store.ts'

/** Beyond that many tokens or that much money nothing more begins in the day; null: no such cap. */
export type Cap = store.Cap & { currency: string }

const wholeNumber = (count: number): string => Math.ceil(count).toLocaleString('en-US')

/** Money with as many digits as it needs: a reply often costs less than a cent. */
export const sayMoney = (amount: number, currency: string): string =>
  `${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: amount < 0.1 ? 4 : 2 })} ${currency}`

const sayTime = (iso: string): string => `${iso.slice(11, 16)} UTC`

async function refuse(tx: Transaction, person: store.Person, need: Need, cap: Cap): Promise<Problem> {
  const now = await store.findAllowance(tx, person)
  const [usedTokens, usedCost] = [now.tokens + now.reserved_tokens, now.cost + now.reserved_cost]
  const byCost = cap.cost !== null && usedCost + (need.cost ?? 0) > cap.cost
  const [used, most, wanted] = byCost
    ? [sayMoney(usedCost, cap.currency), sayMoney(cap.cost ?? 0, cap.currency), sayMoney(need.cost ?? 0, cap.currency)]
    : [wholeNumber(usedTokens), `${wholeNumber(cap.tokens ?? 0)} tokens`, `${wholeNumber(need.tokens)} tokens`]
  const seconds = Math.max(1, Math.ceil((Date.parse(now.resets_at) - Date.parse(now.now)) / 1000))
  return new Problem(
    'daily_cap_reached',
    `You have used ${used} of the ${most} that a person may use in a day on this server, and this would take about ${wanted} more. ` +
      `It starts again at ${sayTime(now.resets_at)}. Nothing was sent. The tables that are there can be read, changed and written all the same.`,
    { headers: { 'Retry-After': `${seconds}` } },
  )
}

/** A stop does not give back what was used until then, and an answer that broke off was answered in part. */
const charged = new Set(['stopped', 'cut', 'filtered'])

/** `cap` null: everything is counted and nothing refused. */
export const createMeter = (cap: Cap | null): Meter => ({
  capped: cap !== null,
  async reserve(tx, payer, need) {
    if (!cap) return
    const want = { tokens: Math.ceil(need.tokens), cost: need.cost ?? 0 }
    if (!(await store.reserve(tx, payer, want, cap))) throw await refuse(tx, payer, need, cap)
  },
  async record(tx, payer, usage) {
    const { model, input_tokens: input, cached_tokens: cached, output_tokens: output, cost } = usage
    const money = { cost: cost?.amount ?? null, currency: cost?.currency ?? null }
    await store.addUsage(tx, payer, { model, input, cached, output, ...money })
  },
  async release(tx, { workspaceId, messageId }, state) {
    if (cap) await store.release(tx, workspaceId, messageId, charged.has(state))
  },
})
