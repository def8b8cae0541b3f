-- Writes with an Idempotency-Key are done once, also when the process dies before their answer is kept: the entry that is
-- written with the change says which operation it was. A second entry of the same is refused, and its change with it.
alter table audit_log add column operation_id uuid;

create unique index audit_log_operations on audit_log (workspace_id, operation_id, action)
  where operation_id is not null;

create or replace function keep_audit_log() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if current_setting('tablewright.purged_workspace', true) = old.workspace_id::text and new.address is null
      and (new.workspace_id, new.position, new.id, new.user_id, new.action, new.created_at)
        = (old.workspace_id, old.position, old.id, old.user_id, old.action, old.created_at)
      and (new.key_id, new.subject_type, new.subject_id, new.operation_id)
        is not distinct from (old.key_id, old.subject_type, old.subject_id, old.operation_id)
    then
      return new;
    end if;
  end if;
  raise exception 'The audit log is only ever added to.';
end
$$;
