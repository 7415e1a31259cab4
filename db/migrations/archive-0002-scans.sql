-- From the prepared pile to pages: what was counted, which sheets carry the codes, what came from the scanner, which pages it holds, and what could not be read.
create table archive.batch (
  id uuid primary key, entry uuid not null, number text not null constraint archive_batch_number unique, unit uuid, scanner text, dpi int not null, colour text not null check (colour in ('colour','grey','black')),
  request uuid, words text, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.batch is 'covered: batches made ready for the scanner, with its settings';
create table archive.batch_count (
  id uuid primary key, entry uuid not null, root uuid not null, batch uuid not null references archive.batch deferrable initially deferred, file uuid not null references archive.file deferrable initially deferred,
  seq int not null, pages int not null check (pages >= 0), words text, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint archive_batch_count_order unique (batch, file, seq)
);
comment on table archive.batch_count is 'covered: written pages of a file as somebody counted them by hand; the newest count holds';
create table archive.batch_sheet (
  id uuid primary key, entry uuid not null, root uuid not null, batch uuid not null references archive.batch deferrable initially deferred, file uuid not null, seq int not null,
  kind text not null check (kind in ('cover','separator','removed')), code text not null constraint archive_batch_sheet_code unique, document text, removed text, kept_at text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.batch_sheet is 'covered: sheets that lie between the pages: which file, which kind of document, what was taken out and where it is';
create index batch_sheet_batch on archive.batch_sheet (batch, seq);
create table archive.batch_step (
  id uuid primary key, entry uuid not null, batch uuid not null references archive.batch deferrable initially deferred, seq int not null,
  kind text not null check (kind in ('prepared','received','stopped','reconciled','rejected')), generation int not null, words text, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint archive_batch_step_order unique (batch, seq)
);
comment on table archive.batch_step is 'covered: steps of a batch, from prepared to reconciled';
create table archive.batch_now (
  batch uuid primary key, number text not null, unit uuid, state text not null, generation int not null, seq int not null, since timestamptz(3) not null
);
comment on table archive.batch_now is 'derived: how far each batch has come';
create index batch_now_open on archive.batch_now (since desc);

create table archive.scan (
  id uuid primary key, entry uuid not null, batch uuid references archive.batch deferrable initially deferred, generation int not null, source text not null check (source in ('upload','command','folder')),
  file text not null, name text not null, size bigint not null, media_type text not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.scan is 'covered: files as they came from the scanner, byte for byte under their hash: the raw master';
create index scan_batch on archive.scan (batch);
create unique index scan_once on archive.scan (file, batch, generation) nulls not distinct;
create table archive.scan_step (
  id uuid primary key, entry uuid not null, scan uuid not null references archive.scan deferrable initially deferred, seq int not null,
  kind text not null check (kind in ('opened','quarantined','withdrawn')), batch uuid, pages int not null, code text, words text, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint archive_scan_step_order unique (scan, seq)
);
comment on table archive.scan_step is 'covered: what became of a file from the scanner: its pages, or why it was set aside';
create table archive.page (
  id uuid primary key, entry uuid not null, root uuid not null, file uuid not null references archive.file deferrable initially deferred, batch uuid not null, scan uuid not null references archive.scan deferrable initially deferred,
  seq int not null, place int not null, document text, sheet uuid, sha256 text not null, media_type text not null, width int not null, height int not null, dpi int, turned int not null, skew text not null, blank boolean not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint archive_page_place unique (scan, place)
);
comment on table archive.page is 'covered: each page by its own hash, with where in which scan it stands, how it lies, and whether it is blank';
create index page_file on archive.page (file, batch, seq);
create index page_batch on archive.page (batch);
create table archive.page_text (
  page uuid primary key references archive.page deferrable initially deferred, file uuid not null, state text not null check (state in ('waiting','read','quarantined')), attempts int not null, engine text, languages text, confidence int,
  words jsonb, proposals jsonb, terms text[], problem text, waiting_since timestamptz(3) not null, at timestamptz(3)
);
comment on table archive.page_text is 'kept: what a machine read on each page, made again at will; never what somebody keyed';
create index page_text_waiting on archive.page_text (waiting_since) where state = 'waiting';
create index page_text_terms on archive.page_text using gin (terms);
create index page_text_file on archive.page_text (file);
create table archive.term (term text primary key, pages int not null);
comment on table archive.term is 'kept: words that stand on pages, for words that are written otherwise';
create index term_alike on archive.term using gin (term gin_trgm_ops);

create table archive.key_pass (
  id uuid primary key, entry uuid not null, root uuid not null, file uuid not null references archive.file deferrable initially deferred, generation int not null, round int not null check (round in (1, 2)),
  vault uuid not null, commitment text not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint archive_key_pass_round unique (file, generation, round)
);
comment on table archive.key_pass is 'covered: what one person keyed from a file, seeing nothing of what another keyed; values stand in the vault';
create table archive.index_value (
  id uuid primary key, entry uuid not null, root uuid not null, file uuid not null references archive.file deferrable initially deferred, generation int not null, field text not null, seq int not null,
  how text not null check (how in ('agreed','differs','decided','corrected')), vault uuid not null, commitment text not null, first uuid, second uuid, why text, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint archive_index_value_order unique (file, generation, field, seq)
);
comment on table archive.index_value is 'covered: what the index of a file says of a field, how it came to it, and by whom; the newest row holds';

create table archive.lot (
  id uuid primary key, entry uuid not null, number text not null constraint archive_lot_number unique, kind text not null check (kind in ('pages','index')), size int not null, sample int not null, accept int not null, reject int not null,
  quality text not null, letter text, plan text not null, seed text not null, generation int not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.lot is 'covered: lots for inspection: how many, how many of them are looked at, how many faults are borne; by which plan';
create table archive.lot_file (
  id uuid primary key, entry uuid not null, lot uuid not null references archive.lot deferrable initially deferred, file uuid not null, batch uuid, generation int not null, root uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.lot_file is 'covered: the files of a lot';
create index lot_file_file on archive.lot_file (file);
create index lot_file_lot on archive.lot_file (lot);
create table archive.lot_unit (
  id uuid primary key, entry uuid not null, lot uuid not null references archive.lot deferrable initially deferred, seq int not null, page uuid, index_value uuid, root uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint archive_lot_unit_order unique (lot, seq)
);
comment on table archive.lot_unit is 'covered: the pages or values of a lot that were drawn to be looked at';
create table archive.inspection (
  id uuid primary key, entry uuid not null, lot uuid not null references archive.lot deferrable initially deferred, unit uuid not null constraint archive_inspection_once unique, good boolean not null, fault text, words text, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.inspection is 'covered: what somebody saw who had neither scanned nor keyed it';
create table archive.lot_step (
  id uuid primary key, entry uuid not null, lot uuid not null references archive.lot deferrable initially deferred, seq int not null, kind text not null check (kind in ('drawn','accepted','rejected')), faults int not null, words text, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint archive_lot_step_order unique (lot, seq)
);
comment on table archive.lot_step is 'covered: a lot accepted, or rejected and done again whole';

create table archive.disposal (
  id uuid primary key, entry uuid not null, root uuid not null, number text not null constraint archive_disposal_number unique, action text not null check (action in ('destroy','transfer')), authority text not null, authority_number text not null, authority_on date not null,
  document text not null, receiver text, words text, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.disposal is 'covered: files that shall be destroyed or transferred, and the authority of the Archives for it';
create table archive.disposal_file (
  id uuid primary key, entry uuid not null, root uuid not null, disposal uuid not null references archive.disposal deferrable initially deferred, file uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.disposal_file is 'covered: which files';
create index disposal_file_disposal on archive.disposal_file (disposal);
create index disposal_file_file on archive.disposal_file (file);
create table archive.disposal_step (
  id uuid primary key, entry uuid not null, root uuid not null, disposal uuid not null references archive.disposal deferrable initially deferred, seq int not null, kind text not null check (kind in ('authorised','agreed','refused','carried-out')),
  method text, witness uuid, witness_name text, words text, person uuid, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint archive_disposal_step_order unique (disposal, seq)
);
comment on table archive.disposal_step is 'covered: two people said yes, and what was carried out before a witness';

create view archive.public_file as select * from archive.file_now;
comment on view archive.public_file is 'derived: paper files as other modules may read them';
create table archive.scan_work (
  scan uuid primary key references archive.scan deferrable initially deferred, state text not null check (state in ('waiting','opening','found','recorded')), attempts int not null, leased_until timestamptz(3), pages int, code text, problem text, since timestamptz(3) not null
);
comment on table archive.scan_work is 'kept: scans that wait to be opened, and by which worker until when';
create index scan_work_waiting on archive.scan_work (since) where state in ('waiting','opening','found');
create table archive.page_found (
  scan uuid not null, place int not null, codes text[] not null, blank boolean not null, turned int not null, lean text not null, sha256 text not null, media_type text not null, width int not null, height int not null, dpi int,
  primary key (scan, place)
);
comment on table archive.page_found is 'kept: pages of a scan as a machine found them, until they are recorded';
create table archive.page_try (page uuid primary key, attempts int not null);
comment on table archive.page_try is 'kept: how often reading a page was begun: a page that ends its reader is set aside';
create view archive.public_page as
  select p.id, p.root, p.file, p.batch, p.seq, p.document, p.blank, p.recorded_at, t.state, t.confidence from archive.page p left join archive.page_text t on t.page = p.id;
comment on view archive.public_page is 'derived: pages as other modules may read them';
