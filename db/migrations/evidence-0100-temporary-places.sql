-- Places where somebody leaves sealed exhibits when nobody is at the counter, and what was left there until it is taken in.
alter table evidence.location add column temporary text check (temporary in ('nothing','witness','photograph','either'));
alter table evidence.location add column hours int check (hours between 1 and 500);
alter table evidence.location add constraint evidence_temporary_has_hours check ((temporary is null) = (hours is null));
comment on column evidence.location.temporary is 'what a temporary place asks of whoever leaves something there; null for a place that is none';
comment on column evidence.location.hours is 'within how many hours what was left there is taken in';
alter table evidence.location drop constraint location_kind_check;
alter table evidence.location add constraint location_kind_check check (kind in ('site','room','rack','shelf','box','safe','freezer','cupboard','locker'));

create table evidence.leaving (
  id uuid primary key, entry uuid not null,
  place uuid not null references evidence.location deferrable initially deferred, unit uuid not null,
  submission uuid, root uuid,
  left_by uuid not null, left_by_name text not null, left_by_where text,
  at timestamptz(3) not null, due_at timestamptz(3) not null, things int not null check (things > 0),
  witness uuid, witness_name text,
  photograph text check (photograph ~ '^[0-9a-f]{64}$'), photograph_type text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  check ((submission is null) = (root is null))
);
comment on table evidence.leaving is 'covered: sealed exhibits left in a temporary place after hours, or the items of an announcement, by whom, before whom or with which photograph, and until when they are taken in';
create index leaving_place on evidence.leaving (place, at);
create index leaving_submission on evidence.leaving (submission) where submission is not null;

create table evidence.leaving_thing (
  id uuid primary key, entry uuid not null, leaving uuid not null references evidence.leaving deferrable initially deferred,
  thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.leaving_thing is 'covered: which exhibits were left together';
create index leaving_thing_leaving on evidence.leaving_thing (leaving);
create index leaving_thing_thing on evidence.leaving_thing (thing);

-- A thing that waits in a temporary place stands in no store yet: it has a state of its own, and two changes of hands.
alter table evidence.custody_event drop constraint custody_event_state_check;
alter table evidence.custody_event add constraint custody_event_state_check check (state in ('received','held','stored','left','in-transit','at-court','missing','returned','consumed','void','disposed'));
alter table evidence.custody_event drop constraint custody_event_kind_check;
alter table evidence.custody_event add constraint custody_event_kind_check check (kind in ('before','received','taken','accepted','passed','stored','retrieved','left','taken-in','dispatched','arrived','to-court','from-court','tendered','missing','found','returned','refused','consumed','void','disposed','registered'));
