// SQL of the answers that are kept by their Idempotency-Key.
import type { Sql } from '../database/connect.ts'

/** Whose key it is. The key itself is not stored: `digest` stands for it. */
export type KeyPlace = { workspaceId: string; userId: string; digest: Buffer }

/** `status` is null while somebody works on the request. */
export type AnswerRow = {
  request: Buffer
  content: Buffer | null
  status: number | null
  headers: Record<string, string> | null
  body: Buffer | null
}

/** `id` stays the same for everybody who takes the same request up. */
export type ClaimRow = { claimed: string; answer: null } | { claimed: null; answer: AnswerRow }

/** Hours that an answer is kept. */
export const keptHours = 24

/** How long one who does not renew the lease is waited for. */
export const leaseSeconds = 10

/**
 * Takes the request up when nobody has, when it was too long ago, or when who did has died: then `claimed` is its id.
 * Otherwise what is there. Undefined when somebody took it up at the same moment: ask again.
 */
export async function claimAnswer(
  sql: Sql,
  { workspaceId, userId, digest }: KeyPlace,
  { request, owner, id }: { request: Buffer; owner: string; id: string },
): Promise<ClaimRow | undefined> {
  const [row] = await sql<({ claimed: string | null } & AnswerRow)[]>`
    with claimed as (
      insert into kept_answers as kept (workspace_id, user_id, key, id, request, owner, lease_until)
      values (${workspaceId}, ${userId}, ${digest}, ${id}, ${request}, ${owner},
        now() + ${leaseSeconds} * interval '1 second')
      on conflict (workspace_id, user_id, key) do update set
        id = case when kept.status is null and kept.request = excluded.request then kept.id else excluded.id end,
        request = excluded.request, owner = excluded.owner, lease_until = excluded.lease_until,
        content = null, status = null, headers = null, body = null, created_at = excluded.created_at
      where kept.created_at < now() - ${keptHours} * interval '1 hour'
        or (kept.status is null and kept.lease_until < clock_timestamp() and kept.request = excluded.request)
      returning id
    )
    select id as claimed, null as request, null as content, null as status, null as headers, null as body from claimed
    union all
    select null, request, content, status, headers, body from kept_answers
    where workspace_id = ${workspaceId} and user_id = ${userId} and key = ${digest} and not exists (select from claimed)`
  if (!row) return undefined
  const { claimed, ...answer } = row
  return claimed === null ? { claimed, answer } : { claimed, answer: null }
}

/** Does nothing when somebody else took the request up meanwhile; so do the two below. */
export async function keepAnswer(
  sql: Sql,
  { workspaceId, userId, digest }: KeyPlace,
  owner: string,
  answer: { status: number; headers: Record<string, string>; body: Buffer; content: Buffer | null },
): Promise<void> {
  await sql`
    update kept_answers
    set status = ${answer.status}, headers = ${sql.json(answer.headers)}, body = ${answer.body},
      content = ${answer.content}
    where workspace_id = ${workspaceId} and user_id = ${userId} and key = ${digest} and owner = ${owner}`
}

/** With no seconds the next one need not wait. */
export async function setLease(
  sql: Sql,
  { workspaceId, userId, digest }: KeyPlace,
  owner: string,
  seconds: number,
): Promise<void> {
  await sql`
    update kept_answers set lease_until = now() + ${seconds} * interval '1 second'
    where workspace_id = ${workspaceId} and user_id = ${userId} and key = ${digest} and owner = ${owner}`
}

export async function deleteClaim(sql: Sql, { workspaceId, userId, digest }: KeyPlace, owner: string): Promise<void> {
  await sql`
    delete from kept_answers
    where workspace_id = ${workspaceId} and user_id = ${userId} and key = ${digest} and owner = ${owner}`
}

/** At most `limit` of those whose time is over; how many it were. */
export async function deleteOldAnswers(sql: Sql, limit: number): Promise<number> {
  const rows = await sql`
    delete from kept_answers where ctid = any(array(
      select ctid from kept_answers where created_at < now() - ${keptHours} * interval '1 hour' limit ${limit}
    ))
    returning 1 as one`
  return rows.length
}
