-- A thing that came in with one case and is evidence in others too.
create table evidence.also_of (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  other_root uuid not null, why text not null, at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  check (root <> other_root)
);
comment on table evidence.also_of is 'covered: a thing of one case is evidence in another too, and why';
create index also_of_thing on evidence.also_of (thing);
create index also_of_other on evidence.also_of (other_root);

create table evidence.also_of_end (
  id uuid primary key, entry uuid not null, also uuid not null constraint evidence_also_ended_once unique references evidence.also_of deferrable initially deferred,
  root uuid not null, why text not null, at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.also_of_end is 'covered: a thing is evidence in that other case no more, with the reason';
