-- What was observed and measured: worksheets, weighings, tests, instrument runs, proposals and their confirmation, conclusions, reviews.
create schema results;

create table results.worksheet (
  id uuid primary key, entry uuid not null, root uuid not null, number text not null constraint results_worksheet_number unique,
  request uuid not null, analyst uuid not null, method_version uuid not null, unit uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table results.worksheet is 'covered: one analyst''s work on one request by one version of a method';
create index worksheet_request on results.worksheet (request);
create index worksheet_root on results.worksheet (root);

create table results.observation (
  id uuid primary key, entry uuid not null, worksheet uuid not null references results.worksheet deferrable initially deferred, item uuid not null,
  step text not null, field text not null, answer jsonb not null, corrects uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table results.observation is 'covered: what was seen, by step and field of the method''s worksheet';
create index observation_worksheet on results.observation (worksheet);

create table results.weighing (
  id uuid primary key, entry uuid not null, worksheet uuid not null references results.worksheet deferrable initially deferred, item uuid not null,
  parcel int not null check (parcel > 0), gross numeric not null, tare numeric not null, unit text not null, equipment uuid not null, corrects uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid not null, check (gross >= tare and tare >= 0)
);
comment on table results.weighing is 'covered: readings of a balance, parcel by parcel';
create index weighing_worksheet on results.weighing (worksheet);

create table results.sampling (
  id uuid primary key, entry uuid not null, worksheet uuid not null references results.worksheet deferrable initially deferred, item uuid not null,
  population int not null, fraction text not null, confidence text not null, allowed_negatives int not null, sample_size int not null,
  seed text not null, algorithm text not null, units int[] not null, method text not null, grouping_words text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table results.sampling is 'covered: sampling plans with the seed by which anybody can choose the same units again';

create table results.test (
  id uuid primary key, entry uuid not null, worksheet uuid not null references results.worksheet deferrable initially deferred, item uuid not null,
  technique text not null, category text not null check (category in ('A','B','C')), principle text not null, sampling_no int not null,
  outcome text not null check (outcome in ('positive','negative','inconclusive')), points_to text, words text, run uuid, corrects uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table results.test is 'covered: outcomes of tests; category as SWGDRUG 8.1, part IIIB';
create index test_worksheet on results.test (worksheet);

create table results.run (
  id uuid primary key, entry uuid not null, root uuid not null, worksheet uuid not null references results.worksheet deferrable initially deferred, item uuid,
  number text not null, file text not null, file_name text not null, size bigint not null, format text not null,
  sample_kind text not null check (sample_kind in ('item','blank','reference','control')), equipment uuid, technique text not null,
  summary jsonb not null, readable boolean not null, unreadable_because text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table results.run is 'covered: instrument runs; the instrument''s own file is kept byte for byte under its SHA-256';
create index run_worksheet on results.run (worksheet);

create table results.run_account (
  id uuid primary key, entry uuid not null, run uuid not null references results.run deferrable initially deferred,
  disposition text not null check (disposition in ('used','not-used','repeated')), words text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table results.run_account is 'covered: what became of each run; a run that nobody accounts for stops the certificate';
create index run_account_run on results.run_account (run);

create table results.library (
  id uuid primary key, entry uuid not null, name text not null, version text not null, file text not null, spectra int not null, licence text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null, constraint results_library_name unique (name, version)
);
comment on table results.library is 'covered: reference libraries by name and version';

create table results.search (
  id uuid primary key, entry uuid not null, run uuid not null references results.run deferrable initially deferred, library uuid not null,
  spectrum int not null, tolerance jsonb not null, status text not null, code text not null, code_values jsonb not null, hits jsonb not null, telling jsonb not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table results.search is 'covered: what a library search proposed; a proposal is not a result';
create index search_run on results.search (run);

create table results.confirmation (
  id uuid primary key, entry uuid not null, search uuid not null references results.search deferrable initially deferred, hit int not null,
  substance text not null, outcome text not null check (outcome in ('confirmed','eliminated')), words text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table results.confirmation is 'covered: a person''s word on a proposal';
create index confirmation_search on results.confirmation (search);

create table results.conclusion (
  id uuid primary key, entry uuid not null, root uuid not null, worksheet uuid not null references results.worksheet deferrable initially deferred, request uuid not null, item uuid not null,
  kind text not null check (kind in ('identity','quantity','presumptive','negative','inconclusive')), substance text, value numeric, unit text, uncertainty numeric, k text,
  budget jsonb, decision text, statutory_limit uuid, limit_rule text, basis jsonb not null, statement text not null, statement_values jsonb not null, corrects uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table results.conclusion is 'covered: what the analyst concludes, with everything that it rests on';
create index conclusion_worksheet on results.conclusion (worksheet);
create index conclusion_request on results.conclusion (request);
create index conclusion_item on results.conclusion (item);

create table results.verification (
  id uuid primary key, entry uuid not null, conclusion uuid not null references results.conclusion deferrable initially deferred,
  outcome text not null check (outcome in ('agrees','differs')), words text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table results.verification is 'covered: a second examiner''s word on a conclusion, agreement or not';

create table results.review (
  id uuid primary key, entry uuid not null, worksheet uuid not null references results.worksheet deferrable initially deferred,
  outcome text not null check (outcome in ('passed','returned')), findings jsonb not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table results.review is 'covered: technical reviews with their findings';
create index review_worksheet on results.review (worksheet);

create table results.worksheet_now (
  worksheet uuid primary key, root uuid not null, request uuid not null, analyst uuid not null,
  state text not null check (state in ('open','concluded','returned','reviewed')), since timestamptz(3) not null
);
comment on table results.worksheet_now is 'derived: the state of each worksheet after its last conclusion or review';
create index worksheet_now_state on results.worksheet_now (state, since) where state <> 'reviewed';
