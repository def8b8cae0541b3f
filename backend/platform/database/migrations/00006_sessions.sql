-- Sessions that are refreshed, API keys, single-use links, and what belongs to an account beside its user.

-- `pending_email` is an address that the person asked for and has not confirmed. `google_email` is for people to
-- recognise the account by; `google_sub` is its identity.
alter table users
  add column email_verified_at timestamptz(3),
  add column pending_email text,
  add column google_email text;

update users set email_verified_at = created_at, google_email = email where google_sub is not null;

-- One for each sign-in. A session that ended is not there: with its row go its refresh tokens, and its access tokens stop.
create table sessions (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references workspace_members (workspace_id, user_id) on delete cascade
);

create index sessions_of_member on sessions (workspace_id, user_id);

-- The family of a session: each token once, as a hash. Whoever shows one that has been used ends the session. `used_at`
-- keeps its microseconds: it tells requests that overlapped from a token that comes again. `request` is a hash of the
-- Idempotency-Key of the request that used it.
create table refresh_tokens (
  workspace_id uuid not null,
  session_id uuid not null,
  token_hash bytea not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz,
  request bytea,
  primary key (workspace_id, session_id, token_hash),
  foreign key (workspace_id, session_id) references sessions (workspace_id, id) on delete cascade
);

create unique index refresh_tokens_hash on refresh_tokens (token_hash);

-- `hint` is how the key begins, for people to recognise it by.
create table api_keys (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  name text not null,
  hint text not null,
  key_hash bytea not null,
  scopes text[] not null,
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  revoked_at timestamptz(3),
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references workspace_members (workspace_id, user_id) on delete cascade
);

create unique index api_keys_hash on api_keys (key_hash);
create index api_keys_in_order on api_keys (workspace_id, user_id, created_at, id);

-- Links in mails, each good for one time and one address.
create table account_links (
  workspace_id uuid not null,
  user_id uuid not null,
  purpose text not null check (purpose in ('verify', 'reset')),
  token_hash bytea not null,
  email text not null,
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, user_id, token_hash),
  foreign key (workspace_id, user_id) references workspace_members (workspace_id, user_id) on delete cascade
);

create unique index account_links_hash on account_links (token_hash);
