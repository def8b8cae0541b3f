-- What stands in front of every request: answers kept by their Idempotency-Key, limits, and the audit log.

-- Who did what, when and from where; never what it said. No reference to the workspace or the user: the proof stays
-- when they are purged, as ids that lead nowhere.
create table audit_log (
  workspace_id uuid not null,
  position bigint generated always as identity,
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  key_id uuid,
  address text,
  action text not null,
  subject_type text,
  subject_id text,
  created_at timestamptz(3) not null default clock_timestamp(),
  primary key (workspace_id, position)
);

-- The one change there is: who purges a workspace, and names it in `tablewright.purged_workspace` for the transaction,
-- may take the addresses out.
create function keep_audit_log() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if current_setting('tablewright.purged_workspace', true) = old.workspace_id::text and new.address is null
      and (new.workspace_id, new.position, new.id, new.user_id, new.action, new.created_at)
        = (old.workspace_id, old.position, old.id, old.user_id, old.action, old.created_at)
      and (new.key_id, new.subject_type, new.subject_id)
        is not distinct from (old.key_id, old.subject_type, old.subject_id)
    then
      return new;
    end if;
  end if;
  raise exception 'The audit log is only ever added to.';
end
$$;

create trigger audit_log_stays before update or delete on audit_log
  for each row execute function keep_audit_log();
create trigger audit_log_is_not_emptied before truncate on audit_log
  for each statement execute function keep_audit_log();

-- One for each Idempotency-Key, as a digest. While `status` is null somebody works on the request and renews the lease;
-- then it is the answer, sealed. `id` stays the same for whoever takes the request up after a crash.
create table kept_answers (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  user_id uuid not null,
  key bytea not null,
  id uuid not null,
  request bytea not null,
  content bytea,
  owner uuid not null,
  lease_until timestamptz(3) not null,
  status smallint,
  headers jsonb,
  body bytea,
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, user_id, key)
);

create index kept_answers_by_age on kept_answers (created_at);

-- How many requests were made in the window that ends at `expire` (milliseconds since 1970): short-lived, so a crash of
-- the database may forget them. The form is the one that rate-limiter-flexible works on.
create unlogged table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
