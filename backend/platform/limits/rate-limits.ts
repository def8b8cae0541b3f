// How many requests a minute each person, API key and address may make.
import type { Sql } from '../database/connect.ts'
import type { Actor } from '../http/actor.ts'
import { addressKey } from './address-key.ts'
import { createReserve, type Verdict } from './reserve.ts'
import { createSharedQuota } from './shared-quota.ts'

/** Requests a minute; null: as many as they want. */
export type RateLimitConfig = { user: number | null; key: number | null; address: number | null }

/** What counted, under which rule: the strictest last. */
export type Counted = Verdict & { name: keyof RateLimitConfig; quota: number; seconds: number }

export type RateLimits = {
  /** A request without a sign-in that holds. */
  countAddress(address: string): Counted[] | Promise<Counted[]>
  countActor(actor: Actor): Counted[] | Promise<Counted[]>
}

const seconds = 60

type Rule = (key: string) => Counted | Promise<Counted>

type OnRefused = (name: keyof RateLimitConfig) => void

function createRule(sql: Sql, name: keyof RateLimitConfig, quota: number | null, onRefused: OnRefused): Rule | null {
  if (quota === null) return null
  const reserve = createReserve(createSharedQuota(sql, { name, points: quota, seconds }))
  const counted = (verdict: Verdict): Counted => {
    if (!verdict.allowed) onRefused(name)
    return { ...verdict, name, quota, seconds }
  }
  return (key) => {
    const verdict = reserve.take(key)
    return verdict instanceof Promise ? verdict.then(counted) : counted(verdict)
  }
}

/** Both, without waiting where none is needed. */
const together = (counts: (Counted | Promise<Counted>)[]): Counted[] | Promise<Counted[]> =>
  counts.every((count): count is Counted => !(count instanceof Promise)) ? counts : Promise.all(counts)

/** `onRefused` hears of every request beyond a limit. */
export function createRateLimits(sql: Sql, config: RateLimitConfig, onRefused: OnRefused = () => {}): RateLimits {
  const user = createRule(sql, 'user', config.user, onRefused)
  const key = createRule(sql, 'key', config.key, onRefused)
  const address = createRule(sql, 'address', config.address, onRefused)
  return {
    countAddress: (from) => (address ? together([address(addressKey(from))]) : []),
    countActor: (actor) =>
      together([...(user ? [user(actor.userId)] : []), ...(key && actor.key ? [key(actor.key.id)] : [])]),
  }
}
