-- Who died and how it was told: the call, who was told of it and when, whose death it is to examine, and the four places.
-- A death is a root of its own (`root` is its id); the case it belongs to is named by the newest decision.
create schema death;

create table death.call (
  id uuid primary key, entry uuid not null, root uuid not null,
  number text not null constraint death_call_number unique,
  unit uuid, way text not null check (way in ('telephone','radio','in-person','message','letter','record')),
  caller_kind text, caller uuid, caller_commitment text,
  setting text not null, circumstances text[] not null,
  sex text, age numeric, age_unit text check (age_unit in ('years','months','weeks','days','hours','minutes')), age_absent text check (age_absent in ('unknown','not-applicable','not-yet-determined')),
  told uuid, told_commitment text,
  form uuid, answers jsonb,
  began_at timestamptz(3), ended_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.call is 'covered: a death as it was told to the office; caller, putative name and what was said stand in the vault';
create index call_root on death.call (root);

create table death.notification (
  id uuid primary key, entry uuid not null, root uuid not null,
  whom text not null, name text not null, way text not null, at timestamptz(3) not null,
  outcome text not null check (outcome in ('reached','no-answer','word-left','comes','declined')), words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.notification is 'covered: who of office was told of a death, when and with what outcome';
create index notification_root on death.notification (root, at);

create table death.jurisdiction (
  id uuid primary key, entry uuid not null, root uuid not null, seq int not null,
  decision text not null check (decision in ('accepted','declined')),
  number text constraint death_number unique,
  profile text, case_root uuid, authority_kind text check (authority_kind in ('order','emergency','own')), authority text, authority_by text, authority_at timestamptz(3),
  reason text, words text, signs text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_jurisdiction_order unique (root, seq)
);
comment on table death.jurisdiction is 'covered: taken on or declined, under which law and by whose order; the newest row holds, the number stands on the first acceptance';

create table death.place (
  id uuid primary key, entry uuid not null, root uuid not null, kind text not null check (kind in ('last-alive','injury','death','found')), seq int not null,
  on_text text, time_text text, approximate boolean not null, at_absent text check (at_absent in ('unknown','not-applicable','not-yet-determined')),
  absent text check (absent in ('unknown','not-applicable','not-yet-determined')),
  district text, settlement text, text text, latitude numeric, longitude numeric,
  by_whom text, how text, condition text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_place_order unique (root, kind, seq)
);
comment on table death.place is 'covered: last seen alive, injured, died, found: where and when, as far as known; the newest row of a kind holds';

create table death.asked (
  id uuid primary key, entry uuid not null, root uuid not null,
  kind text not null check (kind in ('medical-records','ante-mortem-specimen','ambulance-sheet')), whom text not null, what text not null, at timestamptz(3) not null, due_on date,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.asked is 'covered: what a hospital was asked for: records, blood taken in life, the sheet of the ambulance';
create index asked_root on death.asked (root);

create table death.asked_answer (
  id uuid primary key, entry uuid not null, root uuid not null, asked uuid not null constraint death_answered_once unique references death.asked deferrable initially deferred,
  outcome text not null check (outcome in ('received','none','refused')), file text check (file ~ '^[0-9a-f]{64}$'), thing uuid, words text, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.asked_answer is 'covered: what came of it';

create table death.standing (
  root uuid primary key, call_number text not null, number text, state text not null, unit uuid,
  setting text not null, circumstances text[] not null, sex text, age numeric, age_unit text, minor boolean not null,
  profile text, case_root uuid, reason text, signs text, district text, called_at timestamptz(3) not null, decided_at timestamptz(3)
);
comment on table death.standing is 'derived: each death as it stands now, from the covered rows of death';
create index standing_called on death.standing (called_at desc, root desc);
create index standing_number on death.standing (number);
create index standing_case on death.standing (case_root) where case_root is not null;
