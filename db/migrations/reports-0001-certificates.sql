-- What is said to the court: reports, their versions, what each includes, every step, signature and recipient.
create schema reports;

create table reports.report (
  id uuid primary key, entry uuid not null, root uuid not null,
  number text not null constraint reports_report_number unique,
  request uuid not null constraint reports_one_per_request unique,
  unit uuid not null, question text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table reports.report is 'covered: the answer to one request; its versions follow each other under one number';
create index report_root on reports.report (root);

create table reports.version (
  id uuid primary key, entry uuid not null, report uuid not null references reports.report deferrable initially deferred,
  version int not null check (version > 0),
  code text not null constraint reports_version_code unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  language text not null check (language in ('en','es')),
  supersedes uuid references reports.version deferrable initially deferred,
  changes text, check ((supersedes is null) = (changes is null)),
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint reports_version_order unique (report, version)
);
comment on table reports.version is 'covered: one version of a report, with the code by which anybody checks it and what it changes in the one before';

create table reports.remark (
  id uuid primary key, entry uuid not null, version uuid not null references reports.version deferrable initially deferred,
  seq int not null, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint reports_remark_order unique (version, seq)
);
comment on table reports.remark is 'covered: what the author adds in own words; the newest holds';

create table reports.inclusion (
  id uuid primary key, entry uuid not null, version uuid not null references reports.version deferrable initially deferred,
  conclusion uuid not null, item uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint reports_included_once unique (version, conclusion)
);
comment on table reports.inclusion is 'covered: the reviewed results that a version reports; a result that was corrected later counts no more';

create table reports.step (
  id uuid primary key, entry uuid not null, version uuid not null references reports.version deferrable initially deferred,
  seq int not null, kind text not null check (kind in ('drafted','reviewed','returned','reopened','signed','issued','superseded','withdrawn')),
  state text not null check (state in ('draft','returned','reviewed','signed','issued','superseded','withdrawn')),
  reviewer uuid, signer uuid, findings jsonb, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint reports_step_order unique (version, seq)
);
comment on table reports.step is 'covered: every step of a version, carrying the standing after it; the newest holds';

create table reports.signature (
  id uuid primary key, entry uuid not null, version uuid not null constraint reports_signed_once unique references reports.version deferrable initially deferred,
  certificate uuid not null, pdf text not null, pdf_size bigint not null, data text not null, data_size bigint not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table reports.signature is 'covered: the signed file and its machine-readable twin by their SHA-256, and the certificate that signed';

create table reports.delivery (
  id uuid primary key, entry uuid not null, root uuid not null, version uuid not null references reports.version deferrable initially deferred,
  kind text not null check (kind in ('copy','replacement','withdrawal')),
  to_person uuid, to_unit uuid, check (to_person is not null or to_unit is not null),
  way text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table reports.delivery is 'covered: whom a version was given to, or who was told that it is replaced or withdrawn';
create index delivery_version on reports.delivery (version);
create index delivery_person on reports.delivery (to_person);
create index delivery_unit on reports.delivery (to_unit);

create table reports.receipt (
  id uuid primary key, entry uuid not null, delivery uuid not null constraint reports_acknowledged_once unique references reports.delivery deferrable initially deferred,
  words text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table reports.receipt is 'covered: the recipient''s word that it arrived';

create table reports.version_now (
  version uuid primary key, report uuid not null, root uuid not null, request uuid not null, number text not null, unit uuid not null, question text not null,
  place int not null, state text not null, author uuid not null, reviewer uuid, signer uuid, seq int not null, since timestamptz(3) not null
);
comment on table reports.version_now is 'derived: the standing of each version after its newest step';
create index version_now_open on reports.version_now (unit, since, version) where state in ('draft','returned','reviewed','signed');
create index version_now_report on reports.version_now (report, place desc);
create index version_now_root on reports.version_now (root);
create index version_now_since on reports.version_now (since desc, version);

create table reports.live (
  item uuid not null, question text not null, version uuid not null, constraint reports_one_live unique (item, question)
);
comment on table reports.live is 'derived: the one live report on each item and question; the constraint makes a second impossible';
create index live_version on reports.live (version);

create view reports.public_report as select * from reports.version_now;
