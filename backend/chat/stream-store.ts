// SQL of how many long answers each person has open, over all replicas.
import type { Sql } from '../platform/database/connect.ts'

export type Owner = { workspaceId: string; userId: string }

/** The replica lives for so many milliseconds more. True when it was not known (any more). */
export async function renewReplica(sql: Sql, id: string, leaseMs: number): Promise<boolean> {
  const [row] = await sql<[{ made: boolean }]>`
    insert into replicas (id, alive_until) values (${id}, now() + ${leaseMs} * interval '1 millisecond')
    on conflict (id) do update set alive_until = excluded.alive_until
    returning xmax = 0 as made`
  return row.made
}

/** What it held is free at once. Takes those that died long ago along. */
export async function deleteReplica(sql: Sql, id: string): Promise<void> {
  await sql`delete from replicas where id = ${id} or alive_until < now() - interval '1 day'`
}

/**
 * Tells that the replica has `open` of the person's answers, and takes up to `more` of what the other living replicas leave
 * of `most`. Returns how many it has now. One statement on one row: replicas that ask at once get no more together.
 */
export async function holdStreams(
  sql: Sql,
  { workspaceId, userId }: Owner,
  { replica, open, more, most }: { replica: string; open: number; more: number; most: number },
): Promise<number> {
  const [row] = await sql<[{ held: number }]>`
    insert into open_streams as known (workspace_id, user_id, held)
    values (${workspaceId}, ${userId}, jsonb_build_object(${replica}::text, greatest(${open}::int, least(${open}::int + ${more}::int, ${most}::int))))
    on conflict (workspace_id, user_id) do update set held = (
      select coalesce(jsonb_object_agg(key, value), '{}') || jsonb_build_object(
        ${replica}::text,
        ${open}::int + least(${more}::int, greatest(0, ${most}::int - ${open}::int - coalesce(sum(value::int), 0)))
      )
      from jsonb_each_text(known.held)
      where key <> ${replica}::text
        and exists (select from replicas where id = key::uuid and alive_until > now())
    )
    returning (held ->> ${replica}::text)::int as held`
  return row.held
}

/** The replica has none of the person's answers any more. */
export async function releaseStreams(sql: Sql, { workspaceId, userId }: Owner, replica: string): Promise<void> {
  await sql`
    update open_streams set held = held - ${replica}::text
    where workspace_id = ${workspaceId} and user_id = ${userId}`
}
