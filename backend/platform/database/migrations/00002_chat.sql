-- Conversations, their messages and the events of replies, uploaded files, and the tables that replies make.

create table conversations (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  title text not null default '',
  description text not null default '',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  primary key (workspace_id, id)
);

create index conversations_latest on conversations (workspace_id, updated_at desc, id desc) where deleted_at is null;

-- `attachments` is what people see of them, `inputs` what the reply is made from: file ids, the contents of ranges,
-- template and locale. A reply is `streaming` while its server renews `lease_until`.
create table messages (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  conversation_id uuid not null,
  position bigint generated always as identity,
  role text not null check (role in ('user', 'assistant')),
  content text not null default '',
  state text not null default 'complete'
    check (state in ('streaming', 'complete', 'stopped', 'cut', 'refused', 'filtered', 'failed', 'interrupted')),
  attachments jsonb not null default '[]',
  inputs jsonb not null default '{}',
  problem jsonb,
  metadata jsonb not null default '{}',
  reply_to uuid,
  idempotency_key text,
  lease_owner uuid,
  lease_until timestamptz(3),
  cancel_requested boolean not null default false,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);

create index messages_in_order on messages (workspace_id, conversation_id, position);
create unique index messages_one_reply_at_a_time on messages (workspace_id, conversation_id) where state = 'streaming';
create unique index messages_sent_once on messages (workspace_id, conversation_id, idempotency_key)
  where idempotency_key is not null;
create index messages_leases on messages (lease_until) where state = 'streaming';

-- An event that adds rows names its chunk in `table_rows` instead of repeating it.
create table message_events (
  workspace_id uuid not null,
  message_id uuid not null,
  id integer not null,
  event jsonb not null,
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, message_id, id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);

create table files (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  user_id uuid not null references users (id) on delete cascade,
  name text not null,
  size integer not null,
  content bytea not null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  primary key (workspace_id, id)
);

-- `data` holds the columns; the rows are in chunks of their own. `receipt` is null until the table has ended.
create table tables (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  position bigint generated always as identity,
  title text not null,
  data_type text not null default 'table',
  schema_version integer not null default 1,
  data jsonb not null,
  format_metadata jsonb not null default '{}',
  row_count integer not null default 0,
  cells_unread integer not null default 0,
  receipt jsonb,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  primary key (workspace_id, id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);

create index tables_of_conversation on tables (workspace_id, conversation_id, position);
create index tables_of_message on tables (workspace_id, message_id);

create table table_rows (
  workspace_id uuid not null,
  table_id uuid not null,
  at integer not null,
  count integer not null,
  rows jsonb not null,
  primary key (workspace_id, table_id, at),
  foreign key (workspace_id, table_id) references tables (workspace_id, id) on delete cascade
);
