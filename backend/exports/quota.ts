// Keeps to Google's quotas before Google has to: whoever calls takes a token of their account and one of the project.
import { setTimeout as delay } from 'node:timers/promises'
import type { Sql } from '../platform/database/connect.ts'
import type { GoogleError } from '../platform/google/google-error.ts'
import { type BucketRate, closeBucket, closedFor, reserveToken } from './quota-store.ts'

/** How many requests a minute Google takes, of one account and of all together; reads and writes are counted apart. */
export type QuotaLimits = { perUser: number; perProject: number }

export type CallKind = 'read' | 'write' | 'drive'

/** Drive takes far more requests than Sheets. */
const driveFactor = 10

/**
 * What is in a bucket and what comes in within a minute are together a little less than the limit: requests take their time to Google,
 * which counts them when they arrive.
 */
const rateOf = (perMinute: number): BucketRate => ({
  stepMs: 60_000 / (perMinute * 0.8),
  burst: Math.max(1, Math.floor(perMinute / 6)),
})

/** Without a word from Google on how long to wait, the client's own pauses do. */
const shortestCloseMs = 1_000
const longestCloseMs = 120_000

export type Quota = {
  /** Waits until the request may go out. `onWait` hears of each wait; `signal` ends it. */
  take(
    kind: CallKind,
    account: string,
    wait: { onWait: (ms: number) => Promise<void>; signal: AbortSignal },
  ): Promise<void>
  /** Google refused a request: nobody asks again before it wants to be asked. */
  close(kind: CallKind, account: string, error: GoogleError): Promise<void>
}

export const kindOf = (method: string, url: string): CallKind =>
  !new URL(url).pathname.includes('/spreadsheets') ? 'drive' : method === 'GET' ? 'read' : 'write'

/**
 * Tokens are given out in the order they were asked for, first the account's, then the project's: an account that asks for much waits
 * for itself, and takes nothing from the others meanwhile.
 */
export function createQuota(
  sql: Sql,
  { perUser, perProject }: QuotaLimits,
  onWaited: (kind: CallKind, ms: number) => void = () => {},
): Quota {
  const bucketsOf = (kind: CallKind, account: string) => {
    const factor = kind === 'drive' ? driveFactor : 1
    return {
      user: { name: `${kind} user ${account}`, rate: rateOf(perUser * factor) },
      project: { name: `${kind} project`, rate: rateOf(perProject * factor) },
    }
  }
  return {
    take: async (kind, account, { onWait, signal }) => {
      const { user, project } = bucketsOf(kind, account)
      for (const { name, rate } of [user, project]) {
        let ms = await reserveToken(sql, name, rate)
        while (ms > 0) {
          await onWait(ms)
          onWaited(kind, ms)
          await delay(Math.ceil(ms), undefined, { signal })
          // Google may have said meanwhile that it wants nothing for a while.
          ms = await closedFor(sql, name)
        }
      }
    },
    close: async (kind, account, error) => {
      const { user, project } = bucketsOf(kind, account)
      const { name, rate } = /per minute per project|per minute'/i.test(error.said) ? project : user
      const ms = Math.min(Math.max(error.waitMs ?? 0, shortestCloseMs), longestCloseMs)
      await closeBucket(sql, name, ms, rate)
    },
  }
}
