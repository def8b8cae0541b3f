-- Users, workspaces and who belongs to which: the roots that every other row hangs from.

create table users (
  id uuid primary key default gen_random_uuid(),
  email text not null,
  name text not null,
  password_hash text,
  google_sub text unique,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  check (password_hash is not null or google_sub is not null)
);

-- Only password accounts are found by e-mail; a Google account is found by its subject alone.
create unique index users_password_email on users (lower(email)) where password_hash is not null;

create table workspaces (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  personal_of uuid unique references users (id) on delete cascade,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);

create table workspace_members (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  role text not null check (role in ('owner', 'member')),
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, user_id)
);

create index workspace_members_user on workspace_members (user_id);
