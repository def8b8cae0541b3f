// Says what a person used: today, in the last 30 days, and what the cap leaves of today.
import type { Money, UsageCounts, UsageReport } from '../../shared/contract/usage-schemas.ts'
import type { Sql } from '../platform/database/connect.ts'
import type { Actor } from '../platform/http/actor.ts'
import type { Cap } from './meter.ts'
import { type DayRow, findAllowance, type Person, selectDays } from './store.ts'

const days = 30

const money = (amount: number, currency: string): Money => ({ amount: Number(amount.toFixed(10)), currency })

const countsOf = (row: DayRow): UsageCounts => ({
  requests: row.requests,
  input_tokens: row.input_tokens,
  cached_tokens: row.cached_tokens,
  output_tokens: row.output_tokens,
  cost: row.cost !== null && row.currency !== null ? money(row.cost, row.currency) : null,
})

/** The cost is of those rows that have one, in the currency of the newest: prices are rarely given in two. */
function sum(rows: DayRow[]): UsageCounts {
  const priced = rows.filter((row) => row.cost !== null)
  const currency = priced[0]?.currency ?? null
  const total = (key: 'requests' | 'input_tokens' | 'cached_tokens' | 'output_tokens') =>
    rows.reduce((all, row) => all + row[key], 0)
  const cost = priced.reduce((all, row) => (row.currency === currency ? all + (row.cost ?? 0) : all), 0)
  return {
    requests: total('requests'),
    input_tokens: total('input_tokens'),
    cached_tokens: total('cached_tokens'),
    output_tokens: total('output_tokens'),
    cost: currency === null ? null : money(cost, currency),
  }
}

/** What is left of today under `cap`, replies under way counted as used; null without a cap. */
export async function findRemaining(sql: Sql, person: Person, cap: Cap | null): Promise<UsageReport['remaining']> {
  return cap && remainingOf(await findAllowance(sql, person), cap)
}

function remainingOf(now: Awaited<ReturnType<typeof findAllowance>>, cap: Cap) {
  const tokens = cap.tokens === null ? null : Math.max(0, cap.tokens - now.tokens - now.reserved_tokens)
  const cost = cap.cost === null ? null : Math.max(0, cap.cost - now.cost - now.reserved_cost)
  return { tokens, cost: cost === null ? null : money(cost, cap.currency) }
}

export async function getUsage(sql: Sql, actor: Actor, cap: Cap | null): Promise<UsageReport> {
  const [rows, now] = await Promise.all([selectDays(sql, actor, days), findAllowance(sql, actor)])
  const day = new Date(Date.parse(now.resets_at) - 1).toISOString().slice(0, 10)
  return {
    today: sum(rows.filter((row) => row.day === day)),
    days: rows.map((row) => ({ day: row.day, model: row.model, ...countsOf(row) })),
    total: sum(rows),
    cap: cap && { tokens: cap.tokens, cost: cap.cost === null ? null : money(cap.cost, cap.currency) },
    remaining: cap && remainingOf(now, cap),
    resets_at: now.resets_at,
  }
}
