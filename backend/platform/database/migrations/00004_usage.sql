-- What people use of the model, day by day; who sent a message; replies that were asked for again.

-- Every measured request once: who counts one again, because an answer got lost, changes nothing. `cost` is null while
-- the model has no known price.
create table usage_records (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  id uuid not null,
  user_id uuid not null references users (id) on delete cascade,
  message_id uuid not null,
  model text not null,
  input_tokens bigint not null,
  cached_tokens bigint not null,
  output_tokens bigint not null,
  cost numeric(20, 10),
  currency text,
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, id)
);

-- The records by day, so that reading them stays quick. A day is one of UTC.
create table usage_days (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  day date not null,
  model text not null,
  requests integer not null default 0,
  input_tokens bigint not null default 0,
  cached_tokens bigint not null default 0,
  output_tokens bigint not null default 0,
  cost numeric(20, 10),
  currency text,
  primary key (workspace_id, user_id, day, model)
);

-- What counts against the day's cap, of all models together: what was used, and what replies under way have reserved.
create table usage_allowances (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  day date not null,
  tokens bigint not null default 0,
  cost numeric(20, 10) not null default 0,
  reserved_tokens bigint not null default 0,
  reserved_cost numeric(20, 10) not null default 0,
  primary key (workspace_id, user_id, day)
);

-- One for each reply under way on a server with a cap. `measured` when the model has said what the reply took.
create table usage_reservations (
  workspace_id uuid not null,
  message_id uuid not null,
  user_id uuid not null,
  day date not null,
  tokens bigint not null,
  cost numeric(20, 10) not null,
  measured boolean not null default false,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);

-- Who sent the message, or asked for the reply.
alter table messages add column user_id uuid references users (id) on delete set null;

-- Requests for the reply to a message that is there already, by their Idempotency-Key: to go on, to make it anew, to
-- answer other words. The events that answer one begin after `after_event`.
create table reply_requests (
  workspace_id uuid not null,
  conversation_id uuid not null,
  idempotency_key text not null,
  fingerprint text not null,
  message_id uuid not null,
  after_event integer not null,
  created_at timestamptz(3) not null default now(),
  primary key (workspace_id, conversation_id, idempotency_key),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);
