-- What is kept on paper, and what became of it: boxes and files, where they are, who asked, what was scanned, keyed, looked over, and what left by order.
create schema archive;

create table archive.box (
  id uuid primary key, entry uuid not null, number text not null constraint archive_box_number unique, barcode text not null constraint archive_box_barcode unique,
  unit uuid, title text not null, years text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.box is 'covered: boxes of paper files by number and barcode';
create table archive.box_step (
  id uuid primary key, entry uuid not null, box uuid not null references archive.box deferrable initially deferred, seq int not null,
  kind text not null check (kind in ('registered','moved')), place uuid, place_name text, words text, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint archive_box_step_order unique (box, seq)
);
comment on table archive.box_step is 'covered: where a box stood, and from when';
create table archive.box_now (
  box uuid primary key, number text not null, barcode text not null, unit uuid, title text not null, years text, place uuid, place_name text, seq int not null, since timestamptz(3) not null
);
comment on table archive.box_now is 'derived: where each box stands';

create table archive.file (
  id uuid primary key, entry uuid not null, root uuid not null, number text not null constraint archive_file_number unique, barcode text not null constraint archive_file_barcode unique,
  unit uuid, said_numbers text[] not null, plain_numbers text[] not null, said_on text, case_type text, title text, vault uuid, commitment text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.file is 'covered: paper files as their covers say: numbers, date, kind; names stand in the vault';
create table archive.file_step (
  id uuid primary key, entry uuid not null, root uuid not null, file uuid not null references archive.file deferrable initially deferred, seq int not null, kind text not null,
  state text not null check (state in ('in-box','out','missing','transferred','destroyed')),
  stage text not null check (stage in ('listed','prepared','captured','keyed','indexed','accepted')),
  generation int not null, box uuid not null references archive.box deferrable initially deferred, tier text not null, linked uuid, holder uuid, holder_name text, due_on date,
  screened boolean not null, sensitive text[] not null, words text, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint archive_file_step_order unique (file, seq)
);
comment on table archive.file_step is 'covered: every step of a paper file, each with the whole standing after it';
create table archive.file_now (
  file uuid primary key, root uuid not null, number text not null, barcode text not null, unit uuid, box uuid not null, state text not null, stage text not null, generation int not null,
  tier text not null, linked uuid, holder uuid, holder_name text, due_on date, screened boolean not null, sensitive text[] not null, seq int not null, since timestamptz(3) not null
);
comment on table archive.file_now is 'derived: where each paper file is and how far it has come';
create index file_now_box on archive.file_now (box, number);
create index file_now_root on archive.file_now (root);
create index file_now_stage on archive.file_now (stage, tier, number);
create index file_now_out on archive.file_now (due_on) where state = 'out';
create index file_said on archive.file using gin (plain_numbers);

create table archive.link (
  id uuid primary key, entry uuid not null, root uuid not null, file uuid not null references archive.file deferrable initially deferred, "case" uuid not null,
  verdict text not null check (verdict in ('linked','not-the-same','unlinked')), score int not null, reasons jsonb not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.link is 'covered: what somebody decided about a file and a case, and how much the two had in common then';
create index link_file on archive.link (file, recorded_at desc);

create table archive.request (
  id uuid primary key, entry uuid not null, root uuid not null, number text not null constraint archive_request_number unique, file uuid, "case" uuid, said text, purpose text not null,
  due_at timestamptz(3) not null, words text, person uuid, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.request is 'covered: somebody asked for a file to be scanned, and until when it should be';
create table archive.request_step (
  id uuid primary key, entry uuid not null, root uuid not null, request uuid not null references archive.request deferrable initially deferred, seq int not null,
  kind text not null check (kind in ('asked','located','not-found','scanned','screened','copied','returned')), file uuid, words text, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint archive_request_step_order unique (request, seq)
);
comment on table archive.request_step is 'covered: how far a request for a scan has come, and when';
create table archive.request_now (
  request uuid primary key, root uuid not null, number text not null, file uuid, state text not null, ended boolean not null, due_at timestamptz(3) not null, seq int not null, since timestamptz(3) not null
);
comment on table archive.request_now is 'derived: how far each request for a scan has come';
create index request_now_open on archive.request_now (due_at) where not ended;
create index request_now_root on archive.request_now (root);
create index request_now_file on archive.request_now (file) where not ended;

create table archive.paper (
  id uuid primary key, entry uuid not null, root uuid not null, kind text not null check (kind in ('copy','search','capture','disposal')), number text not null constraint archive_paper_number unique,
  subject uuid not null, request uuid, file text not null, size bigint not null, signer uuid not null, pages int not null, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.paper is 'covered: signed papers of the archive: copies, certificates of search, of capture, of destruction or transfer';
create index paper_subject on archive.paper (subject);
create index paper_request on archive.paper (request) where request is not null;
