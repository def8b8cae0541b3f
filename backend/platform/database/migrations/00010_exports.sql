-- Spreadsheets that tables were exported to, every write into them, what other clients wrote, and Google's quotas.

-- The conversation and the connection may be gone by now: the spreadsheet is the person's and stays.
create table sheet_exports (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  position bigint generated always as identity,
  user_id uuid not null references users (id) on delete cascade,
  conversation_id uuid not null,
  connection_id uuid,
  spreadsheet_id text,
  title text not null,
  template_type text not null,
  status text not null default 'queued'
    check (status in ('queued', 'running', 'waiting', 'done', 'failed', 'cancelled')),
  last_sync timestamptz(3),
  meta_data jsonb not null default '{}',
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  primary key (workspace_id, id)
);

create index sheet_exports_latest on sheet_exports (workspace_id, position desc) where deleted_at is null;

-- One write each; those of one export are carried out in the order of `position`. `input` is what was asked, `data` the rows that came
-- with it, which go when it is over. While `running`, and `waiting` within a call, a process holds the lease; the state
-- `waiting` without a lease has its next try at `next_try_at`.
create table export_operations (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  position bigint generated always as identity,
  export_id uuid not null,
  user_id uuid not null references users (id) on delete cascade,
  kind text not null check (kind in ('create', 'update')),
  update_type text check (update_type in ('append', 'replace', 'merge')),
  state text not null default 'queued'
    check (state in ('queued', 'running', 'waiting', 'done', 'failed', 'cancelled')),
  input jsonb not null,
  data jsonb,
  progress jsonb not null default '{}',
  problem jsonb,
  receipts jsonb not null default '[]',
  attempts integer not null default 0,
  cancel_requested boolean not null default false,
  lease_owner uuid,
  lease_until timestamptz(3),
  next_try_at timestamptz(3),
  finished_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, export_id) references sheet_exports (workspace_id, id) on delete cascade
);

create index export_operations_in_order on export_operations (workspace_id, export_id, position);
create index export_operations_open on export_operations (updated_at) where state in ('queued', 'running', 'waiting');

-- What a client says that it wrote by itself; once for each of its operations.
create table export_receipts (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  position bigint generated always as identity,
  user_id uuid not null references users (id) on delete cascade,
  operation_id text not null,
  table_id text,
  conversation_id uuid,
  spreadsheet_id text,
  template text,
  receipt jsonb not null,
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, operation_id)
);

create index export_receipts_latest on export_receipts (workspace_id, position desc);

-- Token buckets of Google's quotas. They belong to nobody here: Google counts by its own accounts and by the project of this
-- server. `used_until` is when the bucket will be full again; until `closed_until` Google wants no request.
create table google_quotas (
  bucket text primary key,
  used_until timestamptz not null,
  closed_until timestamptz
);
