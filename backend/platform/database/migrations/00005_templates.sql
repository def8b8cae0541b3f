-- A person's own templates. Every saved version is kept whole; the template's row names the newest.

create table export_templates (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  latest_version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  primary key (workspace_id, id)
);

create index export_templates_in_order on export_templates (workspace_id, created_at, id) where deleted_at is null;

create table export_template_versions (
  workspace_id uuid not null,
  template_id uuid not null,
  version integer not null,
  user_id uuid references users (id) on delete set null,
  name text not null,
  description text not null default '',
  locale text,
  layout jsonb not null,
  formatting jsonb not null,
  validation_rules jsonb not null,
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, template_id, version),
  foreign key (workspace_id, template_id) references export_templates (workspace_id, id) on delete cascade
);
