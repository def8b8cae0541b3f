-- What AI clients are given: a row among the person's API keys, with access tokens that live for an hour and refresh
-- tokens that are each good for one time.

-- A client's row has no key of its own. `client_hash` is of the client's id, `resource` the address that its tokens are for.
alter table api_keys
  alter column key_hash drop not null,
  add column client_hash bytea,
  add column resource text,
  add constraint api_keys_kind check (
    (key_hash is null) = (client_hash is not null) and (client_hash is null) = (resource is null)
  );

-- Hashes only. A refresh token that was used stays until it runs out, and so does the code that the grant was made for:
-- whoever shows one again ends the grant. `scopes` are those of an access token, which may be fewer than the grant's.
create table oauth_tokens (
  workspace_id uuid not null,
  key_id uuid not null,
  token_hash bytea not null,
  kind text not null check (kind in ('access', 'refresh', 'code')),
  scopes text[],
  expires_at timestamptz(3) not null,
  used_at timestamptz,
  primary key (workspace_id, key_id, token_hash),
  foreign key (workspace_id, key_id) references api_keys (workspace_id, id) on delete cascade
);

-- A client shows nothing but the token.
create unique index oauth_tokens_hash on oauth_tokens (token_hash);
create index oauth_tokens_expiry on oauth_tokens (expires_at);
