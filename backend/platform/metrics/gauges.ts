// Figures of a server that are not counted but looked up when somebody asks.
import type { Sql } from '../database/connect.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Metrics } from './metrics.ts'

/** None of them keeps the others from being told, also while the database is away. */
export function watchServer(
  { gauge }: Metrics,
  { sql, jobs, openStreams }: { sql: Sql; jobs: Jobs; openStreams: () => number },
): void {
  gauge('tablewright_open_streams', 'Replies that somebody follows or waits for just now.', [], () => [
    { labels: {}, value: openStreams() },
  ])
  gauge('tablewright_database_transactions', 'Transactions that run, and that wait for a connection.', ['state'], () =>
    Object.entries(sql.transactions()).map(([state, value]) => ({ labels: { state }, value })),
  )
  gauge('tablewright_jobs_active', 'Jobs that this process works on.', ['queue'], () =>
    [...jobs.countActive()].map(([queue, value]) => ({ labels: { queue }, value })),
  )
  gauge('tablewright_jobs_waiting', 'Jobs that wait for any replica.', ['queue'], async () =>
    (await jobs.countWaiting(sql)).map(({ queue, count: value }) => ({ labels: { queue }, value })),
  )
}
