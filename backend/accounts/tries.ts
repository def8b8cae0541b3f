// Slows down guessing: counts tries of passwords, by account and by place, for all replicas together.
import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Sql } from '../platform/database/connect.ts'
import { addressKey } from '../platform/limits/address-key.ts'
import { Problem } from '../platform/problem.ts'

/** Points in a time of so many seconds. */
type Rate = { points: number; duration: number }

const rates = {
  /** Wrong passwords for one account from one place. */
  pair: { points: 10, duration: 15 * 60 },
  /** Wrong passwords from one place for accounts that never signed in from there. */
  place: { points: 100, duration: 15 * 60 },
  /** Wrong passwords for one account from places where it never signed in. */
  account: { points: 50, duration: 60 * 60 },
  /** Not a limit: remembers for 90 days where an account signed in from. */
  known: { points: 1, duration: 90 * 86_400 },
  /** Requests for mails from one place. */
  mailsFrom: { points: 60, duration: 60 * 60 },
  /** Mails of one kind to one address. */
  mailsTo: { points: 4, duration: 60 * 60 },
} as const satisfies Record<string, Rate>

type Kind = keyof typeof rates

export type Tries = {
  /** Counts a try of a password before it is checked: guesses sent at once count as many. Throws `too_many_requests`. */
  take(address: string, account: string): Promise<void>
  /** The password was right, so the try was none; the place is known from now on. */
  clear(address: string, account: string): Promise<void>
  /** Counts somebody’s request for a mail. Throws `too_many_requests`. */
  takeMailRequest(address: string): Promise<void>
  /** Counts a mail of one kind to an address; false when it had enough of them. */
  takeMail(kind: string, email: string): Promise<boolean>
}

/** Neither e-mails nor addresses are stored, only hashes of them. */
const hashOf = (parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

/**
 * The two limits that strangers share do not hold where the account has signed in before, so nobody can lock its owner
 * out from there; from a new place there is still Google, and the link in a mail. When the database is away each process
 * counts for itself.
 */
export function createTries(sql: Sql): Tries {
  const storeClient = {
    query: async ({ text, values }: { text: string; values: (string | number | null)[] }) => {
      const rows = await sql.unsafe(text, values, { prepare: true })
      return { rows, rowCount: rows.count }
    },
  }
  const limiter = (kind: Kind) =>
    new RateLimiterPostgres({
      ...rates[kind],
      ...{ storeClient, storeType: 'client', tableName: 'rate_limits', tableCreated: true, keyPrefix: kind },
      clearExpiredByTimeout: false,
      insuranceLimiter: new RateLimiterMemory({ ...rates[kind], keyPrefix: kind }),
    })
  const limiters = { pair: limiter('pair'), place: limiter('place'), account: limiter('account') }
  const known = limiter('known')
  const mailsFrom = limiter('mailsFrom')
  const mailsTo = limiter('mailsTo')

  const keysOf = (address: string, account: string) => {
    const place = addressKey(address)
    const name = account.trim().toLowerCase()
    return { pair: hashOf([place, name]), place: hashOf([place]), account: hashOf([name]) }
  }

  return {
    async take(address, account) {
      const keys = keysOf(address, account)
      await consume(limiters.pair, keys.pair, 'There were too many tries for this account.')
      if ((await known.get(keys.pair)) !== null) return
      await consume(limiters.place, keys.place, 'There were too many tries from this network.')
      await consume(limiters.account, keys.account, 'There were too many tries for this account from new places.')
    },
    async clear(address, account) {
      const keys = keysOf(address, account)
      await limiters.pair.delete(keys.pair)
      if ((await known.get(keys.pair)) === null) {
        await limiters.place.reward(keys.place)
        await limiters.account.reward(keys.account)
      }
      await known.set(keys.pair, 1, rates.known.duration)
    },
    async takeMailRequest(address) {
      await consume(
        mailsFrom,
        hashOf([addressKey(address)]),
        'There were too many requests for mails from this network.',
      )
    },
    async takeMail(kind, email) {
      try {
        await mailsTo.consume(hashOf([kind, email.trim().toLowerCase()]))
        return true
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return false
        throw refusal
      }
    },
  }
}

async function consume(limiter: RateLimiterPostgres, key: string, what: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.ceil(refusal.msBeforeNext / 1000)
    throw new Problem('too_many_requests', `${what} Wait ${Math.ceil(seconds / 60)} minutes and try again.`, {
      headers: { 'Retry-After': String(seconds) },
    })
  }
}

/** Throws `too_many_requests` when so many links went to the address that another would be of no use. */
export async function demandMail(tries: Tries, email: string): Promise<void> {
  if (await tries.takeMail('verify', email)) return
  throw new Problem(
    'too_many_requests',
    'Several mails went to this address within the hour. Look for them, among the unwanted ones too, or wait.',
    { headers: { 'Retry-After': String(rates.mailsTo.duration) } },
  )
}
