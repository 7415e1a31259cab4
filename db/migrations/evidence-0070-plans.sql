-- A thing numbered by hand; what is meant to become of it; who was told before it is used up, and what they answered.
create table evidence.own_number (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  why text not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.own_number is 'covered: a thing bears a number that somebody gave by hand, and why none was drawn';
create index own_number_thing on evidence.own_number (thing);

create table evidence.intention (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  seq int not null, disposition text not null, words text, at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_intention_order unique (thing, seq)
);
comment on table evidence.intention is 'covered: what is meant to become of a thing when the case needs it no more; the newest row holds';

create table evidence.consumption_notice (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  party text not null, name text not null, way text not null, why text not null, amount numeric, unit text, wait_until date not null, short_because text,
  at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.consumption_notice is 'covered: a party was told that examination will use up a thing, and until which day it is waited for an answer';
create index consumption_notice_thing on evidence.consumption_notice (thing);

create table evidence.consumption_answer (
  id uuid primary key, entry uuid not null, notice uuid not null references evidence.consumption_notice deferrable initially deferred, root uuid not null,
  answer text not null check (answer in ('consents', 'objects', 'asks-part', 'court-allows')), words text not null, document text, on_day date not null,
  at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.consumption_answer is 'covered: what a party answered who was told that a thing will be used up; the newest holds';
create index consumption_answer_notice on evidence.consumption_answer (notice);
