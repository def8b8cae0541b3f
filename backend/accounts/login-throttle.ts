// Slows down guessing: counts failed sign-ins for each address and account together.
import { Problem } from '../platform/problem.ts'

const windowMs = 15 * 60_000
const allowedFailures = 10
/** So that made-up accounts cannot fill the memory. */
const maxEntries = 50_000

export type LoginThrottle = {
  /** Counts one try. Throws `Problem('too_many_requests')` with `Retry-After`. */
  take(address: string, email: string): void
  /** The password was right: forgets the tries. */
  clear(address: string, email: string): void
}

/**
 * In memory: each process counts for itself. By address and account together, because by account alone a stranger
 * could lock its owner out.
 */
export function createLoginThrottle(now: () => number = Date.now): LoginThrottle {
  const tries = new Map<string, { count: number; until: number }>()
  const keyOf = (address: string, email: string) => `${address} ${email.trim().toLowerCase()}`

  const forgetOld = () => {
    for (const [key, { until }] of tries) if (until <= now()) tries.delete(key)
    // Insertion order: the oldest go first.
    for (const key of tries.keys()) if (tries.size >= maxEntries) tries.delete(key)
  }

  return {
    take(address, email) {
      const key = keyOf(address, email)
      const entry = tries.get(key)
      if (!entry || entry.until <= now()) {
        if (tries.size >= maxEntries) forgetOld()
        tries.delete(key)
        tries.set(key, { count: 1, until: now() + windowMs })
        return
      }
      // Counted before the password is checked: many guesses sent at once count as many.
      entry.count += 1
      if (entry.count <= allowedFailures) return
      const seconds = Math.ceil((entry.until - now()) / 1000)
      throw new Problem(
        'too_many_requests',
        `There were too many tries for this account. Wait ${Math.ceil(seconds / 60)} minutes and try again.`,
        { headers: { 'Retry-After': String(seconds) } },
      )
    },
    clear(address, email) {
      tries.delete(keyOf(address, email))
    },
  }
}
