-- Money is counted by two people, each without the other's figures; what they say is kept as they said it.
create table evidence.cash_count (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  round int not null check (round > 0), place int not null check (place in (1, 2)),
  person uuid, by_name text not null, signed text not null check (signed in ('session', 'pin')),
  lines jsonb not null, totals jsonb not null, doubtful int, words text, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_cash_counted_once unique (thing, round, place)
);
comment on table evidence.cash_count is 'covered: one person''s own count of money, by currency and face value; two of one round agree or differ, and what differs is counted again';
