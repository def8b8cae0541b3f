// Counts requests in the database, for all replicas together.
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Sql } from '../database/connect.ts'
import type { TakeShared } from './reserve.ts'

/** What the library asks of a client of PostgreSQL. */
const clientOf = (sql: Sql) => ({
  query: async ({ text, values }: { text: string; values?: (string | number)[] }) => ({
    rows: await sql.unsafe(text, values ?? [], { prepare: true }),
  }),
})

/**
 * `points` in `seconds`, counted from the first one, for each key. While the database does not answer, each process counts
 * for itself.
 */
export function createSharedQuota(
  sql: Sql,
  { name, points, seconds }: { name: string; points: number; seconds: number },
): TakeShared {
  const quota = { points, duration: seconds, keyPrefix: name }
  const limiter = new RateLimiterPostgres({
    ...quota,
    storeClient: clientOf(sql),
    storeType: 'client',
    tableName: 'rate_limits',
    tableCreated: true,
    insuranceLimiter: new RateLimiterMemory(quota),
  })
  return async (key, count) => {
    // One that goes beyond the limit is thrown, with the same numbers in it.
    const { consumedPoints, msBeforeNext } = await limiter.consume(key, count).catch((result: unknown) => {
      if (result instanceof RateLimiterRes) return result
      throw result
    })
    const before = consumedPoints - count
    return {
      granted: Math.max(0, Math.min(count, points - before)),
      remaining: Math.max(0, points - consumedPoints),
      // A window that ends just now is asked for again in a moment.
      msLeft: Math.max(1, msBeforeNext),
    }
  }
}
