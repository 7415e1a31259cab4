-- A partner's secret is changed with an overlap: until its end both sign.
alter table exchange.subscription_secret add column former_sealed text, add column former_until timestamptz(3);

create table exchange.secret_change (
  id uuid primary key, entry uuid not null, subscription uuid not null references exchange.subscription deferrable initially deferred, seq int not null,
  kind text not null check (kind in ('begun', 'ended')), until_at timestamptz(3), words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint exchange_secret_change_order unique (subscription, seq)
);
comment on table exchange.secret_change is 'covered: a change of a partner''s secret begun, and until when the former one signs too; and its end, by somebody or by time';
