-- What is recovered from a thing and taken from a person, who refused, who was offered a part; links between things; what a court keeps; where unsafe guns wait.
create table evidence.recovery (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred,
  source uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  method text not null, area text not null, at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.recovery is 'covered: a swab, cutting, lift or the like recovered from a thing: how and from which area of it';
create index recovery_thing on evidence.recovery (thing);

create table evidence.reference_sample (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  party uuid not null, ground text not null check (ground in ('consent', 'order', 'statute')), document text not null,
  witness uuid, witness_name text, at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.reference_sample is 'covered: a sample taken from a party of the case, under which consent, order or statute';
create index reference_sample_root on evidence.reference_sample (root);

create table evidence.refusal_to_give (
  id uuid primary key, entry uuid not null, root uuid not null, party uuid not null, what text not null, words text not null,
  witness uuid, witness_name text, at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.refusal_to_give is 'covered: a party of the case was asked for a sample and did not give it';
create index refusal_to_give_root on evidence.refusal_to_give (root);

create table evidence.counter_sample (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  party uuid not null, answer text not null check (answer in ('taken', 'declined')),
  part uuid references evidence.thing deferrable initially deferred, to_name text, words text,
  at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.counter_sample is 'covered: a part of a sample was offered to the person concerned, and taken or declined';
create index counter_sample_root on evidence.counter_sample (root);

create table evidence.link (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  other uuid not null references evidence.thing deferrable initially deferred, other_root uuid not null,
  strength text not null check (strength in ('strong', 'weak', 'absent')), basis text not null,
  at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  check (thing <> other)
);
comment on table evidence.link is 'covered: what somebody says binds two things, how strongly, and on what; also that nothing does';
create index link_thing on evidence.link (thing);
create index link_other on evidence.link (other);

create table evidence.link_end (
  id uuid primary key, entry uuid not null, link uuid not null constraint evidence_link_ended_once unique references evidence.link deferrable initially deferred,
  root uuid not null, why text not null, at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.link_end is 'covered: a link is taken back, with the reason; it stays on the record';

create table evidence.tendering (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  court text not null, mark text not null, on_day date not null, registry text not null, words text,
  at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.tendering is 'covered: a thing was tendered, and is in the custody of the court under its mark until the court gives it back';
create index tendering_thing on evidence.tendering (thing);

alter table evidence.custody_event drop constraint custody_event_kind_check;
alter table evidence.custody_event add constraint custody_event_kind_check check (kind in ('before','received','taken','accepted','passed','stored','retrieved','dispatched','arrived','to-court','from-court','tendered','missing','found','returned','refused','consumed','void','disposed','registered'));

-- Null where a place was named before this: it is for no unsafe gun.
alter table evidence.location add column guns boolean;
