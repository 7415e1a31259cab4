-- A submission before it comes to the counter: announced by an officer, changed, withdrawn, at last received or refused; its id is the submission's.
create table evidence.announcement (
  id uuid primary key, entry uuid not null, submission uuid not null, root uuid not null, seq int not null,
  to_unit uuid not null, by_person uuid not null, by_name text not null, by_unit uuid, case_root uuid,
  numbers jsonb not null, title text, offences text[] not null, incident jsonb, place jsonb,
  seizure jsonb, hands jsonb not null, brought_by text, comes_on date, way text, wants jsonb not null,
  vault uuid, commitment text, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_announced_once unique (submission, seq)
);
comment on table evidence.announcement is 'covered: what an officer says is coming, before it comes; the newest row of a submission holds; names of people and free words stand in the vault only';

create table evidence.announced_item (
  id uuid primary key, entry uuid not null, announcement uuid not null references evidence.announcement deferrable initially deferred,
  submission uuid not null, root uuid not null, item uuid not null, position int not null,
  description text not null, type text, count int, quantity numeric, unit text, packaging jsonb, seals jsonb not null, their_number text,
  hazards text[] not null, taken_from uuid, taken_place text, taken_at timestamptz(3),
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.announced_item is 'covered: the items of an announcement; item is the id that the exhibit will keep';
create index announced_item_announcement on evidence.announced_item (announcement);

create table evidence.announced_photograph (
  id uuid primary key, entry uuid not null, announcement uuid not null references evidence.announcement deferrable initially deferred,
  submission uuid not null, root uuid not null, item uuid not null,
  file text not null check (file ~ '^[0-9a-f]{64}$'), name text not null, media_type text not null, size bigint not null,
  shows text not null, caption text, at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.announced_photograph is 'covered: photographs that came with an announcement, by the SHA-256 of their bytes';
create index announced_photograph_announcement on evidence.announced_photograph (announcement);

create table evidence.announcement_end (
  id uuid primary key, entry uuid not null, submission uuid not null constraint evidence_announcement_ended_once unique, root uuid not null,
  kind text not null check (kind in ('withdrawn','received','refused')), seq int not null, why text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.announcement_end is 'covered: an announcement withdrawn by who made it, or taken up at the counter; seq is the version that was compared';

create table evidence.seizure (
  id uuid primary key, entry uuid not null, submission uuid not null, root uuid not null,
  at timestamptz(3), on_text text, place text, by_person uuid, by_name text, from_party uuid, from_absent text check (from_absent in ('unknown','not-applicable','not-yet-determined')),
  sealed_by text, initialled_by text, power text, power_absent text check (power_absent in ('unknown','not-applicable','not-yet-determined')), authority text,
  vault uuid, commitment text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.seizure is 'covered: how the items of a submission were seized: when, where, by whom, from whom, before whom, under which power';
create index seizure_submission on evidence.seizure (submission);

-- What went back over the counter may have been announced.
alter table evidence.refused_item add column item uuid;

create table evidence.announced_now (
  submission uuid primary key, root uuid not null, seq int not null, state text not null,
  to_unit uuid not null, by_person uuid not null, by_unit uuid, items int not null,
  first_at timestamptz(3) not null, at timestamptz(3) not null, comes_on date, ended_at timestamptz(3)
);
comment on table evidence.announced_now is 'derived: each announcement as it stands';
create index announced_now_waits on evidence.announced_now (to_unit, first_at, submission) where state = 'announced';
create index announced_now_person on evidence.announced_now (by_person, first_at desc, submission desc);
create index announced_now_unit on evidence.announced_now (by_unit, first_at desc, submission desc);
create index discrepancy_submission on evidence.discrepancy (submission) where submission is not null;

create view evidence.public_announced as select * from evidence.announced_now;
comment on view evidence.public_announced is 'derived: announcements as higher modules may read them';
