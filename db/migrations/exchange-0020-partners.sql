-- What partners are told as it happens: who is told what under which agreement, what waits to be told, and what they took.
create table exchange.subscription (
  id uuid primary key, entry uuid not null, number int not null constraint exchange_subscription_number unique,
  agency uuid not null, agreement uuid not null, receiver uuid not null, address text not null, events text[] not null,
  purpose text not null, legal_basis text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table exchange.subscription is 'covered: which agency is told of which acts, at which address, under which agreement and law; it is told what its receiver may see';

create table exchange.subscription_step (
  id uuid primary key, entry uuid not null, subscription uuid not null references exchange.subscription deferrable initially deferred, seq int not null,
  kind text not null check (kind in ('approved', 'ended')), words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint exchange_subscription_order unique (subscription, seq)
);
comment on table exchange.subscription_step is 'covered: approved by another person, ended; the newest holds';

create table exchange.told (
  id uuid primary key, entry uuid not null, subscription uuid not null references exchange.subscription deferrable initially deferred, events uuid[] not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table exchange.told is 'covered: which events a partner took';

create table exchange.subscription_secret (subscription uuid primary key, sealed text not null);
comment on table exchange.subscription_secret is 'kept: the secret with which events are signed, sealed under the key of the key folder';

create table exchange.outgoing (
  id uuid primary key, subscription uuid not null references exchange.subscription deferrable initially deferred, entry_told uuid not null, position bigint not null,
  subject text not null, action text not null, root uuid not null, body text not null, made_at timestamptz(3) not null,
  state text not null check (state in ('waiting', 'sent', 'dead')), attempts int not null, next_at timestamptz(3) not null, claimed_until timestamptz(3),
  status int, fault text, sent_at timestamptz(3),
  constraint exchange_outgoing_once unique (subscription, entry_told)
);
comment on table exchange.outgoing is 'kept: events for partners, as they are signed, and what became of each';
create index outgoing_waiting on exchange.outgoing (subscription, subject, position) where state = 'waiting';

create table exchange.told_up_to (subscription uuid primary key, position bigint not null);
comment on table exchange.told_up_to is 'kept: how far along the log events were made for each subscription';
