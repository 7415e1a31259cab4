-- Asking for help, and complaining, without a case: words to a section of the service, answered on the record.
create table portal.help (
  id uuid primary key, entry uuid not null, root uuid not null, kind text not null check (kind in ('help','complaint')),
  unit uuid, about uuid, vault uuid not null, commitment text not null, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint help_goes_somewhere check ((kind = 'help') = (unit is not null))
);
comment on table portal.help is 'covered: what somebody asks of a section without a case, or complains of to quality (ISO/IEC 17025:2017, 7.9); root is its own id, about the case it speaks of; its words stand in the vault';
create index help_recorded on portal.help (recorded_at desc, id desc);

create table portal.help_said (
  id uuid primary key, entry uuid not null, help uuid not null references portal.help deferrable initially deferred, root uuid not null,
  vault uuid not null, commitment text not null, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table portal.help_said is 'covered: what was answered and added; the words stand in the vault';
create index help_said_help on portal.help_said (help, recorded_at);

create table portal.help_closed (
  id uuid primary key, entry uuid not null, help uuid not null constraint portal_help_closed_once unique references portal.help deferrable initially deferred,
  root uuid not null, outcome text not null check (outcome in ('answered','upheld','partly-upheld','not-upheld','withdrawn')),
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table portal.help_closed is 'covered: how each ended';

-- How a customer found the service on a case.
create table portal.rating (
  id uuid primary key, entry uuid not null, root uuid not null, score int not null check (score between 1 and 5), vault uuid, commitment text,
  by_name text not null, unit uuid, recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table portal.rating is 'covered: how a customer rates the service on a case, of five; the newest of a person on a case counts; words stand in the vault';
create index rating_root on portal.rating (root, recorded_by, recorded_at desc);
