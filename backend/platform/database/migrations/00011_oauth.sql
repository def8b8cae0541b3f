-- Consents that AI clients exchange for a key within minutes. Clients themselves are kept nowhere: their ids are signed.

create table oauth_codes (
  workspace_id uuid not null,
  code_hash bytea not null,
  user_id uuid not null,
  client_hash bytea not null,
  client_name text not null,
  redirect_uri text not null,
  challenge text not null,
  scopes text[] not null,
  expires_at timestamptz(3) not null,
  primary key (workspace_id, code_hash),
  foreign key (workspace_id, user_id) references workspace_members (workspace_id, user_id) on delete cascade
);

-- A client shows nothing but the code.
create unique index oauth_codes_hash on oauth_codes (code_hash);
create index oauth_codes_expiry on oauth_codes (expires_at);
