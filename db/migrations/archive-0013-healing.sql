-- A file that is broken in one of its two places is healed only after the order to heal it stands in the ledger, and its end stands there too.
create table archive.healing (
  id uuid primary key, entry uuid not null, count uuid not null, sha256 text not null, place text not null check (place in ('near', 'far')), found text not null check (found in ('missing', 'changed')),
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.healing is 'covered: files that a count of both places found broken in one of them and ordered healed from the other';
create table archive.healing_end (
  id uuid primary key, entry uuid not null, healing uuid not null constraint archive_healing_end_once unique references archive.healing deferrable initially deferred,
  outcome text not null check (outcome in ('healed', 'no-whole-copy', 'destroyed')),
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.healing_end is 'covered: what became of an order to heal a file';
