-- Stores opened by count, things found in them without a record of before, and the way from a place to what is dangerous in it.
create table evidence.store_opening (
  id uuid primary key, entry uuid not null,
  place uuid not null constraint evidence_store_opened_once unique references evidence.location deferrable initially deferred,
  unit uuid not null, at timestamptz(3) not null, by_name text not null, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.store_opening is 'covered: a store that was there before this record: from this day on what stands in it is registered as found';

create table evidence.found_here (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  place uuid not null references evidence.location deferrable initially deferred, opening uuid references evidence.store_opening deferrable initially deferred,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.found_here is 'covered: found in a place on a day, history before unknown; the opening of the store under which it was found, where there was one';
create index found_here_thing on evidence.found_here (thing);

alter table evidence.custody_event drop constraint custody_event_kind_check;
alter table evidence.custody_event add constraint custody_event_kind_check check (kind in ('before','received','taken','accepted','passed','stored','retrieved','dispatched','arrived','to-court','from-court','missing','found','returned','refused','consumed','void','disposed','registered'));

create index thing_now_dangers on evidence.thing_now (holder) where holder_kind = 'place' and hazards <> '{}';
