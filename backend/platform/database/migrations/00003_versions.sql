-- Every change of a table becomes a version of it, kept whole; every cell may say where it comes from.

-- `versions_made` only grows; `latest_version` is the newest that counts, 0 when the replies that made them do not
-- count any more.
alter table tables
  add column latest_version integer not null default 1,
  add column versions_made integer not null default 1;

-- `message_id` is the reply in whose place the version stands, `user_id` the person who made it, if a person did, and
-- `change` a sentence about what changed. `data` holds the columns, `format_metadata` where the rows were read from.
-- While `open`, rows still come, and the receipt is that of an earlier end or none.
create table table_versions (
  workspace_id uuid not null,
  table_id uuid not null,
  version integer not null,
  position bigint generated always as identity,
  message_id uuid not null,
  user_id uuid references users (id) on delete set null,
  change text not null default '',
  title text not null,
  data_type text not null default 'table',
  schema_version integer not null default 1,
  data jsonb not null,
  format_metadata jsonb not null default '{}',
  row_count integer not null default 0,
  cells_unread integer not null default 0,
  receipt jsonb,
  open boolean not null default true,
  superseded_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  primary key (workspace_id, table_id, version),
  foreign key (workspace_id, table_id) references tables (workspace_id, id) on delete cascade,
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);

create index table_versions_of_message on table_versions (workspace_id, message_id);

insert into table_versions (
  workspace_id, table_id, version, message_id, title, data_type, schema_version, data, format_metadata, row_count,
  cells_unread, receipt, open, created_at, updated_at
)
select
  workspace_id, id, 1, message_id, title, data_type, schema_version, data, format_metadata, row_count, cells_unread,
  receipt, receipt is null, created_at, updated_at
from tables
order by position;

alter table table_rows
  add column version integer not null default 1,
  add column evidence jsonb;
alter table table_rows alter column version drop default;
alter table table_rows drop constraint table_rows_workspace_id_table_id_fkey;
alter table table_rows drop constraint table_rows_pkey;
alter table table_rows add primary key (workspace_id, table_id, version, at);
alter table table_rows
  add foreign key (workspace_id, table_id, version)
  references table_versions (workspace_id, table_id, version) on delete cascade;

alter table tables
  drop column title, drop column data_type, drop column schema_version, drop column data, drop column format_metadata,
  drop column row_count, drop column cells_unread, drop column receipt;

-- No event of the reply with an id beyond `events_reserved` was told while it was made: what gives a reply its end in
-- the place of a process that died begins behind it. A superseded message was replaced by another one.
alter table messages
  add column events_reserved integer not null default 10000,
  add column superseded_at timestamptz(3);
