-- How many long answers each person has open, over all replicas. Both tables are short-lived, so a crash of the database
-- may forget them: the replicas write them anew.

-- A replica that is not heard of until then has died, and what it held is free.
create unlogged table replicas (
  id uuid primary key,
  alive_until timestamptz not null
);

-- `held` has the number of each replica, by its id. A row is written again with every answer that begins or ends.
create unlogged table open_streams (
  workspace_id uuid not null,
  user_id uuid not null,
  held jsonb not null,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references workspace_members (workspace_id, user_id) on delete cascade
) with (fillfactor = 50);
