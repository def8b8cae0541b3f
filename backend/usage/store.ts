// SQL of usage: what each person used by day and model, and what a day's cap leaves them.
import type { Sql, Transaction } from '../platform/database/connect.ts'

export type Db = Sql | Transaction

export type Person = { workspaceId: string; userId: string }
export type Reply = Person & { messageId: string }

/** `cost` is null without a known price. */
export type Measured = {
  model: string
  input: number
  cached: number
  output: number
  cost: number | null
  currency: string | null
}

export type DayRow = {
  day: string
  model: string
  requests: number
  input_tokens: number
  cached_tokens: number
  output_tokens: number
  cost: number | null
  currency: string | null
}

/** Null: not capped. */
export type Cap = { tokens: number | null; cost: number | null }

/** The day now, by the database's clock: several servers agree on when it ends. */
const today = (db: Db) => db`(now() at time zone 'UTC')::date`

/**
 * Keeps a record of what one request took, and adds it to its day and to what the cap counts, in one statement; nothing
 * happens when there is a record with this id.
 */
export async function addUsage(
  db: Db,
  { workspaceId, userId, messageId }: Reply,
  id: string,
  used: Measured,
): Promise<void> {
  await db`
    with record as (
      insert into usage_records (workspace_id, id, user_id, message_id, model, input_tokens, cached_tokens,
        output_tokens, cost, currency)
      values (${workspaceId}, ${id}, ${userId}, ${messageId}, ${used.model}, ${used.input}, ${used.cached},
        ${used.output}, ${used.cost}, ${used.currency})
      on conflict (workspace_id, id) do nothing
      returning *
    ), by_model as (
      insert into usage_days as d
        (workspace_id, user_id, day, model, requests, input_tokens, cached_tokens, output_tokens, cost, currency)
      select workspace_id, user_id, ${today(db)}, model, 1, input_tokens, cached_tokens, output_tokens, cost, currency
      from record
      on conflict (workspace_id, user_id, day, model) do update set
        requests = d.requests + 1, input_tokens = d.input_tokens + excluded.input_tokens,
        cached_tokens = d.cached_tokens + excluded.cached_tokens,
        output_tokens = d.output_tokens + excluded.output_tokens,
        cost = case when excluded.cost is null then d.cost else coalesce(d.cost, 0) + excluded.cost end,
        currency = coalesce(excluded.currency, d.currency)
    ), measured as (
      update usage_reservations r set measured = true from record
      where r.workspace_id = record.workspace_id and r.message_id = record.message_id
    )
    insert into usage_allowances as a (workspace_id, user_id, day, tokens, cost)
    select workspace_id, user_id, ${today(db)}, input_tokens + output_tokens, coalesce(cost, 0) from record
    on conflict (workspace_id, user_id, day) do update set
      tokens = a.tokens + excluded.tokens, cost = a.cost + excluded.cost`
}

/** Whether there was room for it: the row of the day makes concurrent requests come one after the other. */
export async function reserve(
  db: Db,
  { workspaceId, userId, messageId }: Reply,
  want: { tokens: number; cost: number },
  cap: Cap,
): Promise<boolean> {
  const [tokens, cost] = [cap.tokens ?? Number.MAX_SAFE_INTEGER, cap.cost ?? 1e9]
  const rows = await db`
    with taken as (
      insert into usage_allowances as a (workspace_id, user_id, day, reserved_tokens, reserved_cost)
      select ${workspaceId}, ${userId}, ${today(db)}, ${want.tokens}::bigint, ${want.cost}::numeric
      where ${want.tokens}::bigint <= ${tokens}::bigint and ${want.cost}::numeric <= ${cost}::numeric
      on conflict (workspace_id, user_id, day) do update set
        reserved_tokens = a.reserved_tokens + excluded.reserved_tokens,
        reserved_cost = a.reserved_cost + excluded.reserved_cost
      where a.tokens + a.reserved_tokens + excluded.reserved_tokens <= ${tokens}::bigint
        and a.cost + a.reserved_cost + excluded.reserved_cost <= ${cost}::numeric
      returning day
    )
    insert into usage_reservations (workspace_id, message_id, user_id, day, tokens, cost)
    select ${workspaceId}, ${messageId}, ${userId}, day, ${want.tokens}, ${want.cost} from taken
    on conflict (workspace_id, message_id) do update set
      day = excluded.day, tokens = excluded.tokens, cost = excluded.cost, measured = false
    returning 1`
  return rows.length > 0
}

/**
 * Ends the reservation of a reply. With `charge`, one that the model never measured counts as used: it answered, but was
 * stopped before it could say what that took.
 */
export async function release(db: Db, workspaceId: string, messageId: string, charge: boolean): Promise<void> {
  await db`
    with gone as (
      delete from usage_reservations where workspace_id = ${workspaceId} and message_id = ${messageId}
      returning user_id, day, tokens, cost, ${charge} and not measured as charged
    )
    update usage_allowances a set
      reserved_tokens = a.reserved_tokens - gone.tokens, reserved_cost = a.reserved_cost - gone.cost,
      tokens = a.tokens + case when gone.charged then gone.tokens else 0 end,
      cost = a.cost + case when gone.charged then gone.cost else 0 end
    from gone
    where a.workspace_id = ${workspaceId} and a.user_id = gone.user_id and a.day = gone.day`
}

/**
 * The person's replies that hold a reservation and are not under way any more: their process died. What was read without a
 * message is over after an hour, whatever became of it.
 */
export async function selectAbandoned(db: Db, { workspaceId, userId }: Person) {
  return await db<{ message_id: string }[]>`
    select r.message_id from usage_reservations r
    left join messages m on m.workspace_id = r.workspace_id and m.id = r.message_id
    where r.workspace_id = ${workspaceId} and r.user_id = ${userId}
      and (m.state <> 'streaming' or (m.id is null and r.created_at < now() - interval '1 hour'))`
}

/** What counts against today's cap. `resets_at` is when the next day begins. */
export async function findAllowance(db: Db, { workspaceId, userId }: Person) {
  const [row] = await db<
    [{ tokens: number; cost: number; reserved_tokens: number; reserved_cost: number; now: string; resets_at: string }]
  >`
    select coalesce(max(tokens), 0)::bigint as tokens, coalesce(max(cost), 0)::float8 as cost,
      coalesce(max(reserved_tokens), 0)::bigint as reserved_tokens,
      coalesce(max(reserved_cost), 0)::float8 as reserved_cost,
      now() as now, (${today(db)} + 1)::timestamp at time zone 'UTC' as resets_at
    from usage_allowances
    where workspace_id = ${workspaceId} and user_id = ${userId} and day = ${today(db)}`
  return row
}

/** The last `days` days, the newest first. */
export async function selectDays(db: Db, { workspaceId, userId }: Person, days: number): Promise<DayRow[]> {
  return await db<DayRow[]>`
    select day::text, model, requests, input_tokens, cached_tokens, output_tokens, cost::float8 as cost, currency
    from usage_days
    where workspace_id = ${workspaceId} and user_id = ${userId} and day > ${today(db)} - ${days}::int
    order by day desc, model`
}
