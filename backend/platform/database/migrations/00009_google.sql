-- Google accounts that people have connected, and the consents that are under way.

-- One row from asking for consent until Google sends the person back; the state itself is kept nowhere. When the session
-- that asked ends, so does the consent.
create table google_authorizations (
  workspace_id uuid not null,
  state_hash bytea not null,
  user_id uuid not null,
  session_id uuid,
  verifier text not null,
  redirect_uri text not null,
  return_to text,
  expires_at timestamptz(3) not null,
  primary key (workspace_id, state_hash),
  foreign key (workspace_id, user_id) references workspace_members (workspace_id, user_id) on delete cascade,
  foreign key (workspace_id, session_id) references sessions (workspace_id, id) on delete cascade
);

-- Google sends back nothing but the state.
create unique index google_authorizations_state on google_authorizations (state_hash);
create index google_authorizations_expiry on google_authorizations (expires_at);

-- Tokens are sealed. The lease belongs to the process that is fetching a new access token.
create table google_connections (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  google_sub text not null,
  email text not null,
  scopes text[] not null,
  state text not null check (state in ('connected', 'reconnect_needed')),
  refresh_token text,
  access_token text,
  access_expires_at timestamptz(3),
  lease uuid,
  leased_until timestamptz(3),
  connected_at timestamptz(3) not null default now(),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, user_id, google_sub),
  foreign key (workspace_id, user_id) references workspace_members (workspace_id, user_id) on delete cascade,
  check (state = 'reconnect_needed' or refresh_token is not null)
);

-- Whether another account of this server still uses the same Google account.
create index google_connections_sub on google_connections (google_sub);
