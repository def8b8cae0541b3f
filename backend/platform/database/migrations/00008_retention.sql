-- What is archived, deleted and purged after its time, and texts that are encrypted at rest.

-- What is read without being stored takes its share of the day too, and has no message.
alter table usage_reservations
  drop constraint usage_reservations_workspace_id_message_id_fkey,
  add column created_at timestamptz(3) not null default now();
