-- The server's own ground: what makes the same click one deed, who saw what, files, and settings of the installation.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table platform.act (
  actor uuid not null,
  key text not null check (length(key) between 1 and 200),
  operation text not null,
  body_hash text not null,
  answer jsonb,
  entry uuid,
  recorded_at timestamptz(3) not null,
  primary key (actor, key)
);
comment on table platform.act is 'kept: idempotency, one row per key of an actor; the answer is kept 90 days (decided.md 5)';
create index act_by_age on platform.act (recorded_at);

create table platform.read_log (
  id bigint generated always as identity primary key,
  read_at timestamptz(3) not null,
  person uuid not null,
  operation text not null,
  root uuid,
  subject text,
  reason text
);
comment on table platform.read_log is 'kept: who saw what that is sensitive; written before the answer leaves';
create index read_log_root on platform.read_log (root, read_at desc);
create index read_log_person on platform.read_log (person, read_at desc);

create table platform.refusal_log (
  id bigint generated always as identity primary key,
  refused_at timestamptz(3) not null,
  person uuid,
  operation text not null,
  code text not null,
  status int not null
);
comment on table platform.refusal_log is 'kept: which acts were refused and with which code; no input is kept';
create index refusal_log_age on platform.refusal_log (refused_at desc);

create table platform.file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  media_type text not null,
  received_at timestamptz(3) not null
);
comment on table platform.file is 'kept: the files that this installation holds, by content';

create table platform.upload (
  sha256 text not null references platform.file,
  person uuid not null,
  name text not null,
  received_at timestamptz(3) not null,
  primary key (sha256, person)
);
comment on table platform.upload is 'kept: who sent a file and under which name; usable only by its uploader until attached';

create table platform.setting (
  key text primary key,
  value jsonb not null
);
comment on table platform.setting is 'kept: facts about the installation (service name, kind, epoch)';
