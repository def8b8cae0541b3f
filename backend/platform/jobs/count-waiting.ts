// SQL of how many jobs wait, in the tables of pg-boss.
import type { Sql } from '../database/connect.ts'

export type WaitingJobs = { queue: string; count: number }

/**
 * Those too whose time has not come. It is worded as the index of what can be fetched is, which has none of the jobs that
 * are over. Throws when the database takes longer than `timeoutMs`.
 */
export async function countWaiting(sql: Sql, schema: string, timeoutMs = 1_000): Promise<WaitingJobs[]> {
  const counting = sql<WaitingJobs[]>`
    select q.name as queue,
      (select count(*)::int from ${sql(`${schema}.job`)} j where j.name = q.name and j.state < 'active' and not j.blocked)
        as count
    from ${sql(`${schema}.queue`)} q
    where not starts_with(q.name, '__')`
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      counting.cancel()
      reject(new Error('The database took too long to count the jobs'))
    }, timeoutMs)
  })
  try {
    return await Promise.race([counting, late])
  } finally {
    clearTimeout(timer)
  }
}
