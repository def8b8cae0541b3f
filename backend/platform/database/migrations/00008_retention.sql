-- What is archived, deleted and purged after its time, and texts that are encrypted at rest.

-- What is read without being stored takes its share of the day too, and has no message.
alter table usage_reservations
  drop constraint usage_reservations_workspace_id_message_id_fkey,
  add column created_at timestamptz(3) not null default now();

alter table conversations add column archived_at timestamptz(3);
create index conversations_to_purge on conversations (deleted_at) where deleted_at is not null;
create index export_templates_to_purge on export_templates (deleted_at) where deleted_at is not null;

-- Which messages brought which files: a file is seen as long as one of its conversations is, or while no message has it.
create table message_files (
  workspace_id uuid not null,
  message_id uuid not null,
  file_id uuid not null,
  conversation_id uuid not null,
  primary key (workspace_id, message_id, file_id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);

create index message_files_of_file on message_files (workspace_id, file_id);

insert into message_files (workspace_id, message_id, file_id, conversation_id)
select distinct m.workspace_id, m.id, (attached ->> 'file_id')::uuid, m.conversation_id
from messages m, jsonb_array_elements(m.inputs -> 'attachments') attached
where jsonb_typeof(m.inputs -> 'attachments') = 'array' and attached ->> 'kind' = 'file';

create index files_in_order on files (workspace_id, created_at desc, id desc) where deleted_at is null;
create index files_by_age on files (created_at);

-- The account is closed: nobody can sign in to it, and what it leaves is being removed.
alter table users add column deleted_at timestamptz(3);
create index users_closed on users (deleted_at) where deleted_at is not null;
