// SQL of Google's quotas: token buckets that all replicas share, by the database's clock.
import type { Sql } from '../platform/database/connect.ts'

/** One token is due every `stepMs`; a full bucket holds `burst`. */
export type BucketRate = { stepMs: number; burst: number }

/** Takes the next token of a bucket, which may be due only later: after so many milliseconds. */
export async function reserveToken(sql: Sql, bucket: string, { stepMs, burst }: BucketRate): Promise<number> {
  const step = sql`${stepMs}::float8 * interval '1 millisecond'`
  const [row] = await sql<[{ wait: number }]>`
    insert into google_quotas as q (bucket, used_until) values (${bucket}, clock_timestamp() + ${step})
    on conflict (bucket) do update set used_until = greatest(q.used_until, clock_timestamp()) + ${step}
    returning 1000 * extract(epoch from greatest(
      used_until - ${burst}::float8 * ${step} - clock_timestamp(), closed_until - clock_timestamp()
    ))::float8 as wait`
  return row.wait
}

/** For how many milliseconds more Google wants no request of this bucket; 0 or less when it does. */
export async function closedFor(sql: Sql, bucket: string): Promise<number> {
  const [row] = await sql<{ wait: number | null }[]>`
    select 1000 * extract(epoch from closed_until - clock_timestamp())::float8 as wait
    from google_quotas where bucket = ${bucket}`
  return row?.wait ?? 0
}

/** Empties a bucket, which fills anew only after `ms`. */
export async function closeBucket(sql: Sql, bucket: string, ms: number, { stepMs, burst }: BucketRate): Promise<void> {
  const until = sql`clock_timestamp() + ${ms}::float8 * interval '1 millisecond'`
  const full = sql`${stepMs * burst}::float8 * interval '1 millisecond'`
  await sql`
    insert into google_quotas as q (bucket, used_until, closed_until) values (${bucket}, ${until} + ${full}, ${until})
    on conflict (bucket) do update
    set closed_until = greatest(q.closed_until, ${until}), used_until = greatest(q.used_until, ${until} + ${full})`
}

/** Buckets that are full and open are as good as none. */
export async function deleteFullBuckets(sql: Sql): Promise<void> {
  await sql`
    delete from google_quotas
    where used_until < clock_timestamp() - interval '1 hour' and coalesce(closed_until < clock_timestamp(), true)`
}
