-- What stays of a deleted account names nobody: its entries in the audit log go on under other ids, made of the old ones by a
-- digest. Who knows the id of an account finds out whether, and when, it was deleted; nobody finds an id from what is there.
create function deleted_alias(id uuid) returns uuid language sql immutable strict as $$
  select encode(substring(sha256(convert_to('tablewright deleted ' || id::text, 'UTF8')) for 16), 'hex')::uuid
$$;

create or replace function keep_audit_log() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if current_setting('tablewright.purged_workspace', true) = old.workspace_id::text and new.address is null
      and new.workspace_id in (old.workspace_id, deleted_alias(old.workspace_id))
      and new.user_id in (old.user_id, deleted_alias(old.user_id))
      and (new.position, new.id, new.action, new.created_at) = (old.position, old.id, old.action, old.created_at)
      and (new.key_id, new.subject_type, new.subject_id, new.operation_id)
        is not distinct from (old.key_id, old.subject_type, old.subject_id, old.operation_id)
    then
      return new;
    end if;
  end if;
  raise exception 'The audit log is only ever added to.';
end
$$;

-- Accounts that were deleted before.
alter table audit_log disable trigger audit_log_stays;
update audit_log a set user_id = deleted_alias(user_id), address = null,
  workspace_id = case when exists (select 1 from workspaces w where w.id = a.workspace_id)
    then workspace_id else deleted_alias(workspace_id) end
where not exists (select 1 from users u where u.id = a.user_id);
alter table audit_log enable trigger audit_log_stays;
