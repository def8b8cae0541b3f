// Slows strangers down: counts tries of passwords, by account and by place, new accounts and mails, for all replicas together.
import { createHash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Sql } from '../platform/database/connect.ts'
import { addressKey } from '../platform/limits/address-key.ts'
import { Problem } from '../platform/problem.ts'

/**
 * How often strangers may try something from one network; null: as often as they want. `register` are accounts an hour,
 * `signIn` wrong passwords for one account in a quarter of an hour, `mail` requests for mails an hour.
 */
export type TryRates = { register: number | null; signIn: number; mail: number | null }

/** Points in a time of so many seconds. */
type Rate = { points: number; duration: number }

const hour = 60 * 60

const ratesOf = ({ register, signIn, mail }: TryRates) => ({
  /** Wrong passwords for one account from one place. */
  pair: { points: signIn, duration: hour / 4 },
  /** Wrong passwords from one place for accounts that never signed in from there. */
  place: { points: 10 * signIn, duration: hour / 4 },
  /** Wrong passwords for one account from places where it never signed in. */
  account: { points: 5 * signIn, duration: hour },
  /** Not a limit: remembers for 90 days where an account signed in from. */
  known: { points: 1, duration: 90 * 24 * hour },
  /** Accounts that were asked for from one place; null without a limit. */
  accountsFrom: register === null ? null : { points: register, duration: hour },
  /** Requests for mails from one place; null without a limit. */
  mailsFrom: mail === null ? null : { points: mail, duration: hour },
  /** Mails of one kind to one address. */
  mailsTo: { points: 4, duration: hour },
})

export type Tries = {
  /** Counts a try of a password before it is checked: guesses sent at once count as many. Throws `too_many_requests`. */
  take(address: string, account: string): Promise<void>
  /** The password was right, so the try was none; the place is known from now on. */
  clear(address: string, account: string): Promise<void>
  /**
   * Counts that somebody wants an account, before any work is done for it: also one whose e-mail has an account already, or
   * one could ask for all of them. Throws `too_many_requests`.
   */
  takeAccount(address: string): Promise<void>
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
export function createTries(sql: Sql, given: TryRates): Tries {
  const rates = ratesOf(given)
  const storeClient = {
    query: async ({ text, values }: { text: string; values: (string | number | null)[] }) => {
      const rows = await sql.unsafe(text, values, { prepare: true })
      return { rows, rowCount: rows.count }
    },
  }
  const limiter = (keyPrefix: keyof typeof rates, rate: Rate) =>
    new RateLimiterPostgres({
      ...{ ...rate, storeClient, storeType: 'client', tableName: 'rate_limits', tableCreated: true, keyPrefix },
      clearExpiredByTimeout: false,
      insuranceLimiter: new RateLimiterMemory({ ...rate, keyPrefix }),
    })
  const limiters = {
    pair: limiter('pair', rates.pair),
    place: limiter('place', rates.place),
    account: limiter('account', rates.account),
  }
  const known = limiter('known', rates.known)
  const accountsFrom = rates.accountsFrom && limiter('accountsFrom', rates.accountsFrom)
  const mailsFrom = rates.mailsFrom && limiter('mailsFrom', rates.mailsFrom)
  const mailsTo = limiter('mailsTo', rates.mailsTo)

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
    async takeAccount(address) {
      const place = hashOf([addressKey(address)])
      if (accountsFrom) await consume(accountsFrom, place, 'Too many accounts were asked for from this network.')
    },
    async takeMailRequest(address) {
      const place = hashOf([addressKey(address)])
      if (mailsFrom) await consume(mailsFrom, place, 'There were too many requests for mails from this network.')
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
    const minutes = Math.ceil(seconds / 60)
    throw new Problem('too_many_requests', `${what} Wait ${minutes} minute${minutes === 1 ? '' : 's'} and try again.`, {
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
    { headers: { 'Retry-After': String(hour) } },
  )
}
