-- How things leave for good: proposed by a rule, asked of the officer, ordered, approved by two, done before witnesses, certified.
create table evidence.disposal (
  id uuid primary key, entry uuid not null, root uuid not null, number text not null constraint evidence_disposal_number unique,
  action text not null check (action in ('destroy','return-owner','return-agency','forfeit')),
  rule text not null, rule_id uuid not null, words text, answer_by date not null, things int not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.disposal is 'covered: proposals to dispose of things of one case, with the rule that says so';
create index disposal_root on evidence.disposal (root);

create table evidence.disposal_thing (
  id uuid primary key, entry uuid not null, disposal uuid not null references evidence.disposal deferrable initially deferred,
  thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null, due_on date not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_disposal_thing_once unique (disposal, thing)
);
comment on table evidence.disposal_thing is 'covered: the things of a proposal, each with the day from which the rule allows it';
create index disposal_thing_thing on evidence.disposal_thing (thing);

create table evidence.disposal_step (
  id uuid primary key, entry uuid not null, disposal uuid not null references evidence.disposal deferrable initially deferred, root uuid not null,
  seq int not null, kind text not null check (kind in ('agreed','kept','approved','refused','withdrawn')), keep_until date, words text, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_disposal_step_order unique (disposal, seq)
);
comment on table evidence.disposal_step is 'covered: the officer''s answer, each approval, and what ended a proposal';

create table evidence.disposal_order (
  id uuid primary key, entry uuid not null, disposal uuid not null references evidence.disposal deferrable initially deferred, root uuid not null,
  number text not null, court text not null, on_day date not null,
  file text not null check (file ~ '^[0-9a-f]{64}$'), name text not null, media_type text not null, size bigint not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.disposal_order is 'covered: the order of a court or of the law, with its document by SHA-256';
create index disposal_order_of on evidence.disposal_order (disposal);

create table evidence.disposal_certificate (
  id uuid primary key, entry uuid not null, disposal uuid not null references evidence.disposal deferrable initially deferred, root uuid not null,
  number text not null constraint evidence_disposal_certificate_number unique, action text not null, method text, place text not null, receiver text, words text,
  file text not null check (file ~ '^[0-9a-f]{64}$'), size bigint not null, signer uuid not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.disposal_certificate is 'covered: the signed paper on what was destroyed or given back, by SHA-256 of its bytes';
create index disposal_certificate_of on evidence.disposal_certificate (disposal);

create table evidence.disposition (
  id uuid primary key, entry uuid not null, disposal uuid not null references evidence.disposal deferrable initially deferred,
  certificate uuid not null references evidence.disposal_certificate deferrable initially deferred,
  thing uuid not null constraint evidence_disposed_once unique references evidence.thing deferrable initially deferred, root uuid not null,
  expected numeric, weighed numeric, unit text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.disposition is 'covered: how each thing left for good, and what it weighed then';
create index disposition_of on evidence.disposition (disposal);

create table evidence.disposal_witness (
  id uuid primary key, entry uuid not null, certificate uuid not null references evidence.disposal_certificate deferrable initially deferred, root uuid not null,
  person uuid, name text not null, place text, document text, sign uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.disposal_witness is 'covered: who stood by, and how each signed: with the own PIN or on the device of the house';
create index disposal_witness_of on evidence.disposal_witness (certificate);
