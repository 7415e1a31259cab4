-- The whole schema, to be read; made by npm run generate from the sum of db/migrations. Not run by anything.

-- covered: batches made ready for the scanner, with its settings
create table archive.batch (
  id uuid not null,
  entry uuid not null,
  number text not null,
  unit uuid,
  scanner text,
  dpi integer not null,
  colour text not null,
  request uuid,
  words text,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_batch_number UNIQUE (number),
  constraint batch_pkey PRIMARY KEY (id),
  constraint batch_colour_check CHECK ((colour = ANY (ARRAY['colour'::text, 'grey'::text, 'black'::text])))
);

-- covered: written pages of a file as somebody counted them by hand; the newest count holds
create table archive.batch_count (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  batch uuid not null,
  file uuid not null,
  seq integer not null,
  pages integer not null,
  words text,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_batch_count_order UNIQUE (batch, file, seq),
  constraint batch_count_pkey PRIMARY KEY (id),
  constraint batch_count_batch_fkey FOREIGN KEY (batch) REFERENCES archive.batch(id) DEFERRABLE INITIALLY DEFERRED,
  constraint batch_count_file_fkey FOREIGN KEY (file) REFERENCES archive.file(id) DEFERRABLE INITIALLY DEFERRED,
  constraint batch_count_pages_check CHECK ((pages >= 0))
);

-- derived: how far each batch has come
create table archive.batch_now (
  batch uuid not null,
  number text not null,
  unit uuid,
  state text not null,
  generation integer not null,
  seq integer not null,
  since timestamp(3) with time zone not null,
  constraint batch_now_pkey PRIMARY KEY (batch)
);
CREATE INDEX batch_now_open ON archive.batch_now USING btree (since DESC);

-- covered: sheets that lie between the pages: which file, which kind of document, what was taken out and where it is
create table archive.batch_sheet (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  batch uuid not null,
  file uuid not null,
  seq integer not null,
  kind text not null,
  code text not null,
  document text,
  removed text,
  kept_at text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_batch_sheet_code UNIQUE (code),
  constraint batch_sheet_pkey PRIMARY KEY (id),
  constraint batch_sheet_batch_fkey FOREIGN KEY (batch) REFERENCES archive.batch(id) DEFERRABLE INITIALLY DEFERRED,
  constraint batch_sheet_kind_check CHECK ((kind = ANY (ARRAY['cover'::text, 'separator'::text, 'removed'::text])))
);
CREATE INDEX batch_sheet_batch ON archive.batch_sheet USING btree (batch, seq);

-- covered: steps of a batch, from prepared to reconciled
create table archive.batch_step (
  id uuid not null,
  entry uuid not null,
  batch uuid not null,
  seq integer not null,
  kind text not null,
  generation integer not null,
  words text,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_batch_step_order UNIQUE (batch, seq),
  constraint batch_step_pkey PRIMARY KEY (id),
  constraint batch_step_batch_fkey FOREIGN KEY (batch) REFERENCES archive.batch(id) DEFERRABLE INITIALLY DEFERRED,
  constraint batch_step_kind_check CHECK ((kind = ANY (ARRAY['prepared'::text, 'received'::text, 'stopped'::text, 'reconciled'::text, 'rejected'::text])))
);

-- kept: how often reading a page or opening a scan was begun, since it last came further: what ends its readers is set aside
create table archive.begun (
  thing uuid not null,
  times integer not null,
  constraint page_try_pkey PRIMARY KEY (thing)
);

-- covered: boxes of paper files by number and barcode
create table archive.box (
  id uuid not null,
  entry uuid not null,
  number text not null,
  barcode text not null,
  unit uuid,
  title text not null,
  years text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_box_barcode UNIQUE (barcode),
  constraint archive_box_number UNIQUE (number),
  constraint box_pkey PRIMARY KEY (id)
);

-- derived: where each box stands
create table archive.box_now (
  box uuid not null,
  number text not null,
  barcode text not null,
  unit uuid,
  title text not null,
  years text,
  place uuid,
  place_name text,
  seq integer not null,
  since timestamp(3) with time zone not null,
  constraint box_now_pkey PRIMARY KEY (box)
);

-- covered: where a box stood, and from when
create table archive.box_step (
  id uuid not null,
  entry uuid not null,
  box uuid not null,
  seq integer not null,
  kind text not null,
  place uuid,
  place_name text,
  words text,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_box_step_order UNIQUE (box, seq),
  constraint box_step_pkey PRIMARY KEY (id),
  constraint box_step_box_fkey FOREIGN KEY (box) REFERENCES archive.box(id) DEFERRABLE INITIALLY DEFERRED,
  constraint box_step_kind_check CHECK ((kind = ANY (ARRAY['registered'::text, 'moved'::text])))
);

-- covered: files of a cold store counted again, byte for byte
create table archive.cold_check (
  id uuid not null,
  entry uuid not null,
  place uuid not null,
  from_file text not null,
  until_file text not null,
  whole boolean not null,
  checked integer not null,
  bytes bigint not null,
  wrong jsonb not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint cold_check_pkey PRIMARY KEY (id),
  constraint cold_check_place_fkey FOREIGN KEY (place) REFERENCES archive.cold_place(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: files by hash that were written to a cold store and read back from it
create table archive.cold_file (
  id uuid not null,
  entry uuid not null,
  batch uuid,
  place uuid not null,
  sha256 text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  attendance uuid,
  constraint cold_file_pkey PRIMARY KEY (id),
  constraint cold_file_batch_fkey FOREIGN KEY (batch) REFERENCES archive.batch(id) DEFERRABLE INITIALLY DEFERRED,
  constraint archive_cold_file_of CHECK ((num_nonnulls(batch, attendance) = 1))
);
CREATE INDEX cold_file_batch ON archive.cold_file USING btree (batch);
CREATE INDEX cold_file_place ON archive.cold_file USING btree (place, sha256);
CREATE INDEX cold_file_sha256 ON archive.cold_file USING btree (sha256);

-- kept: files that may leave the online store as soon as their cold copy has been read once more
create table archive.cold_left (
  sha256 text not null,
  place uuid not null,
  since timestamp(3) with time zone not null,
  constraint cold_left_pkey PRIMARY KEY (sha256)
);

-- derived: where the masters of each batch and of each attendance are that ever left
create table archive.cold_now (
  bundle uuid not null,
  place uuid not null,
  state text not null,
  seq integer not null,
  since timestamp(3) with time zone not null,
  constraint cold_now_pkey PRIMARY KEY (bundle)
);

-- covered: cold stores by their label: a folder beside the online store, or a medium that lies somewhere, and who keeps it
create table archive.cold_place (
  id uuid not null,
  entry uuid not null,
  label text not null,
  kind text not null,
  whereabouts text not null,
  keeper text not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_cold_place_label UNIQUE (label),
  constraint cold_place_pkey PRIMARY KEY (id),
  constraint cold_place_kind_check CHECK ((kind = ANY (ARRAY['folder'::text, 'medium'::text])))
);

-- covered: how the masters of a batch or of the photographs of an attendance went to a cold store, who asked for them, and how they came back
create table archive.cold_step (
  id uuid not null,
  entry uuid not null,
  batch uuid,
  seq integer not null,
  kind text not null,
  state text not null,
  place uuid not null,
  files integer not null,
  bytes bigint not null,
  words text,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  attendance uuid,
  constraint archive_cold_step_order UNIQUE (batch, seq),
  constraint archive_cold_step_scene_order UNIQUE (attendance, seq),
  constraint cold_step_pkey PRIMARY KEY (id),
  constraint cold_step_batch_fkey FOREIGN KEY (batch) REFERENCES archive.batch(id) DEFERRABLE INITIALLY DEFERRED,
  constraint cold_step_place_fkey FOREIGN KEY (place) REFERENCES archive.cold_place(id) DEFERRABLE INITIALLY DEFERRED,
  constraint archive_cold_step_of CHECK ((num_nonnulls(batch, attendance) = 1)),
  constraint cold_step_kind_check CHECK ((kind = ANY (ARRAY['ordered'::text, 'gone'::text, 'failed'::text, 'asked-back'::text, 'ordered-back'::text, 'not-back'::text, 'back'::text]))),
  constraint cold_step_state_check CHECK ((state = ANY (ARRAY['online'::text, 'leaving'::text, 'cold'::text, 'asked-back'::text, 'coming-back'::text])))
);

-- covered: files that shall be destroyed or transferred, and the authority of the Archives for it
create table archive.disposal (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text not null,
  action text not null,
  authority text not null,
  authority_number text not null,
  authority_on date not null,
  document text not null,
  receiver text,
  words text,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_disposal_number UNIQUE (number),
  constraint disposal_pkey PRIMARY KEY (id),
  constraint disposal_action_check CHECK ((action = ANY (ARRAY['destroy'::text, 'transfer'::text])))
);

-- covered: which files
create table archive.disposal_file (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  disposal uuid not null,
  file uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint disposal_file_pkey PRIMARY KEY (id),
  constraint disposal_file_disposal_fkey FOREIGN KEY (disposal) REFERENCES archive.disposal(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX disposal_file_disposal ON archive.disposal_file USING btree (disposal);
CREATE INDEX disposal_file_file ON archive.disposal_file USING btree (file);

-- covered: two people said yes, and what was carried out before a witness
create table archive.disposal_step (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  disposal uuid not null,
  seq integer not null,
  kind text not null,
  method text,
  witness uuid,
  witness_name text,
  words text,
  person uuid,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_disposal_step_order UNIQUE (disposal, seq),
  constraint disposal_step_pkey PRIMARY KEY (id),
  constraint disposal_step_disposal_fkey FOREIGN KEY (disposal) REFERENCES archive.disposal(id) DEFERRABLE INITIALLY DEFERRED,
  constraint disposal_step_kind_check CHECK ((kind = ANY (ARRAY['authorised'::text, 'agreed'::text, 'refused'::text, 'carried-out'::text])))
);

-- covered: paper files as their covers say: numbers, date, kind; names stand in the vault
create table archive.file (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text not null,
  barcode text not null,
  unit uuid,
  said_numbers text[] not null,
  plain_numbers text[] not null,
  said_on text,
  case_type text,
  title text,
  vault uuid,
  commitment text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_file_barcode UNIQUE (barcode),
  constraint archive_file_number UNIQUE (number),
  constraint file_pkey PRIMARY KEY (id)
);
CREATE INDEX file_said ON archive.file USING gin (plain_numbers);

-- derived: where each paper file is and how far it has come
create table archive.file_now (
  file uuid not null,
  root uuid not null,
  number text not null,
  barcode text not null,
  unit uuid,
  box uuid not null,
  state text not null,
  stage text not null,
  generation integer not null,
  tier text not null,
  linked uuid,
  holder uuid,
  holder_name text,
  due_on date,
  screened boolean not null,
  sensitive text[] not null,
  seq integer not null,
  since timestamp(3) with time zone not null,
  constraint file_now_pkey PRIMARY KEY (file)
);
CREATE INDEX file_now_box ON archive.file_now USING btree (box, number);
CREATE INDEX file_now_out ON archive.file_now USING btree (due_on) WHERE (state = 'out'::text);
CREATE INDEX file_now_root ON archive.file_now USING btree (root);
CREATE INDEX file_now_stage ON archive.file_now USING btree (stage, tier, number);

-- covered: every step of a paper file, each with the whole standing after it
create table archive.file_step (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  file uuid not null,
  seq integer not null,
  kind text not null,
  state text not null,
  stage text not null,
  generation integer not null,
  box uuid not null,
  tier text not null,
  linked uuid,
  holder uuid,
  holder_name text,
  due_on date,
  screened boolean not null,
  sensitive text[] not null,
  words text,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_file_step_order UNIQUE (file, seq),
  constraint file_step_pkey PRIMARY KEY (id),
  constraint file_step_box_fkey FOREIGN KEY (box) REFERENCES archive.box(id) DEFERRABLE INITIALLY DEFERRED,
  constraint file_step_file_fkey FOREIGN KEY (file) REFERENCES archive.file(id) DEFERRABLE INITIALLY DEFERRED,
  constraint file_step_stage_check CHECK ((stage = ANY (ARRAY['listed'::text, 'prepared'::text, 'captured'::text, 'keyed'::text, 'indexed'::text, 'accepted'::text]))),
  constraint file_step_state_check CHECK ((state = ANY (ARRAY['in-box'::text, 'out'::text, 'missing'::text, 'transferred'::text, 'destroyed'::text])))
);

-- covered: files that a count of both places found broken in one of them and ordered healed from the other
create table archive.healing (
  id uuid not null,
  entry uuid not null,
  count uuid not null,
  sha256 text not null,
  place text not null,
  found text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint healing_pkey PRIMARY KEY (id),
  constraint healing_found_check CHECK ((found = ANY (ARRAY['missing'::text, 'changed'::text]))),
  constraint healing_place_check CHECK ((place = ANY (ARRAY['near'::text, 'far'::text])))
);

-- covered: what became of an order to heal a file
create table archive.healing_end (
  id uuid not null,
  entry uuid not null,
  healing uuid not null,
  outcome text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_healing_end_once UNIQUE (healing),
  constraint healing_end_pkey PRIMARY KEY (id),
  constraint healing_end_healing_fkey FOREIGN KEY (healing) REFERENCES archive.healing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint healing_end_outcome_check CHECK ((outcome = ANY (ARRAY['healed'::text, 'no-whole-copy'::text, 'destroyed'::text])))
);

-- covered: what the index of a file says of a field, how it came to it, and by whom; the newest row holds
create table archive.index_value (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  file uuid not null,
  generation integer not null,
  field text not null,
  seq integer not null,
  how text not null,
  vault uuid not null,
  commitment text not null,
  first uuid,
  second uuid,
  why text,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_index_value_order UNIQUE (file, generation, field, seq),
  constraint index_value_pkey PRIMARY KEY (id),
  constraint index_value_file_fkey FOREIGN KEY (file) REFERENCES archive.file(id) DEFERRABLE INITIALLY DEFERRED,
  constraint index_value_how_check CHECK ((how = ANY (ARRAY['agreed'::text, 'differs'::text, 'decided'::text, 'corrected'::text])))
);

-- covered: what somebody saw who had neither scanned nor keyed it
create table archive.inspection (
  id uuid not null,
  entry uuid not null,
  lot uuid not null,
  unit uuid not null,
  good boolean not null,
  fault text,
  words text,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_inspection_once UNIQUE (unit),
  constraint inspection_pkey PRIMARY KEY (id),
  constraint inspection_lot_fkey FOREIGN KEY (lot) REFERENCES archive.lot(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: what one person keyed from a file, seeing nothing of what another keyed; values stand in the vault
create table archive.key_pass (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  file uuid not null,
  generation integer not null,
  round integer not null,
  vault uuid not null,
  commitment text not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_key_pass_round UNIQUE (file, generation, round),
  constraint key_pass_pkey PRIMARY KEY (id),
  constraint key_pass_file_fkey FOREIGN KEY (file) REFERENCES archive.file(id) DEFERRABLE INITIALLY DEFERRED,
  constraint key_pass_round_check CHECK ((round = ANY (ARRAY[1, 2])))
);

-- covered: what somebody decided about a file and a case, and how much the two had in common then
create table archive.link (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  file uuid not null,
  case uuid not null,
  verdict text not null,
  score integer not null,
  reasons jsonb not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint link_pkey PRIMARY KEY (id),
  constraint link_file_fkey FOREIGN KEY (file) REFERENCES archive.file(id) DEFERRABLE INITIALLY DEFERRED,
  constraint link_verdict_check CHECK ((verdict = ANY (ARRAY['linked'::text, 'not-the-same'::text, 'not-sure'::text, 'unlinked'::text])))
);
CREATE INDEX link_file ON archive.link USING btree (file, recorded_at DESC);

-- covered: lots for inspection: how many, how many of them are looked at, how many faults are borne; by which plan
create table archive.lot (
  id uuid not null,
  entry uuid not null,
  number text not null,
  kind text not null,
  size integer not null,
  sample integer not null,
  accept integer not null,
  reject integer not null,
  quality text not null,
  letter text,
  plan text not null,
  seed text not null,
  generation integer not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_lot_number UNIQUE (number),
  constraint lot_pkey PRIMARY KEY (id),
  constraint lot_kind_check CHECK ((kind = ANY (ARRAY['pages'::text, 'index'::text])))
);

-- covered: the files of a lot
create table archive.lot_file (
  id uuid not null,
  entry uuid not null,
  lot uuid not null,
  file uuid not null,
  batch uuid,
  generation integer not null,
  root uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint lot_file_pkey PRIMARY KEY (id),
  constraint lot_file_lot_fkey FOREIGN KEY (lot) REFERENCES archive.lot(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX lot_file_file ON archive.lot_file USING btree (file);
CREATE INDEX lot_file_lot ON archive.lot_file USING btree (lot);

-- covered: a lot accepted, or rejected and done again whole
create table archive.lot_step (
  id uuid not null,
  entry uuid not null,
  lot uuid not null,
  seq integer not null,
  kind text not null,
  faults integer not null,
  words text,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_lot_step_order UNIQUE (lot, seq),
  constraint lot_step_pkey PRIMARY KEY (id),
  constraint lot_step_lot_fkey FOREIGN KEY (lot) REFERENCES archive.lot(id) DEFERRABLE INITIALLY DEFERRED,
  constraint lot_step_kind_check CHECK ((kind = ANY (ARRAY['drawn'::text, 'accepted'::text, 'rejected'::text])))
);

-- covered: the pages or values of a lot that were drawn to be looked at
create table archive.lot_unit (
  id uuid not null,
  entry uuid not null,
  lot uuid not null,
  seq integer not null,
  page uuid,
  index_value uuid,
  root uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_lot_unit_order UNIQUE (lot, seq),
  constraint lot_unit_pkey PRIMARY KEY (id),
  constraint lot_unit_lot_fkey FOREIGN KEY (lot) REFERENCES archive.lot(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: each page by its own hash, with where in which scan it stands, how it lies, and whether it is blank
create table archive.page (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  file uuid not null,
  batch uuid not null,
  scan uuid not null,
  seq integer not null,
  place integer not null,
  document text,
  sheet uuid,
  sha256 text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  dpi integer,
  turned integer not null,
  skew text not null,
  blank boolean not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_page_place UNIQUE (scan, place),
  constraint page_pkey PRIMARY KEY (id),
  constraint page_file_fkey FOREIGN KEY (file) REFERENCES archive.file(id) DEFERRABLE INITIALLY DEFERRED,
  constraint page_scan_fkey FOREIGN KEY (scan) REFERENCES archive.scan(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX page_batch ON archive.page USING btree (batch);
CREATE INDEX page_file ON archive.page USING btree (file, batch, seq);

-- kept: pages of a scan as a machine found them, until they are recorded
create table archive.page_found (
  scan uuid not null,
  place integer not null,
  codes text[] not null,
  blank boolean not null,
  turned integer not null,
  lean text not null,
  sha256 text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  dpi integer,
  constraint page_found_pkey PRIMARY KEY (scan, place)
);

-- kept: what a machine read on each page, made again at will; never what somebody keyed
create table archive.page_text (
  page uuid not null,
  file uuid not null,
  state text not null,
  attempts integer not null,
  engine text,
  languages text,
  confidence integer,
  words jsonb,
  proposals jsonb,
  terms text[],
  problem text,
  waiting_since timestamp(3) with time zone not null,
  at timestamp(3) with time zone,
  turned integer,
  lean text,
  constraint page_text_pkey PRIMARY KEY (page),
  constraint page_text_page_fkey FOREIGN KEY (page) REFERENCES archive.page(id) DEFERRABLE INITIALLY DEFERRED,
  constraint page_text_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'read'::text, 'quarantined'::text])))
);
CREATE INDEX page_text_file ON archive.page_text USING btree (file);
CREATE INDEX page_text_terms ON archive.page_text USING gin (terms);
CREATE INDEX page_text_waiting ON archive.page_text USING btree (waiting_since) WHERE (state = 'waiting'::text);

-- kept: the reading copy of a page, upright and as large as a screen, that stays online; made again at will while the master is
create table archive.page_view (
  page uuid not null,
  sha256 text not null,
  media_type text not null,
  constraint page_view_pkey PRIMARY KEY (page),
  constraint page_view_page_fkey FOREIGN KEY (page) REFERENCES archive.page(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: signed papers of the archive: copies, certificates of search, of capture, of destruction or transfer
create table archive.paper (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  kind text not null,
  number text not null,
  subject uuid not null,
  request uuid,
  file text not null,
  size bigint not null,
  signer uuid not null,
  pages integer not null,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_paper_number UNIQUE (number),
  constraint paper_pkey PRIMARY KEY (id),
  constraint paper_kind_check CHECK ((kind = ANY (ARRAY['copy'::text, 'search'::text, 'capture'::text, 'disposal'::text])))
);
CREATE INDEX paper_request ON archive.paper USING btree (request) WHERE (request IS NOT NULL);
CREATE INDEX paper_subject ON archive.paper USING btree (subject);

-- covered: somebody asked for a file to be scanned, and until when it should be
create table archive.request (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text not null,
  file uuid,
  case uuid,
  said text,
  purpose text not null,
  due_at timestamp(3) with time zone not null,
  words text,
  person uuid,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_request_number UNIQUE (number),
  constraint request_pkey PRIMARY KEY (id)
);

-- derived: how far each request for a scan has come
create table archive.request_now (
  request uuid not null,
  root uuid not null,
  number text not null,
  file uuid,
  state text not null,
  ended boolean not null,
  due_at timestamp(3) with time zone not null,
  seq integer not null,
  since timestamp(3) with time zone not null,
  constraint request_now_pkey PRIMARY KEY (request)
);
CREATE INDEX request_now_file ON archive.request_now USING btree (file) WHERE (NOT ended);
CREATE INDEX request_now_open ON archive.request_now USING btree (due_at) WHERE (NOT ended);
CREATE INDEX request_now_root ON archive.request_now USING btree (root);

-- covered: how far a request for a scan has come, and when
create table archive.request_step (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  request uuid not null,
  seq integer not null,
  kind text not null,
  file uuid,
  words text,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_request_step_order UNIQUE (request, seq),
  constraint request_step_pkey PRIMARY KEY (id),
  constraint request_step_request_fkey FOREIGN KEY (request) REFERENCES archive.request(id) DEFERRABLE INITIALLY DEFERRED,
  constraint request_step_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'located'::text, 'not-found'::text, 'scanned'::text, 'screened'::text, 'copied'::text, 'returned'::text, 'withdrawn'::text])))
);

-- covered: files as they came from the scanner, byte for byte under their hash: the raw master
create table archive.scan (
  id uuid not null,
  entry uuid not null,
  batch uuid,
  generation integer not null,
  source text not null,
  file text not null,
  name text not null,
  size bigint not null,
  media_type text not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  feeding text,
  again integer,
  constraint scan_pkey PRIMARY KEY (id),
  constraint scan_batch_fkey FOREIGN KEY (batch) REFERENCES archive.batch(id) DEFERRABLE INITIALLY DEFERRED,
  constraint scan_feeding_check CHECK ((feeding = 'fronts-then-backs'::text)),
  constraint scan_source_check CHECK ((source = ANY (ARRAY['upload'::text, 'command'::text, 'folder'::text])))
);
CREATE INDEX scan_batch ON archive.scan USING btree (batch);
CREATE UNIQUE INDEX scan_once ON archive.scan USING btree (file, batch, generation, again) NULLS NOT DISTINCT;

-- covered: what became of a file from the scanner: its pages, or why it was set aside
create table archive.scan_step (
  id uuid not null,
  entry uuid not null,
  scan uuid not null,
  seq integer not null,
  kind text not null,
  batch uuid,
  pages integer not null,
  code text,
  words text,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint archive_scan_step_order UNIQUE (scan, seq),
  constraint scan_step_pkey PRIMARY KEY (id),
  constraint scan_step_scan_fkey FOREIGN KEY (scan) REFERENCES archive.scan(id) DEFERRABLE INITIALLY DEFERRED,
  constraint scan_step_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'quarantined'::text, 'withdrawn'::text])))
);

-- kept: scans that wait to be opened, and by which worker until when
create table archive.scan_work (
  scan uuid not null,
  state text not null,
  pages integer,
  code text,
  problem text,
  since timestamp(3) with time zone not null,
  constraint scan_work_pkey PRIMARY KEY (scan),
  constraint scan_work_scan_fkey FOREIGN KEY (scan) REFERENCES archive.scan(id) DEFERRABLE INITIALLY DEFERRED,
  constraint scan_work_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'found'::text, 'recorded'::text])))
);
CREATE INDEX scan_work_waiting ON archive.scan_work USING btree (since) WHERE (state = ANY (ARRAY['waiting'::text, 'found'::text]));

-- kept: words that stand on pages, for words that are written otherwise
create table archive.term (
  term text not null,
  pages integer not null,
  constraint term_pkey PRIMARY KEY (term)
);
CREATE INDEX term_alike ON archive.term USING gin (term gin_trgm_ops);

create view archive.public_fact as
 SELECT i.file,
    i.generation,
    k.data ->> 'fact'::text AS fact,
    i.field,
    i.seq,
    i.how,
    (v.value -> 'values'::text) ->> 0 AS value,
    v.value ->> 'absent'::text AS absent,
    i.recorded_at AS at
   FROM archive.index_value i
     JOIN catalogue.public_code k ON k.list = 'archive-field'::text AND k.code = i.field AND (k.data ->> 'fact'::text) IS NOT NULL AND ((k.data ->> 'kind'::text) = ANY (ARRAY['date'::text, 'code'::text]))
     JOIN ledger.vault v ON v.id = i.vault;

create view archive.public_file as
 SELECT file,
    root,
    number,
    barcode,
    unit,
    box,
    state,
    stage,
    generation,
    tier,
    linked,
    holder,
    holder_name,
    due_on,
    screened,
    sensitive,
    seq,
    since
   FROM archive.file_now;

create view archive.public_file_over_time as
 SELECT file,
    root,
    seq,
    stage,
    generation,
    linked,
    recorded_at AS at
   FROM archive.file_step;

create view archive.public_page as
 SELECT p.id,
    p.root,
    p.file,
    p.batch,
    p.seq,
    p.document,
    p.blank,
    p.recorded_at,
    t.state,
    t.confidence
   FROM archive.page p
     LEFT JOIN archive.page_text t ON t.page = p.id;

-- covered: sight given to and taken from people and units by name
create table cases.access (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  principal uuid not null,
  given boolean not null,
  until_at timestamp(3) with time zone,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint access_pkey PRIMARY KEY (id),
  constraint access_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX access_root ON cases.access USING btree (root, id DESC);

-- covered: who asked to see the case of a number and why (the words stand in the vault); the root is its own id where no case, or more than one, bears the number
create table cases.access_asked (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  person uuid not null,
  by_name text not null,
  number text not null,
  vault uuid not null,
  commitment text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint access_asked_pkey PRIMARY KEY (id)
);
CREATE INDEX access_asked_person ON cases.access_asked USING btree (person, recorded_at DESC);
CREATE INDEX access_asked_root ON cases.access_asked USING btree (root);

-- covered: askings that a keeper declined; who asked is not told, since it would tell that the case is there
create table cases.access_declined (
  id uuid not null,
  entry uuid not null,
  asked uuid not null,
  root uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint cases_access_declined_once UNIQUE (asked),
  constraint access_declined_pkey PRIMARY KEY (id),
  constraint access_declined_asked_fkey FOREIGN KEY (asked) REFERENCES cases.access_asked(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: the other numbers of a case: police, prosecution, scene, post-mortem, outside laboratory, indictment
create table cases.alias (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  kind text not null,
  text text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint alias_pkey PRIMARY KEY (id),
  constraint alias_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX alias_root ON cases.alias USING btree (root);

-- covered: how soon, or whose, many cases are from one act on, and the act that put it back; word is a priority, or the id of a person or unit
create table cases.batch (
  id uuid not null,
  entry uuid not null,
  what text not null,
  word text not null,
  cases integer not null,
  reason text not null,
  at timestamp(3) with time zone not null,
  by_name text not null,
  undoes uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint cases_batch_undone_once UNIQUE (undoes),
  constraint batch_pkey PRIMARY KEY (id),
  constraint batch_undoes_fkey FOREIGN KEY (undoes) REFERENCES cases.batch(id) DEFERRABLE INITIALLY DEFERRED,
  constraint batch_cases_check CHECK ((cases > 0)),
  constraint batch_what_check CHECK ((what = ANY (ARRAY['priority'::text, 'investigator'::text])))
);

-- covered: a case that a batch changed, the row that it wrote and the one that held before
create table cases.batch_case (
  id uuid not null,
  entry uuid not null,
  batch uuid not null,
  root uuid not null,
  wrote uuid not null,
  before uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint batch_case_pkey PRIMARY KEY (id),
  constraint batch_case_batch_fkey FOREIGN KEY (batch) REFERENCES cases.batch(id) DEFERRABLE INITIALLY DEFERRED,
  constraint batch_case_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX batch_case_batch ON cases.batch_case USING btree (batch);
CREATE INDEX batch_case_root ON cases.batch_case USING btree (root);

-- covered: case files; the id is the root of everything that hangs on the case
create table cases.case (
  id uuid not null,
  entry uuid not null,
  number text not null,
  unit uuid,
  type text not null,
  title text not null,
  summary text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint case_pkey PRIMARY KEY (id)
);

-- covered: charges, hearings, outcomes and appeals
create table cases.court_event (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  kind text not null,
  on_day date not null,
  at_time text,
  court text,
  text text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint court_event_pkey PRIMARY KEY (id),
  constraint court_event_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED,
  constraint court_event_kind_check CHECK ((kind = ANY (ARRAY['charge'::text, 'hearing'::text, 'outcome'::text, 'appeal'::text])))
);
CREATE INDEX court_event_root ON cases.court_event USING btree (root, on_day);

-- covered: outcomes of court as codes, until when an appeal may be entered, and which charge or appeal they end
create table cases.court_outcome (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  event uuid not null,
  outcome text not null,
  final boolean not null,
  told_by text not null,
  on_day date not null,
  appeal_until date,
  ends uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint cases_outcome_once UNIQUE (event),
  constraint court_outcome_pkey PRIMARY KEY (id),
  constraint court_outcome_ends_fkey FOREIGN KEY (ends) REFERENCES cases.court_event(id) DEFERRABLE INITIALLY DEFERRED,
  constraint court_outcome_event_fkey FOREIGN KEY (event) REFERENCES cases.court_event(id) DEFERRABLE INITIALLY DEFERRED,
  constraint court_outcome_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED,
  constraint court_outcome_told_by_check CHECK ((told_by = ANY (ARRAY['prosecution'::text, 'registry'::text, 'others'::text])))
);
CREATE INDEX court_outcome_root ON cases.court_outcome USING btree (root, on_day);

-- covered: papers on the case, by the SHA-256 of their bytes
create table cases.document (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  file text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  kind text not null,
  note text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint document_pkey PRIMARY KEY (id),
  constraint document_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX document_root ON cases.document USING btree (root, id DESC);

-- covered: parties destroyed by order of law; nothing of them is left but this
create table cases.expunction (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  party uuid not null,
  authority text not null,
  destroyed integer not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint expunction_pkey PRIMARY KEY (id),
  constraint expunction_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);

-- kept: search handles of every module, made again from the records; names go with their party when expunged
create table cases.handle (
  id bigint not null generated always as identity,
  class text not null,
  normalised text not null,
  phonetic text[],
  kind text not null,
  subject text not null,
  root uuid,
  label text not null,
  party uuid,
  guarded boolean not null default false,
  constraint handle_pkey PRIMARY KEY (id),
  constraint handle_class_check CHECK ((class = ANY (ARRAY['number'::text, 'name'::text, 'text'::text])))
);
CREATE INDEX handle_exact ON cases.handle USING btree (normalised text_pattern_ops);
CREATE INDEX handle_part ON cases.handle USING gin (normalised gin_trgm_ops) WITH (gin_pending_list_limit='1024');
CREATE INDEX handle_party ON cases.handle USING btree (root) WHERE (party IS NOT NULL);
CREATE INDEX handle_sound ON cases.handle USING gin (phonetic) WITH (gin_pending_list_limit='1024') WHERE (phonetic IS NOT NULL);
CREATE INDEX handle_subject ON cases.handle USING btree (subject);

-- covered: dangers flagged on a case and taken off; the newest row of a hazard holds; the words about it stand in the vault
create table cases.hazard (
  id uuid not null,
  entry uuid not null,
  seq integer not null,
  root uuid not null,
  hazard text not null,
  state text not null,
  vault uuid,
  commitment text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint hazard_pkey PRIMARY KEY (id),
  constraint hazard_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED,
  constraint hazard_state_check CHECK ((state = ANY (ARRAY['flagged'::text, 'cleared'::text])))
);
CREATE UNIQUE INDEX cases_hazard_newest ON cases.hazard USING btree (root, hazard, seq DESC);

-- covered: what must not be disposed of or closed, and why; stands until a lift names it
create table cases.hold (
  id uuid not null,
  entry uuid not null,
  subject text not null,
  root uuid,
  kind text not null,
  why text not null,
  values jsonb,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint hold_pkey PRIMARY KEY (id),
  constraint hold_kind_check CHECK ((kind = ANY (ARRAY['legal'::text, 'work'::text, 'court'::text, 'appeal'::text, 'review'::text, 'born'::text])))
);
CREATE INDEX hold_root ON cases.hold USING btree (root);
CREATE INDEX hold_subject ON cases.hold USING btree (subject);

-- covered: ends of holds
create table cases.hold_lift (
  id uuid not null,
  entry uuid not null,
  hold uuid not null,
  why text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint cases_hold_lifted_once UNIQUE (hold),
  constraint hold_lift_pkey PRIMARY KEY (id),
  constraint hold_lift_hold_fkey FOREIGN KEY (hold) REFERENCES cases.hold(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: when and where, as far as known; the newest row holds; first_day is the first day that on_text allows
create table cases.incident (
  id uuid not null,
  entry uuid not null,
  seq integer not null,
  root uuid not null,
  corrects uuid,
  on_text text,
  absent text,
  until_text text,
  time_text text,
  precision text not null,
  first_day date,
  district text,
  settlement text,
  highway text,
  mile numeric,
  place text,
  latitude numeric,
  longitude numeric,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint incident_pkey PRIMARY KEY (id),
  constraint incident_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED,
  constraint incident_absent_check CHECK ((absent = ANY (ARRAY['unknown'::text, 'not-applicable'::text, 'not-yet-determined'::text]))),
  constraint incident_precision_check CHECK (("precision" = ANY (ARRAY['minute'::text, 'hour'::text, 'day'::text, 'month'::text, 'year'::text, 'none'::text])))
);
CREATE UNIQUE INDEX cases_incident_newest ON cases.incident USING btree (root, seq DESC);

-- covered: the officer in charge of the investigation; the newest row holds
create table cases.investigator (
  id uuid not null,
  entry uuid not null,
  seq integer not null,
  root uuid not null,
  person uuid,
  unit uuid,
  name text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint investigator_pkey PRIMARY KEY (id),
  constraint investigator_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX cases_investigator_newest ON cases.investigator USING btree (root, seq DESC);

-- derived: how many cases that are not sealed per month, district, type and state
create table cases.month_count (
  month text not null,
  district text not null,
  type text not null,
  state text not null,
  n integer not null,
  constraint month_count_pkey PRIMARY KEY (month, district, type, state)
);

-- covered: notes and communications (ISO/IEC 17025:2017, 7.1.8 and 7.11); their words stand in the vault
create table cases.note (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  kind text not null,
  way text,
  with_whom text,
  direction text,
  vault uuid not null,
  commitment text not null,
  happened_at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint note_pkey PRIMARY KEY (id),
  constraint note_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED,
  constraint note_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint note_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'communication'::text])))
);
CREATE INDEX note_root ON cases.note USING btree (root, id DESC);

-- covered: what is alleged, by the code list, with the class of ICCS (UNODC 2015) that held that day
create table cases.offence (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  code text not null,
  iccs text,
  counts integer,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint offence_pkey PRIMARY KEY (id),
  constraint offence_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX offence_root ON cases.offence USING btree (root);

-- covered: papers of a case whose bytes were destroyed by order of law
create table cases.paper_destroyed (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  document uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint cases_paper_destroyed_once UNIQUE (document),
  constraint paper_destroyed_pkey PRIMARY KEY (id),
  constraint paper_destroyed_document_fkey FOREIGN KEY (document) REFERENCES cases.document(id) DEFERRABLE INITIALLY DEFERRED,
  constraint paper_destroyed_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX paper_destroyed_root ON cases.paper_destroyed USING btree (root);

-- covered: who is on the case and in which part; names stand in the vault only; the newest row of a party holds
create table cases.party (
  id uuid not null,
  entry uuid not null,
  seq integer not null,
  root uuid not null,
  party uuid not null,
  corrects uuid,
  role text not null,
  ordinal integer,
  vault uuid,
  commitment text,
  identified boolean not null,
  sex text,
  age integer,
  minor boolean not null,
  organisation boolean not null default false,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint party_pkey PRIMARY KEY (id),
  constraint party_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX party_root ON cases.party USING btree (root, party, seq DESC);
CREATE UNIQUE INDEX cases_party_newest ON cases.party USING btree (party, seq DESC);

-- covered: how soon: 1 at once, 2 urgent, 3 ordinary, 4 when there is time; the newest row holds
create table cases.priority (
  id uuid not null,
  entry uuid not null,
  seq integer not null,
  root uuid not null,
  priority integer not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint priority_pkey PRIMARY KEY (id),
  constraint priority_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED,
  constraint priority_priority_check CHECK (((priority >= 1) AND (priority <= 4)))
);
CREATE UNIQUE INDEX cases_priority_newest ON cases.priority USING btree (root, seq DESC);

-- derived: the newest word on each subject and kind, from progress_note; completeness is read from here and from holds
create table cases.progress (
  root uuid not null,
  subject text not null,
  kind text not null,
  state text not null,
  text text not null,
  values jsonb,
  since timestamp(3) with time zone not null,
  constraint progress_pkey PRIMARY KEY (root, subject, kind),
  constraint progress_kind_check CHECK ((kind = ANY (ARRAY['submission'::text, 'item'::text, 'request'::text, 'result'::text, 'report'::text, 'question'::text, 'scene'::text]))),
  constraint progress_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text])))
);
CREATE INDEX progress_open ON cases.progress USING btree (root) WHERE (state = 'open'::text);

-- covered: what an act said is open or done on a case; the newest word on a subject and kind holds
create table cases.progress_note (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  subject text not null,
  kind text not null,
  state text not null,
  text text not null,
  values jsonb,
  since timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint progress_note_pkey PRIMARY KEY (id)
);

-- covered: links between cases; kind duplicate-of points to the case that goes on, kind no-duplicate takes that back
create table cases.relation (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  other uuid not null,
  kind text not null,
  note text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint relation_pkey PRIMARY KEY (id),
  constraint relation_other_fkey FOREIGN KEY (other) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED,
  constraint relation_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX relation_other ON cases.relation USING btree (other);
CREATE INDEX relation_root ON cases.relation USING btree (root);

-- covered: restrictions, seals by order and their ends; the newest row holds
create table cases.sensitivity (
  id uuid not null,
  entry uuid not null,
  seq integer not null,
  root uuid not null,
  level text not null,
  authority text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint sensitivity_pkey PRIMARY KEY (id),
  constraint sensitivity_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED,
  constraint sensitivity_level_check CHECK ((level = ANY (ARRAY['open'::text, 'restricted'::text, 'sealed'::text])))
);
CREATE UNIQUE INDEX cases_sensitivity_newest ON cases.sensitivity USING btree (root, seq DESC);

-- derived: each case as it stands now, from the covered rows of cases
create table cases.standing (
  root uuid not null,
  number text not null,
  title text not null,
  summary text,
  type text not null,
  unit uuid,
  state text not null,
  restricted boolean not null,
  sealed boolean not null,
  guarded boolean not null,
  sexual boolean not null,
  priority integer not null,
  district text,
  settlement text,
  offences text[] not null,
  investigator uuid,
  investigator_unit uuid,
  investigator_name text,
  offence_on date,
  month text not null,
  opened_at timestamp(3) with time zone not null,
  closed_at timestamp(3) with time zone,
  duplicate_of uuid,
  constraint standing_pkey PRIMARY KEY (root)
);
CREATE INDEX standing_investigator ON cases.standing USING btree (investigator) WHERE (investigator IS NOT NULL);
CREATE INDEX standing_newest ON cases.standing USING btree (opened_at DESC, root DESC);
CREATE INDEX standing_number ON cases.standing USING btree (number, root);
CREATE INDEX standing_offence_day ON cases.standing USING btree (offence_on DESC NULLS LAST, root DESC);
CREATE INDEX standing_offence_order ON cases.standing USING btree (COALESCE(offence_on, '0001-01-01'::date) DESC, root DESC);
CREATE INDEX standing_open_newest ON cases.standing USING btree (opened_at DESC, root DESC) WHERE (state = 'open'::text);
CREATE INDEX standing_open_priority ON cases.standing USING btree (priority, root) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX cases_case_number ON cases.standing USING btree (number);

-- covered: closures with the completeness stated at that moment, and reopenings; the newest row holds
create table cases.state (
  id uuid not null,
  entry uuid not null,
  seq integer not null,
  root uuid not null,
  state text not null,
  stated jsonb,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint state_pkey PRIMARY KEY (id),
  constraint state_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED,
  constraint state_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE UNIQUE INDEX cases_state_newest ON cases.state USING btree (root, seq DESC);

-- covered: what somebody was asked to do on the case
create table cases.task (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  text text not null,
  assignee uuid not null,
  due_on date,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint task_pkey PRIMARY KEY (id),
  constraint task_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX task_assignee ON cases.task USING btree (assignee);
CREATE INDEX task_root ON cases.task USING btree (root);

-- covered: tasks done
create table cases.task_done (
  id uuid not null,
  entry uuid not null,
  task uuid not null,
  outcome text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint cases_task_done_once UNIQUE (task),
  constraint task_done_pkey PRIMARY KEY (id),
  constraint task_done_task_fkey FOREIGN KEY (task) REFERENCES cases.task(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: corrected titles, summaries and types; the newest row holds
create table cases.title (
  id uuid not null,
  entry uuid not null,
  seq integer not null,
  root uuid not null,
  corrects uuid,
  title text not null,
  summary text,
  type text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint title_pkey PRIMARY KEY (id),
  constraint title_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX cases_title_newest ON cases.title USING btree (root, seq DESC);

-- covered: who asked to see a protected name, and until when they see it
create table cases.unmasking (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  party uuid not null,
  person uuid not null,
  until_at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint unmasking_pkey PRIMARY KEY (id),
  constraint unmasking_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX unmasking_person ON cases.unmasking USING btree (person, party, until_at DESC);

-- covered: cases that came by mistake and on which nothing was built: they stand no more, and their numbers are free
create table cases.withdrawn (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint cases_withdrawn_once UNIQUE (root),
  constraint withdrawn_pkey PRIMARY KEY (id),
  constraint withdrawn_root_fkey FOREIGN KEY (root) REFERENCES cases."case"(id) DEFERRABLE INITIALLY DEFERRED
);

create view cases.public_case as
 SELECT root AS id,
    number,
    title,
    type,
    unit,
    state,
    sealed,
    guarded,
    district,
    offence_on,
    opened_at,
    investigator,
    investigator_unit,
    restricted OR sealed OR guarded AS sensitive
   FROM cases.standing;

create view cases.public_case_over_time as
 SELECT m.root,
    m.at,
    c.type,
    i."precision",
    i.absent,
    i.first_day,
    i.time_text,
    i.district,
    i.settlement,
    i.highway,
    o.offence,
    o.iccs,
    t.outcome,
    COALESCE(z.level, 'open'::text) = 'sealed'::text AS sealed,
    COALESCE(d.duplicate, false) OR w.root IS NOT NULL AS duplicate
   FROM ( SELECT "case".id AS root,
            "case".recorded_at AS at
           FROM cases."case"
        UNION
         SELECT incident.root,
            incident.recorded_at
           FROM cases.incident
        UNION
         SELECT offence.root,
            offence.recorded_at
           FROM cases.offence
        UNION
         SELECT sensitivity.root,
            sensitivity.recorded_at
           FROM cases.sensitivity
        UNION
         SELECT relation.root,
            relation.recorded_at
           FROM cases.relation
          WHERE relation.kind = ANY (ARRAY['duplicate-of'::text, 'no-duplicate'::text])
        UNION
         SELECT court_outcome.root,
            court_outcome.recorded_at
           FROM cases.court_outcome
        UNION
         SELECT withdrawn.root,
            withdrawn.recorded_at
           FROM cases.withdrawn) m
     JOIN LATERAL ( SELECT x.type
           FROM cases."case" x
          WHERE x.id = m.root) c ON true
     LEFT JOIN LATERAL ( SELECT x.id,
            x.entry,
            x.seq,
            x.root,
            x.corrects,
            x.on_text,
            x.absent,
            x.until_text,
            x.time_text,
            x."precision",
            x.first_day,
            x.district,
            x.settlement,
            x.highway,
            x.mile,
            x.place,
            x.latitude,
            x.longitude,
            x.recorded_at,
            x.recorded_by
           FROM cases.incident x
          WHERE x.root = m.root AND x.recorded_at <= m.at
          ORDER BY x.seq DESC
         LIMIT 1) i ON true
     LEFT JOIN LATERAL ( SELECT (array_agg(x.code ORDER BY x.iccs, x.code))[1] AS offence,
            min(x.iccs) AS iccs
           FROM cases.offence x
          WHERE x.root = m.root AND x.recorded_at <= m.at) o ON true
     LEFT JOIN LATERAL ( SELECT x.outcome
           FROM cases.court_outcome x
          WHERE x.root = m.root AND x.final AND x.told_by <> 'others'::text AND x.recorded_at <= m.at
          ORDER BY x.on_day DESC, x.recorded_at DESC
         LIMIT 1) t ON true
     LEFT JOIN LATERAL ( SELECT x.level
           FROM cases.sensitivity x
          WHERE x.root = m.root AND x.recorded_at <= m.at
          ORDER BY x.seq DESC
         LIMIT 1) z ON true
     LEFT JOIN LATERAL ( SELECT x.kind = 'duplicate-of'::text AS duplicate
           FROM cases.relation x
          WHERE x.root = m.root AND (x.kind = ANY (ARRAY['duplicate-of'::text, 'no-duplicate'::text])) AND x.recorded_at <= m.at
          ORDER BY x.id DESC
         LIMIT 1) d ON true
     LEFT JOIN cases.withdrawn w ON w.root = m.root AND w.recorded_at <= m.at;

create view cases.public_court as
 SELECT s.root,
    s.number,
    s.title,
    s.state,
    s.closed_at,
    s.offences,
    s.investigator,
    s.investigator_unit,
    s.investigator_name,
    o.outcome,
    o.told_by,
    o.on_day,
    o.event,
    ( SELECT max(a.appeal_until) AS max
           FROM cases.court_outcome a
          WHERE a.root = s.root AND a.final) AS appeal_until,
    ( SELECT count(*)::integer AS count
           FROM cases.court_outcome t
          WHERE t.root = s.root AND t.final AND t.told_by = 'others'::text) AS only_told
   FROM cases.standing s
     LEFT JOIN LATERAL ( SELECT x.id,
            x.entry,
            x.root,
            x.event,
            x.outcome,
            x.final,
            x.told_by,
            x.on_day,
            x.appeal_until,
            x.ends,
            x.recorded_at,
            x.recorded_by
           FROM cases.court_outcome x
          WHERE x.root = s.root AND x.final AND x.told_by <> 'others'::text
          ORDER BY x.on_day DESC, x.recorded_at DESC
         LIMIT 1) o ON true;

create view cases.public_document as
 SELECT id,
    root,
    name,
    kind,
    file,
    (EXISTS ( SELECT 1
           FROM cases.paper_destroyed g
          WHERE g.document = d.id)) AS destroyed
   FROM cases.document d;

create view cases.public_hazard as
 SELECT root,
    hazard
   FROM ( SELECT DISTINCT ON (hazard.root, hazard.hazard) hazard.root,
            hazard.hazard,
            hazard.state
           FROM cases.hazard
          ORDER BY hazard.root, hazard.hazard, hazard.seq DESC) h
  WHERE state = 'flagged'::text;

create view cases.public_hold as
 SELECT id,
    subject,
    root,
    kind,
    why,
    "values",
    recorded_at
   FROM cases.hold h
  WHERE NOT (EXISTS ( SELECT 1
           FROM cases.hold_lift l
          WHERE l.hold = h.id));

create view cases.public_investigator as
 SELECT DISTINCT ON (root) root,
    person,
    unit
   FROM cases.investigator
  ORDER BY root, seq DESC;

create view cases.public_party_over_time as
 SELECT m.root,
    m.at,
    p.party,
    p.role,
    p.sex,
    p.age,
    p.minor,
    p.identified,
    i."precision",
    i.absent,
    i.first_day,
    i.time_text,
    i.district,
    i.settlement,
    i.highway,
    i.latitude,
    i.longitude,
    o.offence,
    o.iccs,
    COALESCE(z.level, 'open'::text) = 'sealed'::text AS sealed,
    COALESCE(d.duplicate, false) OR w.root IS NOT NULL AS duplicate
   FROM ( SELECT party.root,
            party.recorded_at AS at
           FROM cases.party
        UNION
         SELECT incident.root,
            incident.recorded_at
           FROM cases.incident
        UNION
         SELECT offence.root,
            offence.recorded_at
           FROM cases.offence
        UNION
         SELECT sensitivity.root,
            sensitivity.recorded_at
           FROM cases.sensitivity
        UNION
         SELECT relation.root,
            relation.recorded_at
           FROM cases.relation
          WHERE relation.kind = ANY (ARRAY['duplicate-of'::text, 'no-duplicate'::text])
        UNION
         SELECT withdrawn.root,
            withdrawn.recorded_at
           FROM cases.withdrawn) m
     CROSS JOIN LATERAL ( SELECT DISTINCT ON (x.party) x.party,
            x.role,
            x.sex,
            x.age,
            x.minor,
            x.identified,
            x.organisation
           FROM cases.party x
          WHERE x.root = m.root AND x.recorded_at <= m.at
          ORDER BY x.party, x.seq DESC) p
     LEFT JOIN LATERAL ( SELECT x.id,
            x.entry,
            x.seq,
            x.root,
            x.corrects,
            x.on_text,
            x.absent,
            x.until_text,
            x.time_text,
            x."precision",
            x.first_day,
            x.district,
            x.settlement,
            x.highway,
            x.mile,
            x.place,
            x.latitude,
            x.longitude,
            x.recorded_at,
            x.recorded_by
           FROM cases.incident x
          WHERE x.root = m.root AND x.recorded_at <= m.at
          ORDER BY x.seq DESC
         LIMIT 1) i ON true
     LEFT JOIN LATERAL ( SELECT (array_agg(x.code ORDER BY x.iccs, x.code))[1] AS offence,
            min(x.iccs) AS iccs
           FROM cases.offence x
          WHERE x.root = m.root AND x.recorded_at <= m.at) o ON true
     LEFT JOIN LATERAL ( SELECT x.level
           FROM cases.sensitivity x
          WHERE x.root = m.root AND x.recorded_at <= m.at
          ORDER BY x.seq DESC
         LIMIT 1) z ON true
     LEFT JOIN LATERAL ( SELECT x.kind = 'duplicate-of'::text AS duplicate
           FROM cases.relation x
          WHERE x.root = m.root AND (x.kind = ANY (ARRAY['duplicate-of'::text, 'no-duplicate'::text])) AND x.recorded_at <= m.at
          ORDER BY x.id DESC
         LIMIT 1) d ON true
     LEFT JOIN cases.withdrawn w ON w.root = m.root AND w.recorded_at <= m.at
  WHERE NOT p.organisation;

-- covered: what somebody proposes to change in the laboratory's rules, with the versions it was drawn up against
create table catalogue.change (
  id uuid not null,
  entry uuid not null,
  why text not null,
  content jsonb not null,
  base jsonb not null,
  from_on date not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint change_pkey PRIMARY KEY (id)
);

-- covered: the answer to a proposed change, by another person than who proposed it; a withdrawal by the proposer
create table catalogue.change_decision (
  id uuid not null,
  entry uuid not null,
  change uuid not null,
  decision text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint catalogue_change_decided_once UNIQUE (change),
  constraint change_decision_pkey PRIMARY KEY (id),
  constraint change_decision_change_fkey FOREIGN KEY (change) REFERENCES catalogue.change(id) DEFERRABLE INITIALLY DEFERRED,
  constraint change_decision_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'declined'::text, 'withdrawn'::text])))
);

-- covered: versions of codes; on a day, the newest version that had begun by then holds
create table catalogue.code (
  id uuid not null,
  entry uuid not null,
  list text not null,
  code text not null,
  seq integer not null,
  en text not null,
  es text not null,
  data jsonb not null,
  place integer not null,
  valid_from date,
  valid_until date,
  unverified boolean not null,
  source text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint catalogue_code_seq UNIQUE (list, code, seq),
  constraint code_pkey PRIMARY KEY (id)
);

-- covered: the lists of codes; the newest row names the list
create table catalogue.code_list (
  id uuid not null,
  entry uuid not null,
  list text not null,
  seq integer not null,
  en text not null,
  es text not null,
  note text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint catalogue_code_list_seq UNIQUE (list, seq),
  constraint code_list_pkey PRIMARY KEY (id)
);

-- covered: who checked an unverified value against the law as printed, and where it is printed
create table catalogue.confirmation (
  id uuid not null,
  entry uuid not null,
  value_id uuid not null,
  kind text not null,
  key text not null,
  gazette text not null,
  note text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint catalogue_confirmed_once UNIQUE (value_id),
  constraint confirmation_pkey PRIMARY KEY (id),
  constraint confirmation_kind_check CHECK ((kind = ANY (ARRAY['code'::text, 'limit'::text, 'definition'::text, 'unit'::text, 'agency'::text])))
);

-- kept: the last number given in each series; advanced in the transaction that uses the number, so that no number is lost
create table catalogue.counter (
  series text not null,
  scope text not null,
  period text not null,
  last integer not null,
  constraint counter_pkey PRIMARY KEY (series, scope, period)
);

-- covered: versions of forms, templates, kits, labels, numberings and the letterhead; a version is a draft until it is published
create table catalogue.definition (
  id uuid not null,
  entry uuid not null,
  kind text not null,
  key text not null,
  version integer not null,
  en text not null,
  es text not null,
  body jsonb not null,
  unverified boolean not null,
  source text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint catalogue_definition_version UNIQUE (kind, key, version),
  constraint definition_pkey PRIMARY KEY (id),
  constraint definition_kind_check CHECK ((kind = ANY (ARRAY['form'::text, 'template'::text, 'kit'::text, 'label'::text, 'numbering'::text, 'letterhead'::text])))
);

-- kept: a change of a rule that one person is writing, until it is proposed or dropped
create table catalogue.draft (
  person uuid not null,
  section text not null,
  key text not null,
  version integer not null,
  words jsonb not null,
  kept_at timestamp(3) with time zone not null,
  constraint draft_pkey PRIMARY KEY (person, section, key),
  constraint draft_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: the day from which a version holds; the newest version published by a day is in force on it
create table catalogue.publication (
  id uuid not null,
  entry uuid not null,
  definition uuid not null,
  from_on date not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint catalogue_published_once UNIQUE (definition),
  constraint publication_pkey PRIMARY KEY (id),
  constraint publication_definition_fkey FOREIGN KEY (definition) REFERENCES catalogue.definition(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: quantities named by law, with the days between which they hold
create table catalogue.statutory_limit (
  id uuid not null,
  entry uuid not null,
  key text not null,
  seq integer not null,
  substance text not null,
  value numeric not null,
  unit text not null,
  comparison text not null,
  law text not null,
  clause text,
  en text not null,
  es text not null,
  rule text not null,
  valid_from date,
  valid_until date,
  unverified boolean not null,
  source text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint catalogue_limit_seq UNIQUE (key, seq),
  constraint statutory_limit_pkey PRIMARY KEY (id),
  constraint statutory_limit_comparison_check CHECK ((comparison = ANY (ARRAY['more-than'::text, 'at-least'::text, 'less-than'::text, 'at-most'::text]))),
  constraint statutory_limit_rule_check CHECK ((rule = ANY (ARRAY['shown-beyond-uncertainty'::text, 'value-alone'::text])))
);
CREATE INDEX statutory_limit_substance ON catalogue.statutory_limit USING btree (substance);

-- covered: a word that somebody misses in a list, as they would say it
create table catalogue.suggestion (
  id uuid not null,
  entry uuid not null,
  list text not null,
  name text not null,
  why text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint suggestion_pkey PRIMARY KEY (id)
);

-- covered: what became of a suggested word: a code of its own, one that was there, or none
create table catalogue.suggestion_answer (
  id uuid not null,
  entry uuid not null,
  suggestion uuid not null,
  outcome text not null,
  code text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint catalogue_suggestion_answered_once UNIQUE (suggestion),
  constraint suggestion_answer_pkey PRIMARY KEY (id),
  constraint suggestion_answer_suggestion_fkey FOREIGN KEY (suggestion) REFERENCES catalogue.suggestion(id) DEFERRABLE INITIALLY DEFERRED,
  constraint suggestion_answer_outcome_check CHECK ((outcome = ANY (ARRAY['taken'::text, 'same'::text, 'declined'::text])))
);

create view catalogue.public_code as
 SELECT DISTINCT ON (list, code) id,
    list,
    code,
    en,
    es,
    data,
    valid_from,
    valid_until
   FROM catalogue.code
  ORDER BY list, code, seq DESC;

create view catalogue.public_limit as
 SELECT id,
    key,
    substance
   FROM catalogue.statutory_limit;

-- covered: the number that another office gave a death: the registrar, a laboratory outside, a funeral home
create table death.alias (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  kind text not null,
  text text not null,
  giver text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_alias_once UNIQUE (root, kind, text),
  constraint alias_pkey PRIMARY KEY (id)
);

-- covered: what a hospital was asked for: records, blood taken in life, the sheet of the ambulance
create table death.asked (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  kind text not null,
  whom text not null,
  what text not null,
  at timestamp(3) with time zone not null,
  due_on date,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint asked_pkey PRIMARY KEY (id),
  constraint asked_kind_check CHECK ((kind = ANY (ARRAY['medical-records'::text, 'ante-mortem-specimen'::text, 'ambulance-sheet'::text])))
);
CREATE INDEX asked_root ON death.asked USING btree (root);

-- covered: what came of it
create table death.asked_answer (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  asked uuid not null,
  outcome text not null,
  file text,
  thing uuid,
  words text,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_answered_once UNIQUE (asked),
  constraint asked_answer_pkey PRIMARY KEY (id),
  constraint asked_answer_asked_fkey FOREIGN KEY (asked) REFERENCES death.asked(id) DEFERRABLE INITIALLY DEFERRED,
  constraint asked_answer_file_check CHECK ((file ~ '^[0-9a-f]{64}$'::text)),
  constraint asked_answer_outcome_check CHECK ((outcome = ANY (ARRAY['received'::text, 'none'::text, 'refused'::text])))
);

-- covered: the body as it came, with the thing that custody follows
create table death.body (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  thing uuid not null,
  condition text,
  brought_by text not null,
  brought_from text,
  taken_at timestamp(3) with time zone,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  stay integer,
  band text,
  constraint body_pkey PRIMARY KEY (id),
  constraint body_band_check CHECK ((band = ANY (ARRAY['found'::text, 'new'::text]))),
  constraint body_stay_check CHECK ((stay > 1))
);
CREATE UNIQUE INDEX death_body_thing ON death.body USING btree (thing, COALESCE(stay, 1));
CREATE UNIQUE INDEX death_one_body ON death.body USING btree (root, COALESCE(stay, 1));

-- covered: buried, cremated, exhumed: where and on whose authority
create table death.burial (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  seq integer not null,
  kind text not null,
  on_text text not null,
  place text not null,
  authority text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_burial_order UNIQUE (root, seq),
  constraint burial_pkey PRIMARY KEY (id),
  constraint burial_kind_check CHECK ((kind = ANY (ARRAY['buried'::text, 'cremated'::text, 'exhumed'::text])))
);

-- covered: a death as it was told to the office; caller, putative name and what was said stand in the vault
create table death.call (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text not null,
  unit uuid,
  way text not null,
  caller_kind text,
  caller uuid,
  caller_commitment text,
  setting text not null,
  circumstances text[] not null,
  sex text,
  age numeric,
  age_unit text,
  age_absent text,
  told uuid,
  told_commitment text,
  form uuid,
  answers jsonb,
  began_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_call_number UNIQUE (number),
  constraint call_pkey PRIMARY KEY (id),
  constraint call_age_absent_check CHECK ((age_absent = ANY (ARRAY['unknown'::text, 'not-applicable'::text, 'not-yet-determined'::text]))),
  constraint call_age_unit_check CHECK ((age_unit = ANY (ARRAY['years'::text, 'months'::text, 'weeks'::text, 'days'::text, 'hours'::text, 'minutes'::text]))),
  constraint call_way_check CHECK ((way = ANY (ARRAY['telephone'::text, 'radio'::text, 'in-person'::text, 'message'::text, 'letter'::text, 'record'::text])))
);
CREATE INDEX call_root ON death.call USING btree (root);

-- covered: the cause of death on the form of the WHO (2016): lines a to d with their intervals, part 2; pending, final, amended; the newest row holds
create table death.cause (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  seq integer not null,
  status text not null,
  lines jsonb not null,
  other text,
  tobacco text,
  pregnancy text,
  surgery jsonb,
  autopsy text,
  pending_because text,
  why text,
  request uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_cause_order UNIQUE (root, seq),
  constraint cause_pkey PRIMARY KEY (id),
  constraint cause_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'final'::text, 'amended'::text])))
);

-- covered: a certificate of death that a registrar sent, its file as it came: it became a call, was laid to a death that is known, or waits for a person with the reason; the dead are named in the vault
create table death.certificate (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  state text not null,
  key text,
  number text,
  file text not null,
  file_name text not null,
  document_state text,
  vault uuid,
  commitment text,
  content jsonb,
  not_understood text[] not null,
  why text,
  why_values jsonb,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_certificate_file UNIQUE (file),
  constraint certificate_pkey PRIMARY KEY (id),
  constraint certificate_state_check CHECK ((state = ANY (ARRAY['called'::text, 'laid'::text, 'waits'::text])))
);
CREATE INDEX death_certificate_root ON death.certificate USING btree (root);
CREATE UNIQUE INDEX death_certificate_called ON death.certificate USING btree (key) WHERE (state = 'called'::text);

-- covered: what a person decided of a certificate that waited: of which death it is, that it became a call, or that it is set aside
create table death.certificate_settled (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  certificate uuid not null,
  decision text not null,
  death uuid,
  words text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_certificate_settled_once UNIQUE (certificate),
  constraint certificate_settled_pkey PRIMARY KEY (id),
  constraint certificate_settled_certificate_fkey FOREIGN KEY (certificate) REFERENCES death.certificate(id) DEFERRABLE INITIALLY DEFERRED,
  constraint certificate_settled_decision_check CHECK ((decision = ANY (ARRAY['laid'::text, 'called'::text, 'dismissed'::text])))
);
CREATE INDEX death_certificate_settled_death ON death.certificate_settled USING btree (death);

-- covered: in writing, a hold on the case does not keep the body any more; the hold itself stands
create table death.consent (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  body uuid not null,
  hold uuid not null,
  authority text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_consent_once UNIQUE (body, hold),
  constraint consent_pkey PRIMARY KEY (id),
  constraint consent_body_fkey FOREIGN KEY (body) REFERENCES death.body(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX consent_root ON death.consent USING btree (root);

-- covered: each word with a relative: when, how, in which language; what was said stands in the vault
create table death.contact (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  relative uuid not null,
  kind text not null,
  way text not null,
  language text,
  vault uuid not null,
  commitment text not null,
  outcome text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint contact_pkey PRIMARY KEY (id),
  constraint contact_kind_check CHECK ((kind = ANY (ARRAY['notified'::text, 'told'::text, 'asked'::text, 'viewing'::text, 'objection'::text]))),
  constraint contact_outcome_check CHECK ((outcome = ANY (ARRAY['reached'::text, 'no-answer'::text, 'word-left'::text, 'declined'::text])))
);
CREATE INDEX contact_root ON death.contact USING btree (root, at);

-- covered: bodies counted by their wristbands against the book, signed by who counted
create table death.count (
  id uuid not null,
  entry uuid not null,
  morgue text not null,
  expected integer not null,
  found integer not null,
  missing text[] not null,
  surplus text[] not null,
  misplaced text[] not null,
  words text,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint count_pkey PRIMARY KEY (id)
);
CREATE INDEX count_morgue ON death.count USING btree (morgue, at DESC);

-- covered: what a person said to a doubt that the checks raised about cause or manner
create table death.doubt_answer (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  doubt text not null,
  outcome text not null,
  words text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint doubt_answer_pkey PRIMARY KEY (id),
  constraint doubt_answer_outcome_check CHECK ((outcome = ANY (ARRAY['stands'::text, 'corrected'::text])))
);
CREATE INDEX doubt_answer_root ON death.doubt_answer USING btree (root);

-- covered: what was found on the dead, line by line, in the sealed bag that custody follows
create table death.effect (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  bag uuid not null,
  words text not null,
  count integer not null,
  amount numeric,
  currency text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint effect_pkey PRIMARY KEY (id),
  constraint effect_amount_check CHECK ((amount >= (0)::numeric)),
  constraint effect_count_check CHECK ((count > 0))
);
CREATE INDEX effect_root ON death.effect USING btree (root);

-- covered: effects given to a relative or other entitled person, who signed
create table death.effects_release (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  bag uuid not null,
  vault uuid not null,
  commitment text not null,
  relation text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_effects_released_once UNIQUE (bag),
  constraint effects_release_pkey PRIMARY KEY (id)
);
CREATE INDEX effects_release_root ON death.effects_release USING btree (root);

-- covered: an examination as it was ordered, by whose authority; its paper answers the request named here
create table death.examination (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  no integer not null,
  kind text not null,
  request uuid,
  authority text,
  for_whom text,
  pathologist uuid,
  due_on date,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_examination_no UNIQUE (root, no),
  constraint death_examination_request UNIQUE (request),
  constraint examination_pkey PRIMARY KEY (id),
  constraint examination_kind_check CHECK ((kind = ANY (ARRAY['external'::text, 'full'::text, 'limited'::text, 'second'::text, 'exhumation'::text, 'imaging'::text, 'records'::text])))
);

-- covered: begun, ended, read by a second pathologist; the newest row holds
create table death.examination_step (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  examination uuid not null,
  seq integer not null,
  kind text not null,
  state text not null,
  by_person uuid,
  words text,
  at timestamp(3) with time zone not null,
  stature_cm numeric,
  weight_kg numeric,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_examination_step_order UNIQUE (examination, seq),
  constraint examination_step_pkey PRIMARY KEY (id),
  constraint examination_step_examination_fkey FOREIGN KEY (examination) REFERENCES death.examination(id) DEFERRABLE INITIALLY DEFERRED,
  constraint examination_step_kind_check CHECK ((kind = ANY (ARRAY['started'::text, 'finished'::text, 'reviewed'::text, 'returned'::text, 'withdrawn'::text]))),
  constraint examination_step_state_check CHECK ((state = ANY (ARRAY['ordered'::text, 'started'::text, 'finished'::text, 'reviewed'::text, 'withdrawn'::text])))
);

-- covered: a body taken up: by whose order and why, who took charge of it, by what it was known at the grave; who stood by stands in the vault
create table death.exhumation (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  burial uuid not null,
  order_kind text not null,
  order_by text not null,
  order_number text not null,
  order_on date not null,
  why text not null,
  taken_by text not null,
  known_by text not null,
  condition text,
  vault uuid,
  commitment text,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_exhumation_burial UNIQUE (burial),
  constraint exhumation_pkey PRIMARY KEY (id),
  constraint exhumation_burial_fkey FOREIGN KEY (burial) REFERENCES death.burial(id) DEFERRABLE INITIALLY DEFERRED,
  constraint exhumation_order_kind_check CHECK ((order_kind = ANY (ARRAY['court'::text, 'prosecution'::text, 'coroner'::text, 'ministry'::text, 'other'::text])))
);
CREATE INDEX exhumation_root ON death.exhumation USING btree (root);

-- covered: what tells a person apart: of a body as seen, of a missing person as told; a row that withdraws another names it
create table death.feature (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  kind text not null,
  site text,
  words text,
  value numeric,
  spread numeric,
  withdrawn uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint feature_pkey PRIMARY KEY (id),
  constraint feature_kind_check CHECK ((kind = ANY (ARRAY['stature'::text, 'tattoo'::text, 'scar'::text, 'teeth'::text, 'clothing'::text, 'jewellery'::text, 'hair'::text, 'eyes'::text, 'build'::text, 'medical'::text, 'other'::text])))
);
CREATE INDEX feature_root ON death.feature USING btree (root);

-- covered: what was found, section by section of the protocol of its day; the newest row of a section holds
create table death.finding (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  examination uuid not null,
  section text not null,
  seq integer not null,
  form uuid,
  answers jsonb,
  words text,
  corrects uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_finding_order UNIQUE (examination, section, seq),
  constraint finding_pkey PRIMARY KEY (id),
  constraint finding_examination_fkey FOREIGN KEY (examination) REFERENCES death.examination(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: who the dead person is said to be, by whom and by which method; the newest row holds, names stand in the vault
create table death.identity (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  seq integer not null,
  state text not null,
  method text not null,
  vault uuid,
  commitment text,
  said_by uuid,
  said_by_commitment text,
  sex text,
  age numeric,
  age_unit text,
  words text,
  missing uuid,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_identity_order UNIQUE (root, seq),
  constraint identity_pkey PRIMARY KEY (id),
  constraint identity_state_check CHECK ((state = ANY (ARRAY['putative'::text, 'presumed'::text, 'confirmed'::text, 'withdrawn'::text])))
);

-- covered: referred to an inquest, its day, its verdict
create table death.inquest (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  seq integer not null,
  kind text not null,
  court text,
  on_day date,
  jury boolean,
  reason text,
  verdict text,
  number text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_inquest_order UNIQUE (root, seq),
  constraint inquest_pkey PRIMARY KEY (id),
  constraint inquest_kind_check CHECK ((kind = ANY (ARRAY['referred'::text, 'scheduled'::text, 'verdict'::text])))
);

-- covered: what was found out about a death, section by section of the forms of its day (history, ambulance, by circumstance), with the topics of the words; the newest row of a section holds
create table death.inquiry (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  section text not null,
  seq integer not null,
  form uuid,
  answers jsonb,
  words text,
  topics text[] not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_inquiry_order UNIQUE (root, section, seq),
  constraint inquiry_pkey PRIMARY KEY (id)
);
CREATE INDEX inquiry_topics ON death.inquiry USING gin (topics);

-- covered: taken on or declined, under which law and by whose order; the newest row holds, the number stands on the first acceptance
create table death.jurisdiction (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  seq integer not null,
  decision text not null,
  number text,
  profile text,
  case_root uuid,
  authority_kind text,
  authority text,
  authority_by text,
  authority_at timestamp(3) with time zone,
  reason text,
  words text,
  signs text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_jurisdiction_order UNIQUE (root, seq),
  constraint death_number UNIQUE (number),
  constraint jurisdiction_pkey PRIMARY KEY (id),
  constraint jurisdiction_authority_kind_check CHECK ((authority_kind = ANY (ARRAY['order'::text, 'emergency'::text, 'own'::text]))),
  constraint jurisdiction_decision_check CHECK ((decision = ANY (ARRAY['accepted'::text, 'declined'::text])))
);
CREATE INDEX death_jurisdiction_case ON death.jurisdiction USING btree (case_root);

-- covered: results of a laboratory outside that were laid to a death; the id is the message's, which holds them as they were written
create table death.lab_arrival (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text,
  sender text,
  panel text,
  results integer not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint lab_arrival_pkey PRIMARY KEY (id)
);
CREATE INDEX lab_arrival_root ON death.lab_arrival USING btree (root);

-- covered: what was asked of a section about specimens of a death; whether the cause waits for it
create table death.lab_order (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  examination uuid,
  request uuid not null,
  discipline text not null,
  things uuid[] not null,
  holds_cause boolean not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_order_request UNIQUE (request),
  constraint lab_order_pkey PRIMARY KEY (id),
  constraint lab_order_examination_fkey FOREIGN KEY (examination) REFERENCES death.examination(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX lab_order_root ON death.lab_order USING btree (root);

-- covered: a pathologist read what was answered, and says whether it reflects the time of the event; the newest of a request or arrival holds
create table death.lab_reading (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  request uuid,
  arrival uuid,
  conclusions uuid[] not null,
  reflects text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint lab_reading_pkey PRIMARY KEY (id),
  constraint lab_reading_arrival_fkey FOREIGN KEY (arrival) REFERENCES death.lab_arrival(id) DEFERRABLE INITIALLY DEFERRED,
  constraint death_reading_of_one CHECK (((request IS NULL) <> (arrival IS NULL))),
  constraint lab_reading_reflects_check CHECK ((reflects = ANY (ARRAY['event'::text, 'treatment'::text, 'unknown'::text])))
);
CREATE INDEX lab_reading_root ON death.lab_reading USING btree (root);

-- covered: the manner of death as the opinion of whoever gives it, with how an injury happened; the newest row holds
create table death.manner (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  seq integer not null,
  manner text not null,
  how text,
  injury_at_work boolean,
  transport_role text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_manner_order UNIQUE (root, seq),
  constraint manner_pkey PRIMARY KEY (id)
);

-- covered: a body compared with a missing person: proposed with its reasons, confirmed, excluded; the newest row of a pair holds
create table death.match (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  missing uuid not null,
  seq integer not null,
  state text not null,
  score integer,
  reasons jsonb,
  method text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_match_order UNIQUE (root, missing, seq),
  constraint match_pkey PRIMARY KEY (id),
  constraint match_missing_fkey FOREIGN KEY (missing) REFERENCES death.missing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint match_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'excluded'::text])))
);
CREATE INDEX match_missing ON death.match USING btree (missing);

-- covered: persons who are missed: name, who misses them and how to reach them stand in the vault
create table death.missing (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text not null,
  vault uuid not null,
  commitment text not null,
  sex text,
  age_from integer,
  age_to integer,
  seen_on text,
  district text,
  seen_text text,
  unit uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_missing_number UNIQUE (number),
  constraint missing_pkey PRIMARY KEY (id)
);

-- covered: who of office was told of a death, when and with what outcome
create table death.notification (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  whom text not null,
  name text not null,
  way text not null,
  at timestamp(3) with time zone not null,
  outcome text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint notification_pkey PRIMARY KEY (id),
  constraint notification_outcome_check CHECK ((outcome = ANY (ARRAY['reached'::text, 'no-answer'::text, 'word-left'::text, 'comes'::text, 'declined'::text])))
);
CREATE INDEX notification_root ON death.notification USING btree (root, at);

-- covered: organs as weighed and described; retained or given back; the newest row of an organ holds
create table death.organ (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  examination uuid not null,
  organ text not null,
  seq integer not null,
  weight_g numeric,
  absent text,
  words text,
  retained boolean not null,
  returned boolean not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_organ_order UNIQUE (examination, organ, seq),
  constraint organ_pkey PRIMARY KEY (id),
  constraint organ_examination_fkey FOREIGN KEY (examination) REFERENCES death.examination(id) DEFERRABLE INITIALLY DEFERRED,
  constraint organ_absent_check CHECK ((absent = ANY (ARRAY['unknown'::text, 'not-applicable'::text, 'not-yet-determined'::text]))),
  constraint organ_weight_g_check CHECK ((weight_g > (0)::numeric))
);

-- covered: what an office goes on with when the power is gone: bodies, open deaths, whom to reach and blank sheets, as one file by its hash, and the medium on which it is kept
create table death.pack (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  unit uuid,
  morgue text,
  medium text not null,
  bodies integer not null,
  deaths integer not null,
  people integer not null,
  roots uuid[] not null,
  file text not null,
  size integer not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint pack_pkey PRIMARY KEY (id)
);

-- covered: a blank sheet of a pack, by the code on it
create table death.pack_sheet (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  pack uuid not null,
  kind text not null,
  code text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_pack_sheet_code UNIQUE (code),
  constraint pack_sheet_pkey PRIMARY KEY (id),
  constraint pack_sheet_pack_fkey FOREIGN KEY (pack) REFERENCES death.pack(id) DEFERRABLE INITIALLY DEFERRED,
  constraint pack_sheet_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'bodies'::text, 'effects'::text, 'temperatures'::text])))
);

-- covered: papers without which no body leaves, and clearances: asked for, given, refused; the newest row of a kind holds
create table death.paper (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  kind text not null,
  seq integer not null,
  state text not null,
  number text,
  by_name text,
  signed boolean not null,
  words text,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_paper_order UNIQUE (root, kind, seq),
  constraint paper_pkey PRIMARY KEY (id),
  constraint paper_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'pending'::text, 'approved'::text, 'rejected'::text])))
);

-- covered: a photograph, radiograph, fingerprint or document of a body: the file by its SHA-256, and what it says of itself; the name of a patient in it stays in the file
create table death.picture (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  examination uuid not null,
  no integer not null,
  kind text not null,
  file text not null,
  file_name text not null,
  size bigint not null,
  form text not null,
  frames integer not null,
  told jsonb not null,
  said jsonb not null,
  view text,
  wound integer,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_picture_no UNIQUE (examination, no),
  constraint death_picture_once UNIQUE (examination, file),
  constraint picture_pkey PRIMARY KEY (id),
  constraint picture_examination_fkey FOREIGN KEY (examination) REFERENCES death.examination(id) DEFERRABLE INITIALLY DEFERRED,
  constraint picture_file_check CHECK ((file ~ '^[0-9a-f]{64}$'::text)),
  constraint picture_form_check CHECK ((form = ANY (ARRAY['dicom'::text, 'image'::text, 'other'::text]))),
  constraint picture_kind_check CHECK ((kind = ANY (ARRAY['photograph'::text, 'radiograph'::text, 'fingerprint'::text, 'document'::text])))
);
CREATE INDEX picture_root ON death.picture USING btree (root);

-- covered: last seen alive, injured, died, found: where and when, as far as known; the newest row of a kind holds
create table death.place (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  kind text not null,
  seq integer not null,
  on_text text,
  time_text text,
  approximate boolean not null,
  at_absent text,
  absent text,
  district text,
  settlement text,
  text text,
  latitude numeric,
  longitude numeric,
  by_whom text,
  how text,
  condition text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_place_order UNIQUE (root, kind, seq),
  constraint place_pkey PRIMARY KEY (id),
  constraint place_absent_check CHECK ((absent = ANY (ARRAY['unknown'::text, 'not-applicable'::text, 'not-yet-determined'::text]))),
  constraint place_at_absent_check CHECK ((at_absent = ANY (ARRAY['unknown'::text, 'not-applicable'::text, 'not-yet-determined'::text]))),
  constraint place_kind_check CHECK ((kind = ANY (ARRAY['last-alive'::text, 'injury'::text, 'death'::text, 'found'::text])))
);

-- covered: temperatures of the units of a morgue, as read
create table death.reading (
  id uuid not null,
  entry uuid not null,
  place uuid not null,
  celsius numeric not null,
  at timestamp(3) with time zone not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint reading_pkey PRIMARY KEY (id)
);
CREATE INDEX reading_place ON death.reading USING btree (place, at DESC);

-- covered: relatives, how to reach them and in which language; whether they may receive; the newest row holds
create table death.relative (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  relative uuid not null,
  seq integer not null,
  vault uuid not null,
  commitment text not null,
  relation text not null,
  language text,
  entitled boolean not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_relative_order UNIQUE (relative, seq),
  constraint relative_pkey PRIMARY KEY (id)
);
CREATE INDEX relative_root ON death.relative USING btree (root);

-- covered: the body given to a named person, who signed, on the papers that stood
create table death.release (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  vault uuid not null,
  commitment text not null,
  to_kind text not null,
  papers text[] not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  stay integer,
  constraint release_pkey PRIMARY KEY (id),
  constraint release_stay_check CHECK ((stay > 1)),
  constraint release_to_kind_check CHECK ((to_kind = ANY (ARRAY['relative'::text, 'funeral-home'::text, 'authority'::text, 'other'::text])))
);
CREATE UNIQUE INDEX death_released_once ON death.release USING btree (root, COALESCE(stay, 1));

-- covered: the call that was written on a sheet of a pack came in, once
create table death.sheet_entered (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  sheet uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_sheet_entered_once UNIQUE (sheet),
  constraint sheet_entered_pkey PRIMARY KEY (id),
  constraint sheet_entered_sheet_fkey FOREIGN KEY (sheet) REFERENCES death.pack_sheet(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: what was taken from a body, straight into custody: specimens for the bench, and exhibits recovered such as bullets
create table death.specimen (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  examination uuid,
  thing uuid not null,
  kind text not null,
  site text,
  container text,
  additive text,
  condition text,
  recovered boolean not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_specimen_thing UNIQUE (thing),
  constraint specimen_pkey PRIMARY KEY (id),
  constraint specimen_examination_fkey FOREIGN KEY (examination) REFERENCES death.examination(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX specimen_root ON death.specimen USING btree (root);

-- derived: each death as it stands now, from the covered rows of death
create table death.standing (
  root uuid not null,
  call_number text not null,
  number text,
  state text not null,
  unit uuid,
  setting text not null,
  circumstances text[] not null,
  sex text,
  age numeric,
  age_unit text,
  minor boolean not null,
  profile text,
  case_root uuid,
  reason text,
  signs text,
  district text,
  called_at timestamp(3) with time zone not null,
  decided_at timestamp(3) with time zone,
  body uuid,
  body_at timestamp(3) with time zone,
  identity text not null default 'none'::text,
  named uuid,
  released_at timestamp(3) with time zone,
  unclaimed boolean not null default false,
  examination text,
  cause text,
  manner text,
  constraint standing_pkey PRIMARY KEY (root)
);
CREATE INDEX standing_called ON death.standing USING btree (called_at DESC, root DESC);
CREATE INDEX standing_case ON death.standing USING btree (case_root) WHERE (case_root IS NOT NULL);
CREATE INDEX standing_manner ON death.standing USING btree (manner) WHERE (manner IS NOT NULL);
CREATE INDEX standing_number ON death.standing USING btree (number);
CREATE INDEX standing_unidentified ON death.standing USING btree (called_at DESC) WHERE ((state = 'accepted'::text) AND (identity <> 'confirmed'::text));

-- covered: nobody has claimed this body: which notices were given, and on whose authority what follows
create table death.unclaimed (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  notices text not null,
  authority text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint unclaimed_pkey PRIMARY KEY (id)
);

-- covered: a numbered wound at its place on a body diagram; the newest row of a number holds, a number is never used again
create table death.wound (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  examination uuid not null,
  no integer not null,
  seq integer not null,
  diagram text not null,
  x numeric not null,
  y numeric not null,
  kind text not null,
  size_mm numeric,
  depth_mm numeric,
  words text,
  removed boolean not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint death_wound_order UNIQUE (examination, no, seq),
  constraint wound_pkey PRIMARY KEY (id),
  constraint wound_examination_fkey FOREIGN KEY (examination) REFERENCES death.examination(id) DEFERRABLE INITIALLY DEFERRED,
  constraint wound_x_check CHECK (((x >= (0)::numeric) AND (x <= (1000)::numeric))),
  constraint wound_y_check CHECK (((y >= (0)::numeric) AND (y <= (2000)::numeric)))
);

create view death.public_case as
 SELECT DISTINCT root,
    case_root
   FROM death.jurisdiction
  WHERE case_root IS NOT NULL;

create view death.public_over_time as
 SELECT m.root,
    m.at,
    j.case_root,
    COALESCE(j.decision, 'open'::text) = 'accepted'::text AS accepted,
    c.setting,
    COALESCE(i.sex, c.sex) AS sex,
        CASE COALESCE(
            CASE
                WHEN i.age IS NOT NULL THEN i.age_unit
                ELSE NULL::text
            END, c.age_unit)
            WHEN 'years'::text THEN trunc(COALESCE(i.age, c.age))::integer
            ELSE
            CASE
                WHEN COALESCE(i.age, c.age) IS NOT NULL THEN 0
                ELSE NULL::integer
            END
        END AS age,
    p.district,
    p.settlement,
    COALESCE(d.on_text, to_char(c.ended_at, 'YYYY-MM-DD'::text)) AS on_text,
    d.time_text,
    mn.manner,
    mn.transport_role,
    k.status AS cause,
    e.kind AS examined,
    COALESCE(e.done, false) AS examination_done
   FROM ( SELECT call.root,
            call.recorded_at AS at
           FROM death.call
        UNION
         SELECT jurisdiction.root,
            jurisdiction.recorded_at
           FROM death.jurisdiction
        UNION
         SELECT place.root,
            place.recorded_at
           FROM death.place
        UNION
         SELECT identity.root,
            identity.recorded_at
           FROM death.identity
        UNION
         SELECT cause.root,
            cause.recorded_at
           FROM death.cause
        UNION
         SELECT manner.root,
            manner.recorded_at
           FROM death.manner
        UNION
         SELECT examination.root,
            examination.recorded_at
           FROM death.examination
        UNION
         SELECT examination_step.root,
            examination_step.recorded_at
           FROM death.examination_step) m
     JOIN death.call c ON c.root = m.root AND c.recorded_at <= m.at
     LEFT JOIN LATERAL ( SELECT x.id,
            x.entry,
            x.root,
            x.seq,
            x.decision,
            x.number,
            x.profile,
            x.case_root,
            x.authority_kind,
            x.authority,
            x.authority_by,
            x.authority_at,
            x.reason,
            x.words,
            x.signs,
            x.recorded_at,
            x.recorded_by
           FROM death.jurisdiction x
          WHERE x.root = m.root AND x.recorded_at <= m.at
          ORDER BY x.seq DESC
         LIMIT 1) j ON true
     LEFT JOIN LATERAL ( SELECT x.district,
            x.settlement
           FROM death.place x
          WHERE x.root = m.root AND x.recorded_at <= m.at AND x.district IS NOT NULL
          ORDER BY (array_position(ARRAY['injury'::text, 'death'::text, 'found'::text, 'last-alive'::text], x.kind)), x.seq DESC
         LIMIT 1) p ON true
     LEFT JOIN LATERAL ( SELECT x.on_text,
            x.time_text
           FROM death.place x
          WHERE x.root = m.root AND x.recorded_at <= m.at AND x.kind = 'death'::text
          ORDER BY x.seq DESC
         LIMIT 1) d ON true
     LEFT JOIN LATERAL ( SELECT
                CASE
                    WHEN x.state = 'withdrawn'::text THEN NULL::text
                    ELSE x.sex
                END AS sex,
                CASE
                    WHEN x.state = 'withdrawn'::text THEN NULL::numeric
                    ELSE x.age
                END AS age,
            x.age_unit
           FROM death.identity x
          WHERE x.root = m.root AND x.recorded_at <= m.at
          ORDER BY x.seq DESC
         LIMIT 1) i ON true
     LEFT JOIN LATERAL ( SELECT x.status
           FROM death.cause x
          WHERE x.root = m.root AND x.recorded_at <= m.at
          ORDER BY x.seq DESC
         LIMIT 1) k ON true
     LEFT JOIN LATERAL ( SELECT x.manner,
            x.transport_role
           FROM death.manner x
          WHERE x.root = m.root AND x.recorded_at <= m.at
          ORDER BY x.seq DESC
         LIMIT 1) mn ON true
     LEFT JOIN LATERAL ( SELECT x.kind,
            (EXISTS ( SELECT 1
                   FROM death.examination_step t
                  WHERE t.examination = x.id AND t.recorded_at <= m.at AND (t.state = ANY (ARRAY['finished'::text, 'reviewed'::text])))) AS done
           FROM death.examination x
          WHERE x.root = m.root AND x.recorded_at <= m.at AND NOT (EXISTS ( SELECT 1
                   FROM death.examination_step w
                  WHERE w.examination = x.id AND w.kind = 'withdrawn'::text AND w.recorded_at <= m.at))
          ORDER BY (array_position(ARRAY['full'::text, 'second'::text, 'exhumation'::text, 'limited'::text, 'external'::text, 'imaging'::text, 'records'::text], x.kind)), x.no DESC
         LIMIT 1) e ON true;

create view death.public_specimen as
 SELECT root,
    thing,
    kind
   FROM death.specimen;

-- covered: a thing of one case is evidence in another too, and why
create table evidence.also_of (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  other_root uuid not null,
  why text not null,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint also_of_pkey PRIMARY KEY (id),
  constraint also_of_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint also_of_check CHECK ((root <> other_root))
);
CREATE INDEX also_of_other ON evidence.also_of USING btree (other_root);
CREATE INDEX also_of_thing ON evidence.also_of USING btree (thing);

-- covered: a thing is evidence in that other case no more, with the reason
create table evidence.also_of_end (
  id uuid not null,
  entry uuid not null,
  also uuid not null,
  root uuid not null,
  why text not null,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_also_ended_once UNIQUE (also),
  constraint also_of_end_pkey PRIMARY KEY (id),
  constraint also_of_end_also_fkey FOREIGN KEY (also) REFERENCES evidence.also_of(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: the items of an announcement; item is the id that the exhibit will keep
create table evidence.announced_item (
  id uuid not null,
  entry uuid not null,
  announcement uuid not null,
  submission uuid not null,
  root uuid not null,
  item uuid not null,
  position integer not null,
  description text not null,
  type text,
  count integer,
  quantity numeric,
  unit text,
  packaging jsonb,
  seals jsonb not null,
  their_number text,
  hazards text[] not null,
  taken_from uuid,
  taken_place text,
  taken_at timestamp(3) with time zone,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint announced_item_pkey PRIMARY KEY (id),
  constraint announced_item_announcement_fkey FOREIGN KEY (announcement) REFERENCES evidence.announcement(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX announced_item_announcement ON evidence.announced_item USING btree (announcement);
CREATE INDEX announced_item_item ON evidence.announced_item USING btree (item);

-- derived: each announcement as it stands
create table evidence.announced_now (
  submission uuid not null,
  root uuid not null,
  seq integer not null,
  state text not null,
  to_unit uuid not null,
  by_person uuid not null,
  by_unit uuid,
  items integer not null,
  first_at timestamp(3) with time zone not null,
  at timestamp(3) with time zone not null,
  comes_on date,
  ended_at timestamp(3) with time zone,
  constraint announced_now_pkey PRIMARY KEY (submission)
);
CREATE INDEX announced_now_person ON evidence.announced_now USING btree (by_person, first_at DESC, submission DESC);
CREATE INDEX announced_now_unit ON evidence.announced_now USING btree (by_unit, first_at DESC, submission DESC);
CREATE INDEX announced_now_waits ON evidence.announced_now USING btree (to_unit, first_at, submission) WHERE (state = 'announced'::text);

-- covered: photographs that came with an announcement, by the SHA-256 of their bytes
create table evidence.announced_photograph (
  id uuid not null,
  entry uuid not null,
  announcement uuid not null,
  submission uuid not null,
  root uuid not null,
  item uuid not null,
  file text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  shows text not null,
  caption text,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint announced_photograph_pkey PRIMARY KEY (id),
  constraint announced_photograph_announcement_fkey FOREIGN KEY (announcement) REFERENCES evidence.announcement(id) DEFERRABLE INITIALLY DEFERRED,
  constraint announced_photograph_file_check CHECK ((file ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX announced_photograph_announcement ON evidence.announced_photograph USING btree (announcement);

-- covered: what an officer says is coming, before it comes; the newest row of a submission holds; names of people and free words stand in the vault only
create table evidence.announcement (
  id uuid not null,
  entry uuid not null,
  submission uuid not null,
  root uuid not null,
  seq integer not null,
  to_unit uuid not null,
  by_person uuid not null,
  by_name text not null,
  by_unit uuid,
  case_root uuid,
  numbers jsonb not null,
  title text,
  offences text[] not null,
  incident jsonb,
  place jsonb,
  seizure jsonb,
  hands jsonb not null,
  brought_by text,
  comes_on date,
  way text,
  wants jsonb not null,
  vault uuid,
  commitment text,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_announced_once UNIQUE (submission, seq),
  constraint announcement_pkey PRIMARY KEY (id)
);

-- covered: an announcement withdrawn by who made it, or taken up at the counter; seq is the version that was compared
create table evidence.announcement_end (
  id uuid not null,
  entry uuid not null,
  submission uuid not null,
  root uuid not null,
  kind text not null,
  seq integer not null,
  why text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_announcement_ended_once UNIQUE (submission),
  constraint announcement_end_pkey PRIMARY KEY (id),
  constraint announcement_end_kind_check CHECK ((kind = ANY (ARRAY['withdrawn'::text, 'received'::text, 'refused'::text])))
);

-- covered: one word that was changed on many exhibits in one act, and the act that put it back
create table evidence.batch (
  id uuid not null,
  entry uuid not null,
  what text not null,
  code text not null,
  things integer not null,
  reason text not null,
  at timestamp(3) with time zone not null,
  by_name text not null,
  undoes uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_batch_undone_once UNIQUE (undoes),
  constraint batch_pkey PRIMARY KEY (id),
  constraint batch_undoes_fkey FOREIGN KEY (undoes) REFERENCES evidence.batch(id) DEFERRABLE INITIALLY DEFERRED,
  constraint batch_things_check CHECK ((things > 0)),
  constraint batch_what_check CHECK ((what = ANY (ARRAY['type'::text, 'intended'::text, 'hazard'::text])))
);

-- covered: an exhibit that a batch changed, and what stood there before
create table evidence.batch_thing (
  id uuid not null,
  entry uuid not null,
  batch uuid not null,
  thing uuid not null,
  root uuid not null,
  before text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint batch_thing_pkey PRIMARY KEY (id),
  constraint batch_thing_batch_fkey FOREIGN KEY (batch) REFERENCES evidence.batch(id) DEFERRABLE INITIALLY DEFERRED,
  constraint batch_thing_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX batch_thing_batch ON evidence.batch_thing USING btree (batch);

-- covered: things that were in custody already (collected at a scene) and came to the counter with a submission
create table evidence.brought_in (
  id uuid not null,
  entry uuid not null,
  submission uuid not null,
  thing uuid not null,
  root uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_brought_in_once UNIQUE (submission, thing),
  constraint brought_in_pkey PRIMARY KEY (id),
  constraint brought_in_submission_fkey FOREIGN KEY (submission) REFERENCES evidence.submission(id) DEFERRABLE INITIALLY DEFERRED,
  constraint brought_in_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX brought_in_thing ON evidence.brought_in USING btree (thing);

-- covered: one person's own count of money, by currency and face value; two of one round agree or differ, and what differs is counted again
create table evidence.cash_count (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  round integer not null,
  place integer not null,
  person uuid,
  by_name text not null,
  signed text not null,
  lines jsonb not null,
  totals jsonb not null,
  doubtful integer,
  words text,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_cash_counted_once UNIQUE (thing, round, place),
  constraint cash_count_pkey PRIMARY KEY (id),
  constraint cash_count_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint cash_count_place_check CHECK ((place = ANY (ARRAY[1, 2]))),
  constraint cash_count_round_check CHECK ((round > 0)),
  constraint cash_count_signed_check CHECK ((signed = ANY (ARRAY['session'::text, 'pin'::text])))
);

-- covered: what travels with a carrier, to whom, and until when it is expected
create table evidence.consignment (
  id uuid not null,
  entry uuid not null,
  number text not null,
  from_person uuid not null,
  from_name text not null,
  carrier text not null,
  reference text,
  to_unit uuid,
  to_name text not null,
  sent_at timestamp(3) with time zone not null,
  due_at timestamp(3) with time zone not null,
  things integer not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  from_unit uuid,
  constraint evidence_consignment_number UNIQUE (number),
  constraint consignment_pkey PRIMARY KEY (id)
);

-- covered: what examination used up
create table evidence.consumption (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  amount numeric,
  unit text,
  whole boolean not null,
  why text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint consumption_pkey PRIMARY KEY (id),
  constraint consumption_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint consumption_amount_check CHECK ((amount > (0)::numeric))
);
CREATE INDEX consumption_thing ON evidence.consumption USING btree (thing);

-- covered: what a party answered who was told that a thing will be used up; the newest holds
create table evidence.consumption_answer (
  id uuid not null,
  entry uuid not null,
  notice uuid not null,
  root uuid not null,
  answer text not null,
  words text not null,
  document text,
  on_day date not null,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint consumption_answer_pkey PRIMARY KEY (id),
  constraint consumption_answer_notice_fkey FOREIGN KEY (notice) REFERENCES evidence.consumption_notice(id) DEFERRABLE INITIALLY DEFERRED,
  constraint consumption_answer_answer_check CHECK ((answer = ANY (ARRAY['consents'::text, 'objects'::text, 'asks-part'::text, 'court-allows'::text])))
);
CREATE INDEX consumption_answer_notice ON evidence.consumption_answer USING btree (notice);

-- covered: a party was told that examination will use up a thing, and until which day it is waited for an answer
create table evidence.consumption_notice (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  party text not null,
  name text not null,
  way text not null,
  why text not null,
  amount numeric,
  unit text,
  wait_until date not null,
  short_because text,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint consumption_notice_pkey PRIMARY KEY (id),
  constraint consumption_notice_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX consumption_notice_thing ON evidence.consumption_notice USING btree (thing);

-- covered: a part of a sample was offered to the person concerned, and taken or declined
create table evidence.counter_sample (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  party uuid not null,
  answer text not null,
  part uuid,
  to_name text,
  words text,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint counter_sample_pkey PRIMARY KEY (id),
  constraint counter_sample_part_fkey FOREIGN KEY (part) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint counter_sample_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint counter_sample_answer_check CHECK ((answer = ANY (ARRAY['taken'::text, 'declined'::text])))
);
CREATE INDEX counter_sample_root ON evidence.counter_sample USING btree (root);

-- covered: what a custody entry should have said; the entry itself stays and both are shown
create table evidence.custody_correction (
  id uuid not null,
  entry uuid not null,
  event uuid not null,
  thing uuid not null,
  root uuid not null,
  at timestamp(3) with time zone,
  gave_at timestamp(3) with time zone,
  purpose text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint custody_correction_pkey PRIMARY KEY (id),
  constraint custody_correction_event_fkey FOREIGN KEY (event) REFERENCES evidence.custody_event(id) DEFERRABLE INITIALLY DEFERRED,
  constraint custody_correction_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX custody_correction_thing ON evidence.custody_correction USING btree (thing);

-- covered: every change of hands, each carrying the whole standing after it; from one hand to the next the order is seq, so a chain cannot fork
create table evidence.custody_event (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  seq integer not null,
  kind text not null,
  state text not null,
  from_kind text,
  from_id uuid,
  from_name text,
  from_where text,
  to_kind text,
  to_id uuid,
  to_name text,
  to_where text,
  gave_at timestamp(3) with time zone,
  at timestamp(3) with time zone not null,
  gave_by uuid,
  took_by uuid,
  witness uuid,
  witness_name text,
  hand_over uuid,
  consignment uuid,
  due_at timestamp(3) with time zone,
  purpose text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  gave_sign uuid,
  took_sign uuid,
  constraint evidence_one_holder UNIQUE (thing, seq),
  constraint custody_event_pkey PRIMARY KEY (id),
  constraint custody_event_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint custody_event_from_kind_check CHECK ((from_kind = ANY (ARRAY['person'::text, 'place'::text, 'carrier'::text]))),
  constraint custody_event_kind_check CHECK ((kind = ANY (ARRAY['before'::text, 'received'::text, 'taken'::text, 'accepted'::text, 'passed'::text, 'stored'::text, 'retrieved'::text, 'left'::text, 'taken-in'::text, 'dispatched'::text, 'arrived'::text, 'to-court'::text, 'from-court'::text, 'tendered'::text, 'missing'::text, 'found'::text, 'returned'::text, 'refused'::text, 'consumed'::text, 'void'::text, 'disposed'::text, 'registered'::text, 'exhumed'::text]))),
  constraint custody_event_state_check CHECK ((state = ANY (ARRAY['received'::text, 'held'::text, 'stored'::text, 'left'::text, 'in-transit'::text, 'at-court'::text, 'missing'::text, 'returned'::text, 'consumed'::text, 'void'::text, 'disposed'::text]))),
  constraint custody_event_to_kind_check CHECK ((to_kind = ANY (ARRAY['person'::text, 'place'::text, 'carrier'::text])))
);
CREATE INDEX custody_event_consignment ON evidence.custody_event USING btree (consignment) WHERE (consignment IS NOT NULL);

-- covered: what the thing is, in words; the newest row holds, the first is never lost
create table evidence.description (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  seq integer not null,
  corrects uuid,
  type text,
  words text not null,
  quantity numeric,
  unit text,
  count integer,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_description_order UNIQUE (thing, seq),
  constraint description_pkey PRIMARY KEY (id),
  constraint description_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX description_words ON evidence.description USING gin (words gin_trgm_ops);

-- covered: what did not agree with the paper, as seen; never corrected silently
create table evidence.discrepancy (
  id uuid not null,
  entry uuid not null,
  thing uuid,
  submission uuid,
  root uuid not null,
  kind text not null,
  expected text,
  found text,
  words text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint discrepancy_pkey PRIMARY KEY (id),
  constraint discrepancy_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX discrepancy_submission ON evidence.discrepancy USING btree (submission) WHERE (submission IS NOT NULL);
CREATE INDEX discrepancy_thing ON evidence.discrepancy USING btree (thing);

-- covered: proposals to dispose of things of one case, with the rule that says so
create table evidence.disposal (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text not null,
  action text not null,
  rule text not null,
  rule_id uuid not null,
  words text,
  answer_by date not null,
  things integer not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_disposal_number UNIQUE (number),
  constraint disposal_pkey PRIMARY KEY (id),
  constraint disposal_action_check CHECK ((action = ANY (ARRAY['destroy'::text, 'return-owner'::text, 'return-agency'::text, 'forfeit'::text])))
);
CREATE INDEX disposal_root ON evidence.disposal USING btree (root);

-- covered: the signed paper on what was destroyed or given back, by SHA-256 of its bytes
create table evidence.disposal_certificate (
  id uuid not null,
  entry uuid not null,
  disposal uuid not null,
  root uuid not null,
  number text not null,
  action text not null,
  method text,
  place text not null,
  receiver text,
  words text,
  file text not null,
  size bigint not null,
  signer uuid not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_disposal_certificate_number UNIQUE (number),
  constraint disposal_certificate_pkey PRIMARY KEY (id),
  constraint disposal_certificate_disposal_fkey FOREIGN KEY (disposal) REFERENCES evidence.disposal(id) DEFERRABLE INITIALLY DEFERRED,
  constraint disposal_certificate_file_check CHECK ((file ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX disposal_certificate_of ON evidence.disposal_certificate USING btree (disposal);

-- covered: the order of a court or of the law, with its document by SHA-256
create table evidence.disposal_order (
  id uuid not null,
  entry uuid not null,
  disposal uuid not null,
  root uuid not null,
  number text not null,
  court text not null,
  on_day date not null,
  file text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint disposal_order_pkey PRIMARY KEY (id),
  constraint disposal_order_disposal_fkey FOREIGN KEY (disposal) REFERENCES evidence.disposal(id) DEFERRABLE INITIALLY DEFERRED,
  constraint disposal_order_file_check CHECK ((file ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX disposal_order_of ON evidence.disposal_order USING btree (disposal);

-- covered: the officer's answer, each approval, and what ended a proposal
create table evidence.disposal_step (
  id uuid not null,
  entry uuid not null,
  disposal uuid not null,
  root uuid not null,
  seq integer not null,
  kind text not null,
  keep_until date,
  words text,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_disposal_step_order UNIQUE (disposal, seq),
  constraint disposal_step_pkey PRIMARY KEY (id),
  constraint disposal_step_disposal_fkey FOREIGN KEY (disposal) REFERENCES evidence.disposal(id) DEFERRABLE INITIALLY DEFERRED,
  constraint disposal_step_kind_check CHECK ((kind = ANY (ARRAY['agreed'::text, 'kept'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
);

-- covered: the things of a proposal, each with the day from which the rule allows it
create table evidence.disposal_thing (
  id uuid not null,
  entry uuid not null,
  disposal uuid not null,
  thing uuid not null,
  root uuid not null,
  due_on date not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_disposal_thing_once UNIQUE (disposal, thing),
  constraint disposal_thing_pkey PRIMARY KEY (id),
  constraint disposal_thing_disposal_fkey FOREIGN KEY (disposal) REFERENCES evidence.disposal(id) DEFERRABLE INITIALLY DEFERRED,
  constraint disposal_thing_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX disposal_thing_thing ON evidence.disposal_thing USING btree (thing);

-- covered: who stood by, and how each signed: with the own PIN or on the device of the house
create table evidence.disposal_witness (
  id uuid not null,
  entry uuid not null,
  certificate uuid not null,
  root uuid not null,
  person uuid,
  name text not null,
  place text,
  document text,
  sign uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint disposal_witness_pkey PRIMARY KEY (id),
  constraint disposal_witness_certificate_fkey FOREIGN KEY (certificate) REFERENCES evidence.disposal_certificate(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX disposal_witness_of ON evidence.disposal_witness USING btree (certificate);

-- covered: how each thing left for good, and what it weighed then
create table evidence.disposition (
  id uuid not null,
  entry uuid not null,
  disposal uuid not null,
  certificate uuid not null,
  thing uuid not null,
  root uuid not null,
  expected numeric,
  weighed numeric,
  unit text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_disposed_once UNIQUE (thing),
  constraint disposition_pkey PRIMARY KEY (id),
  constraint disposition_certificate_fkey FOREIGN KEY (certificate) REFERENCES evidence.disposal_certificate(id) DEFERRABLE INITIALLY DEFERRED,
  constraint disposition_disposal_fkey FOREIGN KEY (disposal) REFERENCES evidence.disposal(id) DEFERRABLE INITIALLY DEFERRED,
  constraint disposition_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX disposition_of ON evidence.disposition USING btree (disposal);

-- covered: the reason given for a discrepancy, gap or contradiction; the finding stays, with its explanation
create table evidence.explanation (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  about text not null,
  words text not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  witness uuid,
  witness_name text,
  constraint explanation_pkey PRIMARY KEY (id),
  constraint explanation_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX explanation_thing ON evidence.explanation USING btree (thing);

-- covered: found in a place on a day, history before unknown; the opening of the store under which it was found, where there was one
create table evidence.found_here (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  place uuid not null,
  opening uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint found_here_pkey PRIMARY KEY (id),
  constraint found_here_opening_fkey FOREIGN KEY (opening) REFERENCES evidence.store_opening(id) DEFERRABLE INITIALLY DEFERRED,
  constraint found_here_place_fkey FOREIGN KEY (place) REFERENCES evidence.location(id) DEFERRABLE INITIALLY DEFERRED,
  constraint found_here_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX found_here_thing ON evidence.found_here USING btree (thing);

-- covered: an offer to another person; nothing moves until that person accepts
create table evidence.hand_over (
  id uuid not null,
  entry uuid not null,
  from_person uuid not null,
  from_name text not null,
  to_person uuid,
  to_name text not null,
  to_where text,
  purpose text,
  words text,
  at timestamp(3) with time zone not null,
  things integer not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint hand_over_pkey PRIMARY KEY (id)
);

-- covered: accepted or declined by the one it was offered to, or withdrawn by the one who offered
create table evidence.hand_over_answer (
  id uuid not null,
  entry uuid not null,
  hand_over uuid not null,
  thing uuid not null,
  root uuid not null,
  answer text not null,
  code text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_answered_once UNIQUE (hand_over, thing),
  constraint hand_over_answer_pkey PRIMARY KEY (id),
  constraint hand_over_answer_hand_over_fkey FOREIGN KEY (hand_over) REFERENCES evidence.hand_over(id) DEFERRABLE INITIALLY DEFERRED,
  constraint hand_over_answer_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint hand_over_answer_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE INDEX hand_over_answer_thing ON evidence.hand_over_answer USING btree (thing);

-- derived: offers that nobody has answered yet; a thing is offered to one person at a time
create table evidence.hand_over_open (
  thing uuid not null,
  hand_over uuid not null,
  root uuid not null,
  from_person uuid not null,
  to_person uuid not null,
  at timestamp(3) with time zone not null,
  constraint hand_over_open_pkey PRIMARY KEY (thing)
);
CREATE INDEX hand_over_open_from ON evidence.hand_over_open USING btree (from_person);
CREATE INDEX hand_over_open_offer ON evidence.hand_over_open USING btree (hand_over);
CREATE INDEX hand_over_open_to ON evidence.hand_over_open USING btree (to_person);

-- covered: the things of an offer
create table evidence.hand_over_thing (
  id uuid not null,
  entry uuid not null,
  hand_over uuid not null,
  thing uuid not null,
  root uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_offered_once UNIQUE (hand_over, thing),
  constraint hand_over_thing_pkey PRIMARY KEY (id),
  constraint hand_over_thing_hand_over_fkey FOREIGN KEY (hand_over) REFERENCES evidence.hand_over(id) DEFERRABLE INITIALLY DEFERRED,
  constraint hand_over_thing_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX hand_over_thing_thing ON evidence.hand_over_thing USING btree (thing);

-- covered: dangers to whoever opens it; the newest row of a hazard holds
create table evidence.hazard_flag (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  seq integer not null,
  hazard text not null,
  state text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  witness uuid,
  witness_name text,
  constraint evidence_hazard_order UNIQUE (thing, hazard, seq),
  constraint hazard_flag_pkey PRIMARY KEY (id),
  constraint hazard_flag_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint hazard_flag_state_check CHECK ((state = ANY (ARRAY['flagged'::text, 'cleared'::text, 'made-safe'::text])))
);

-- covered: what is meant to become of a thing when the case needs it no more; the newest row holds
create table evidence.intention (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  seq integer not null,
  disposition text,
  words text,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_intention_order UNIQUE (thing, seq),
  constraint intention_pkey PRIMARY KEY (id),
  constraint intention_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: a collection kit by its serial number, with what it holds by the version of its template
create table evidence.kit (
  id uuid not null,
  entry uuid not null,
  number text not null,
  kit text not null,
  definition uuid not null,
  en text not null,
  es text not null,
  contents jsonb not null,
  expires_on date,
  lot text,
  unit uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_kit_number UNIQUE (number),
  constraint kit_pkey PRIMARY KEY (id)
);

-- covered: a kit was issued, used or returned; the newest says how it stands
create table evidence.kit_event (
  id uuid not null,
  entry uuid not null,
  kit uuid not null,
  seq integer not null,
  kind text not null,
  unit uuid,
  unit_name text,
  person uuid,
  person_name text,
  root uuid,
  thing uuid,
  condition text,
  words text,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_kit_event_order UNIQUE (kit, seq),
  constraint kit_event_pkey PRIMARY KEY (id),
  constraint kit_event_kit_fkey FOREIGN KEY (kit) REFERENCES evidence.kit(id) DEFERRABLE INITIALLY DEFERRED,
  constraint kit_event_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint kit_event_condition_check CHECK ((condition = ANY (ARRAY['unused'::text, 'damaged'::text, 'expired'::text]))),
  constraint kit_event_kind_check CHECK ((kind = ANY (ARRAY['issued'::text, 'used'::text, 'returned'::text])))
);
CREATE INDEX kit_event_thing ON evidence.kit_event USING btree (thing) WHERE (thing IS NOT NULL);

-- covered: every print of a label; a second copy says why in its entry
create table evidence.label (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  copy integer not null,
  format text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_label_copy UNIQUE (thing, copy),
  constraint label_pkey PRIMARY KEY (id),
  constraint label_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: sealed exhibits left in a temporary place after hours, or the items of an announcement, by whom, before whom or with which photograph, and until when they are taken in
create table evidence.leaving (
  id uuid not null,
  entry uuid not null,
  place uuid not null,
  unit uuid not null,
  submission uuid,
  root uuid,
  left_by uuid not null,
  left_by_name text not null,
  left_by_where text,
  at timestamp(3) with time zone not null,
  due_at timestamp(3) with time zone not null,
  things integer not null,
  witness uuid,
  witness_name text,
  photograph text,
  photograph_type text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint leaving_pkey PRIMARY KEY (id),
  constraint leaving_place_fkey FOREIGN KEY (place) REFERENCES evidence.location(id) DEFERRABLE INITIALLY DEFERRED,
  constraint leaving_check CHECK (((submission IS NULL) = (root IS NULL))),
  constraint leaving_photograph_check CHECK ((photograph ~ '^[0-9a-f]{64}$'::text)),
  constraint leaving_things_check CHECK ((things > 0))
);
CREATE INDEX leaving_place ON evidence.leaving USING btree (place, at);
CREATE INDEX leaving_submission ON evidence.leaving USING btree (submission) WHERE (submission IS NOT NULL);

-- covered: which exhibits were left together
create table evidence.leaving_thing (
  id uuid not null,
  entry uuid not null,
  leaving uuid not null,
  thing uuid not null,
  root uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint leaving_thing_pkey PRIMARY KEY (id),
  constraint leaving_thing_leaving_fkey FOREIGN KEY (leaving) REFERENCES evidence.leaving(id) DEFERRABLE INITIALLY DEFERRED,
  constraint leaving_thing_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX leaving_thing_leaving ON evidence.leaving_thing USING btree (leaving);
CREATE INDEX leaving_thing_thing ON evidence.leaving_thing USING btree (thing);

-- covered: what somebody says binds two things, how strongly, and on what; also that nothing does
create table evidence.link (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  other uuid not null,
  other_root uuid not null,
  strength text not null,
  basis text not null,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint link_pkey PRIMARY KEY (id),
  constraint link_other_fkey FOREIGN KEY (other) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint link_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint link_check CHECK ((thing <> other)),
  constraint link_strength_check CHECK ((strength = ANY (ARRAY['strong'::text, 'weak'::text, 'absent'::text])))
);
CREATE INDEX link_other ON evidence.link USING btree (other);
CREATE INDEX link_thing ON evidence.link USING btree (thing);

-- covered: a link is taken back, with the reason; it stays on the record
create table evidence.link_end (
  id uuid not null,
  entry uuid not null,
  link uuid not null,
  root uuid not null,
  why text not null,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_link_ended_once UNIQUE (link),
  constraint link_end_pkey PRIMARY KEY (id),
  constraint link_end_link_fkey FOREIGN KEY (link) REFERENCES evidence.link(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: the places of a store, from the site to the box; a place that asks for a witness says so
create table evidence.location (
  id uuid not null,
  entry uuid not null,
  parent uuid,
  unit uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  witness boolean not null,
  capacity integer,
  keeps text[] not null,
  position integer not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  guns boolean,
  temporary text,
  hours integer,
  constraint evidence_location_code UNIQUE (code),
  constraint location_pkey PRIMARY KEY (id),
  constraint location_parent_fkey FOREIGN KEY (parent) REFERENCES evidence.location(id) DEFERRABLE INITIALLY DEFERRED,
  constraint evidence_temporary_has_hours CHECK (((temporary IS NULL) = (hours IS NULL))),
  constraint location_capacity_check CHECK ((capacity > 0)),
  constraint location_hours_check CHECK (((hours >= 1) AND (hours <= 500))),
  constraint location_kind_check CHECK ((kind = ANY (ARRAY['site'::text, 'room'::text, 'rack'::text, 'shelf'::text, 'box'::text, 'safe'::text, 'freezer'::text, 'cupboard'::text, 'locker'::text]))),
  constraint location_temporary_check CHECK ((temporary = ANY (ARRAY['nothing'::text, 'witness'::text, 'photograph'::text, 'either'::text])))
);
CREATE INDEX location_parent ON evidence.location USING btree (parent);

-- derived: how many things stand in each place
create table evidence.location_now (
  location uuid not null,
  things integer not null,
  constraint location_now_pkey PRIMARY KEY (location)
);

-- covered: a thing bears a number that somebody gave by hand, and why none was drawn
create table evidence.own_number (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  why text not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint own_number_pkey PRIMARY KEY (id),
  constraint own_number_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX own_number_thing ON evidence.own_number USING btree (thing);

-- covered: how it came packed, recorded once at intake; certificates take it from the first row, a later difference is a row with its reason
create table evidence.packaging (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  seq integer not null,
  corrects uuid,
  type text not null,
  colour text,
  size text,
  condition text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_packaging_order UNIQUE (thing, seq),
  constraint packaging_pkey PRIMARY KEY (id),
  constraint packaging_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: packed into a container, or taken out (no container); the newest row holds
create table evidence.packing (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  seq integer not null,
  container uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_packing_order UNIQUE (thing, seq),
  constraint packing_pkey PRIMARY KEY (id),
  constraint packing_container_fkey FOREIGN KEY (container) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint packing_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX packing_container ON evidence.packing USING btree (container) WHERE (container IS NOT NULL);

-- covered: the answers to the form of its kind, with the version that was asked; the newest row holds, the first is never lost
create table evidence.particulars (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  seq integer not null,
  form uuid not null,
  answers jsonb not null,
  corrects uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_particulars_seq UNIQUE (thing, seq),
  constraint particulars_pkey PRIMARY KEY (id),
  constraint particulars_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: photographs by the SHA-256 of their bytes
create table evidence.photograph (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  file text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  shows text not null,
  caption text,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint photograph_pkey PRIMARY KEY (id),
  constraint photograph_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint photograph_file_check CHECK ((file ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX photograph_thing ON evidence.photograph USING btree (thing);

-- covered: a swab, cutting, lift or the like recovered from a thing: how and from which area of it
create table evidence.recovery (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  source uuid not null,
  root uuid not null,
  method text not null,
  area text not null,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint recovery_pkey PRIMARY KEY (id),
  constraint recovery_source_fkey FOREIGN KEY (source) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint recovery_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX recovery_thing ON evidence.recovery USING btree (thing);

-- covered: a sample taken from a party of the case, under which consent, order or statute
create table evidence.reference_sample (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  party uuid not null,
  ground text not null,
  document text not null,
  witness uuid,
  witness_name text,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint reference_sample_pkey PRIMARY KEY (id),
  constraint reference_sample_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint reference_sample_ground_check CHECK ((ground = ANY (ARRAY['consent'::text, 'order'::text, 'statute'::text])))
);
CREATE INDEX reference_sample_root ON evidence.reference_sample USING btree (root);

-- covered: a party of the case was asked for a sample and did not give it
create table evidence.refusal_to_give (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  party uuid not null,
  what text not null,
  words text not null,
  witness uuid,
  witness_name text,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint refusal_to_give_pkey PRIMARY KEY (id)
);
CREATE INDEX refusal_to_give_root ON evidence.refusal_to_give USING btree (root);

-- covered: what somebody brought and took away again, each with the reason
create table evidence.refused_item (
  id uuid not null,
  entry uuid not null,
  submission uuid not null,
  root uuid not null,
  description text not null,
  their_number text,
  seal text,
  reason text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  item uuid,
  constraint refused_item_pkey PRIMARY KEY (id),
  constraint refused_item_submission_fkey FOREIGN KEY (submission) REFERENCES evidence.submission(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX refused_item_submission ON evidence.refused_item USING btree (submission);

-- covered: seals, put on here or found at intake
create table evidence.seal (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  number text not null,
  type text,
  found boolean not null,
  applied_by uuid,
  applied_by_name text,
  applied_at timestamp(3) with time zone,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  witness uuid,
  witness_name text,
  constraint seal_pkey PRIMARY KEY (id),
  constraint seal_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX seal_number ON evidence.seal USING btree (number);
CREATE INDEX seal_thing ON evidence.seal USING btree (thing);

-- covered: a seal put on, seen intact, seen damaged, broken
create table evidence.seal_event (
  id uuid not null,
  entry uuid not null,
  seal uuid not null,
  thing uuid not null,
  root uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp(3) with time zone not null,
  by_name text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_seal_order UNIQUE (seal, seq),
  constraint seal_event_pkey PRIMARY KEY (id),
  constraint seal_event_seal_fkey FOREIGN KEY (seal) REFERENCES evidence.seal(id) DEFERRABLE INITIALLY DEFERRED,
  constraint seal_event_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint seal_event_kind_check CHECK ((kind = ANY (ARRAY['applied'::text, 'intact'::text, 'damaged'::text, 'broken'::text])))
);
CREATE INDEX seal_event_thing ON evidence.seal_event USING btree (thing);

-- covered: how the items of a submission were seized: when, where, by whom, from whom, before whom, under which power
create table evidence.seizure (
  id uuid not null,
  entry uuid not null,
  submission uuid not null,
  root uuid not null,
  at timestamp(3) with time zone,
  on_text text,
  place text,
  by_person uuid,
  by_name text,
  from_party uuid,
  from_absent text,
  sealed_by text,
  initialled_by text,
  power text,
  power_absent text,
  authority text,
  vault uuid,
  commitment text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint seizure_pkey PRIMARY KEY (id),
  constraint seizure_from_absent_check CHECK ((from_absent = ANY (ARRAY['unknown'::text, 'not-applicable'::text, 'not-yet-determined'::text]))),
  constraint seizure_power_absent_check CHECK ((power_absent = ANY (ARRAY['unknown'::text, 'not-applicable'::text, 'not-yet-determined'::text])))
);
CREATE INDEX seizure_submission ON evidence.seizure USING btree (submission);

-- covered: a person without an account, or without a PIN at hand, who signed on the device of the other party: what was shown, drawn, photographed
create table evidence.signature (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  side text not null,
  name text not null,
  place text,
  document text,
  drawn text,
  photograph text,
  at timestamp(3) with time zone not null,
  device_of text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint signature_pkey PRIMARY KEY (id),
  constraint evidence_signature_shows CHECK (((document IS NOT NULL) OR (drawn IS NOT NULL) OR (photograph IS NOT NULL))),
  constraint signature_drawn_check CHECK ((drawn ~ '^[0-9a-f]{64}$'::text)),
  constraint signature_photograph_check CHECK ((photograph ~ '^[0-9a-f]{64}$'::text)),
  constraint signature_side_check CHECK ((side = ANY (ARRAY['gave'::text, 'took'::text])))
);

-- covered: a question of the laboratory's list answered of one thing in a count; the newest answer to a question holds
create table evidence.stock_audit (
  id uuid not null,
  entry uuid not null,
  stock_take uuid not null,
  thing uuid not null,
  root uuid not null,
  question text not null,
  answer text not null,
  words text,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint stock_audit_pkey PRIMARY KEY (id),
  constraint stock_audit_stock_take_fkey FOREIGN KEY (stock_take) REFERENCES evidence.stock_take(id) DEFERRABLE INITIALLY DEFERRED,
  constraint stock_audit_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint stock_audit_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'not-applicable'::text])))
);
CREATE INDEX stock_audit_take ON evidence.stock_audit USING btree (stock_take, thing, question, recorded_at);

-- covered: what did not agree when a count was closed, whether a second person looked too, and what was answered
create table evidence.stock_difference (
  id uuid not null,
  entry uuid not null,
  stock_take uuid not null,
  kind text not null,
  thing uuid,
  root uuid,
  text text,
  seal text,
  expected_place uuid,
  found_place uuid,
  twice boolean not null,
  answer text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint stock_difference_pkey PRIMARY KEY (id),
  constraint stock_difference_expected_place_fkey FOREIGN KEY (expected_place) REFERENCES evidence.location(id) DEFERRABLE INITIALLY DEFERRED,
  constraint stock_difference_found_place_fkey FOREIGN KEY (found_place) REFERENCES evidence.location(id) DEFERRABLE INITIALLY DEFERRED,
  constraint stock_difference_stock_take_fkey FOREIGN KEY (stock_take) REFERENCES evidence.stock_take(id) DEFERRABLE INITIALLY DEFERRED,
  constraint stock_difference_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint stock_difference_answer_check CHECK ((answer = ANY (ARRAY['open'::text, 'explained'::text, 'reported-missing'::text]))),
  constraint stock_difference_kind_check CHECK ((kind = ANY (ARRAY['missing'::text, 'misplaced'::text, 'extra'::text, 'duplicate'::text, 'not-ours'::text, 'seal-differs'::text, 'not-counted'::text])))
);
CREATE INDEX stock_difference_take ON evidence.stock_difference USING btree (stock_take, kind);
CREATE INDEX stock_difference_thing ON evidence.stock_difference USING btree (thing) WHERE (thing IS NOT NULL);

-- covered: what stood in a place by the record when the count began, and which of it is to be counted; what is packed counts with its container
create table evidence.stock_expected (
  id uuid not null,
  entry uuid not null,
  stock_take uuid not null,
  place uuid not null,
  things uuid[] not null,
  to_count uuid[] not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_stock_place_once UNIQUE (stock_take, place),
  constraint stock_expected_pkey PRIMARY KEY (id),
  constraint stock_expected_place_fkey FOREIGN KEY (place) REFERENCES evidence.location(id) DEFERRABLE INITIALLY DEFERRED,
  constraint stock_expected_stock_take_fkey FOREIGN KEY (stock_take) REFERENCES evidence.stock_take(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: the signed reconciliation of a count by SHA-256 of its bytes; roots are the cases whose things it names, and who reads it may see all of them
create table evidence.stock_paper (
  id uuid not null,
  entry uuid not null,
  stock_take uuid not null,
  roots uuid[] not null,
  file text not null,
  size bigint not null,
  signer uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_stock_paper_once UNIQUE (stock_take),
  constraint stock_paper_pkey PRIMARY KEY (id),
  constraint stock_paper_stock_take_fkey FOREIGN KEY (stock_take) REFERENCES evidence.stock_take(id) DEFERRABLE INITIALLY DEFERRED,
  constraint stock_paper_file_check CHECK ((file ~ '^[0-9a-f]{64}$'::text))
);

-- covered: every scan of a count, with what it meant when it came in; a scan of the door alone says that the place was counted
create table evidence.stock_scan (
  id uuid not null,
  entry uuid not null,
  stock_take uuid not null,
  round integer not null,
  place uuid not null,
  thing uuid,
  root uuid,
  text text,
  seal text,
  seal_fits boolean,
  verdict text not null,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint stock_scan_pkey PRIMARY KEY (id),
  constraint stock_scan_place_fkey FOREIGN KEY (place) REFERENCES evidence.location(id) DEFERRABLE INITIALLY DEFERRED,
  constraint stock_scan_stock_take_fkey FOREIGN KEY (stock_take) REFERENCES evidence.stock_take(id) DEFERRABLE INITIALLY DEFERRED,
  constraint stock_scan_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint stock_scan_round_check CHECK ((round = ANY (ARRAY[1, 2]))),
  constraint stock_scan_verdict_check CHECK ((verdict = ANY (ARRAY['place'::text, 'right'::text, 'misplaced'::text, 'extra'::text, 'duplicate'::text, 'not-ours'::text, 'seal-differs'::text])))
);
CREATE INDEX stock_scan_place ON evidence.stock_scan USING btree (stock_take, place);
CREATE INDEX stock_scan_thing ON evidence.stock_scan USING btree (stock_take, thing) WHERE (thing IS NOT NULL);

-- covered: a count of a place and all beneath it; head and chance are what a sample was drawn with, so that anybody can draw it again
create table evidence.stock_take (
  id uuid not null,
  entry uuid not null,
  number text not null,
  place uuid not null,
  place_name text not null,
  unit uuid not null,
  mode text not null,
  share integer not null,
  blind boolean not null,
  expected integer not null,
  to_count integer not null,
  head text not null,
  chance text not null,
  at timestamp(3) with time zone not null,
  by_name text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_stock_take_number UNIQUE (number),
  constraint stock_take_pkey PRIMARY KEY (id),
  constraint stock_take_place_fkey FOREIGN KEY (place) REFERENCES evidence.location(id) DEFERRABLE INITIALLY DEFERRED,
  constraint stock_take_chance_check CHECK ((chance ~ '^[0-9a-f]{64}$'::text)),
  constraint stock_take_mode_check CHECK ((mode = ANY (ARRAY['whole'::text, 'sample'::text]))),
  constraint stock_take_share_check CHECK (((share >= 1) AND (share <= 100)))
);
CREATE INDEX stock_take_newest ON evidence.stock_take USING btree (recorded_at DESC, id DESC);

-- covered: the reconciliation that a person signed: how many were right, missing, misplaced, and why it was closed unfinished where it was
create table evidence.stock_take_end (
  id uuid not null,
  entry uuid not null,
  stock_take uuid not null,
  sums jsonb not null,
  at timestamp(3) with time zone not null,
  by_name text not null,
  words text,
  unfinished text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_stock_take_ended_once UNIQUE (stock_take),
  constraint stock_take_end_pkey PRIMARY KEY (id),
  constraint stock_take_end_stock_take_fkey FOREIGN KEY (stock_take) REFERENCES evidence.stock_take(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: a store that was there before this record: from this day on what stands in it is registered as found
create table evidence.store_opening (
  id uuid not null,
  entry uuid not null,
  place uuid not null,
  unit uuid not null,
  at timestamp(3) with time zone not null,
  by_name text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_store_opened_once UNIQUE (place),
  constraint store_opening_pkey PRIMARY KEY (id),
  constraint store_opening_place_fkey FOREIGN KEY (place) REFERENCES evidence.location(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: what somebody brought to the counter, received or refused with a reason (ASTM E1492)
create table evidence.submission (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text not null,
  state text not null,
  unit uuid,
  submitted_by uuid,
  submitted_by_name text not null,
  submitted_by_unit uuid,
  submitted_by_where text,
  way text,
  at timestamp(3) with time zone not null,
  refusal text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  signature uuid,
  signed_by uuid,
  constraint evidence_submission_number UNIQUE (number),
  constraint submission_pkey PRIMARY KEY (id),
  constraint submission_state_check CHECK ((state = ANY (ARRAY['received'::text, 'refused'::text])))
);
CREATE INDEX submission_newest ON evidence.submission USING btree (recorded_at DESC, id DESC);
CREATE INDEX submission_root ON evidence.submission USING btree (root);

-- covered: what was taken from what, and how much
create table evidence.subsample (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  source uuid not null,
  amount numeric,
  unit text,
  how text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint subsample_pkey PRIMARY KEY (id),
  constraint subsample_source_fkey FOREIGN KEY (source) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint subsample_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint subsample_amount_check CHECK ((amount > (0)::numeric))
);
CREATE INDEX subsample_source ON evidence.subsample USING btree (source);

-- covered: a thing was tendered, and is in the custody of the court under its mark until the court gives it back
create table evidence.tendering (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  court text not null,
  mark text not null,
  on_day date not null,
  registry text not null,
  words text,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint tendering_pkey PRIMARY KEY (id),
  constraint tendering_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX tendering_thing ON evidence.tendering USING btree (thing);

-- covered: what is held: items, containers, kits, subsamples; bodies and lots too
create table evidence.thing (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text not null,
  barcode text not null,
  kind text not null,
  submission uuid,
  parent uuid,
  taken_from text,
  taken_at timestamp(3) with time zone,
  taken_on text,
  taken_place text,
  their_number text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_thing_barcode UNIQUE (barcode),
  constraint evidence_thing_number UNIQUE (number),
  constraint thing_pkey PRIMARY KEY (id),
  constraint thing_parent_fkey FOREIGN KEY (parent) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint thing_submission_fkey FOREIGN KEY (submission) REFERENCES evidence.submission(id) DEFERRABLE INITIALLY DEFERRED,
  constraint thing_kind_check CHECK ((kind = ANY (ARRAY['item'::text, 'container'::text, 'kit'::text, 'subsample'::text, 'body'::text, 'lot'::text, 'key'::text])))
);
CREATE INDEX thing_number_begins ON evidence.thing USING btree (number text_pattern_ops);
CREATE INDEX thing_parent ON evidence.thing USING btree (parent) WHERE (parent IS NOT NULL);
CREATE INDEX thing_root ON evidence.thing USING btree (root);
CREATE INDEX thing_submission ON evidence.thing USING btree (submission) WHERE (submission IS NOT NULL);

-- derived: each thing as it stands now, from its newest rows
create table evidence.thing_now (
  thing uuid not null,
  root uuid not null,
  number text not null,
  barcode text not null,
  kind text not null,
  type text,
  words text not null,
  submission uuid,
  parent uuid,
  packed_in uuid,
  state text not null,
  holder_kind text,
  holder uuid,
  holder_name text,
  holder_where text,
  since timestamp(3) with time zone not null,
  due_at timestamp(3) with time zone,
  seq integer not null,
  seals text[] not null,
  hazards text[] not null,
  photograph text,
  born_at timestamp(3) with time zone not null,
  constraint thing_now_pkey PRIMARY KEY (thing)
);
CREATE INDEX thing_now_barcode ON evidence.thing_now USING btree (barcode);
CREATE INDEX thing_now_dangers ON evidence.thing_now USING btree (holder) WHERE ((holder_kind = 'place'::text) AND (hazards <> '{}'::text[]));
CREATE INDEX thing_now_due ON evidence.thing_now USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX thing_now_holder ON evidence.thing_now USING btree (holder, born_at DESC) WHERE (state <> ALL (ARRAY['returned'::text, 'consumed'::text, 'void'::text, 'disposed'::text]));
CREATE INDEX thing_now_newest ON evidence.thing_now USING btree (born_at DESC, thing DESC);
CREATE INDEX thing_now_number ON evidence.thing_now USING btree (number);
CREATE INDEX thing_now_packed ON evidence.thing_now USING btree (packed_in) WHERE (packed_in IS NOT NULL);
CREATE INDEX thing_now_root ON evidence.thing_now USING btree (root);
CREATE INDEX thing_now_state ON evidence.thing_now USING btree (state, born_at DESC, thing DESC) WHERE (state = ANY (ARRAY['received'::text, 'in-transit'::text, 'at-court'::text, 'missing'::text]));

-- covered: gross, tare and net with the tolerance that holds for the balance; the newest row is what there should be
create table evidence.weighing (
  id uuid not null,
  entry uuid not null,
  thing uuid not null,
  root uuid not null,
  seq integer not null,
  corrects uuid,
  gross numeric,
  tare numeric,
  net numeric not null,
  unit text not null,
  tolerance numeric not null,
  equipment uuid,
  witness uuid,
  words text,
  at timestamp(3) with time zone not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint evidence_weighing_order UNIQUE (thing, seq),
  constraint weighing_pkey PRIMARY KEY (id),
  constraint weighing_thing_fkey FOREIGN KEY (thing) REFERENCES evidence.thing(id) DEFERRABLE INITIALLY DEFERRED,
  constraint weighing_net_check CHECK ((net >= (0)::numeric))
);

create view evidence.public_announced as
 SELECT submission,
    root,
    seq,
    state,
    to_unit,
    by_person,
    by_unit,
    items,
    first_at,
    at,
    comes_on,
    ended_at
   FROM evidence.announced_now;

create view evidence.public_custody_event as
 SELECT id,
    entry,
    thing,
    root,
    seq,
    kind,
    state,
    from_kind,
    from_id,
    from_name,
    from_where,
    to_kind,
    to_id,
    to_name,
    to_where,
    gave_at,
    at,
    gave_by,
    took_by,
    witness,
    witness_name,
    hand_over,
    consignment,
    due_at,
    purpose,
    words,
    recorded_at,
    recorded_by,
    gave_sign,
    took_sign
   FROM evidence.custody_event;

create view evidence.public_item as
 SELECT thing,
    root,
    number,
    barcode,
    kind,
    type,
    words,
    submission,
    parent,
    packed_in,
    state,
    holder_kind,
    holder,
    holder_name,
    holder_where,
    since,
    due_at,
    seq,
    seals,
    hazards,
    photograph,
    born_at
   FROM evidence.thing_now;

create view evidence.public_place as
 SELECT l.id,
    l.parent,
    l.unit,
    l.code,
    l.name,
    l.kind,
    l.witness,
    l.keeps,
    l.capacity,
    l."position",
    COALESCE(w.things, 0) AS things
   FROM evidence.location l
     LEFT JOIN evidence.location_now w ON w.location = l.id;

create view evidence.public_reference_sample as
 SELECT thing,
    root,
    party,
    ground,
    document,
    at
   FROM evidence.reference_sample;

create view evidence.public_submission as
 SELECT id,
    entry,
    root,
    number,
    state,
    unit,
    submitted_by,
    submitted_by_name,
    submitted_by_unit,
    submitted_by_where,
    way,
    at,
    refusal,
    words,
    recorded_at,
    recorded_by,
    signature,
    signed_by
   FROM evidence.submission;

create view evidence.public_taken as
 SELECT id AS thing,
    root,
    taken_at
   FROM evidence.thing
  WHERE taken_at IS NOT NULL;

create view evidence.public_transit as
 SELECT d.thing,
    d.root,
    c.id AS consignment,
    c.number,
    c.from_unit,
    c.to_unit,
    c.sent_at,
    c.due_at,
    a.at AS arrived_at,
    a.id IS NOT NULL AND ((EXISTS ( SELECT 1
           FROM evidence.seal_event v
          WHERE v.thing = d.thing AND (v.kind = ANY (ARRAY['damaged'::text, 'broken'::text])) AND v.at = a.at)) OR (EXISTS ( SELECT 1
           FROM evidence.discrepancy x
          WHERE x.thing = d.thing AND x.recorded_at >= a.recorded_at AND NOT (EXISTS ( SELECT 1
                   FROM evidence.explanation e
                  WHERE e.thing = x.thing AND e.about = ('noted:'::text || x.id)))))) AS otherwise
   FROM evidence.custody_event d
     JOIN evidence.consignment c ON c.id = d.consignment
     LEFT JOIN evidence.custody_event a ON a.thing = d.thing AND a.consignment = c.id AND a.kind = 'arrived'::text
  WHERE d.kind = 'dispatched'::text;

-- covered: in which form a partner asked for results and papers, under which agreement; the newest of an agency holds
create table exchange.agreed_form (
  id uuid not null,
  entry uuid not null,
  agency uuid not null,
  agreement uuid not null,
  form text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint agreed_form_pkey PRIMARY KEY (id),
  constraint agreed_form_form_check CHECK ((form = ANY (ARRAY['fhir'::text, 'hl7-v2'::text, 'pdf'::text])))
);
CREATE INDEX agreed_form_of ON exchange.agreed_form USING btree (agency, recorded_at DESC);

-- covered: what somebody decided about a case that came and one that was there, and how much the two had in common then
create table exchange.alike (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  other uuid not null,
  verdict text not null,
  score integer not null,
  reasons jsonb not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint alike_pkey PRIMARY KEY (id),
  constraint alike_verdict_check CHECK ((verdict = ANY (ARRAY['same'::text, 'another'::text, 'not-sure'::text])))
);
CREATE INDEX alike_other ON exchange.alike USING btree (other, id DESC);
CREATE INDEX alike_root ON exchange.alike USING btree (root, id DESC);

-- covered: a case as the system of an agency sent it, version by version; root is the first version; waits is why a person decides
create table exchange.arrival (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  source text not null,
  number text not null,
  seq integer not null,
  came text not null,
  office text not null,
  unit uuid,
  digest text not null,
  vault uuid,
  commitment text,
  waits text,
  waits_values jsonb,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  sort text,
  constraint exchange_arrival_once UNIQUE (source, number, seq),
  constraint arrival_pkey PRIMARY KEY (id),
  constraint arrival_unit_fkey FOREIGN KEY (unit) REFERENCES identity.unit(id) DEFERRABLE INITIALLY DEFERRED,
  constraint arrival_came_check CHECK ((came = ANY (ARRAY['wire'::text, 'folder'::text]))),
  constraint arrival_sort_check CHECK ((sort = 'recording'::text))
);
CREATE INDEX arrival_root ON exchange.arrival USING btree (root);

-- covered: what became of a case that was sent: opened, added to one that was there, noted, or rejected with the reason
create table exchange.arrival_decided (
  id uuid not null,
  entry uuid not null,
  arrival uuid not null,
  root uuid not null,
  decision text not null,
  case_root uuid,
  unit uuid,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint exchange_arrival_decided_once UNIQUE (arrival),
  constraint arrival_decided_pkey PRIMARY KEY (id),
  constraint arrival_decided_arrival_fkey FOREIGN KEY (arrival) REFERENCES exchange.arrival(id) DEFERRABLE INITIALLY DEFERRED,
  constraint arrival_decided_decision_check CHECK ((decision = ANY (ARRAY['opened'::text, 'added'::text, 'noted'::text, 'rejected'::text])))
);
CREATE INDEX arrival_decided_root ON exchange.arrival_decided USING btree (root);

-- covered: imports begun: the file by its SHA-256, and the map by which it was read
create table exchange.import (
  id uuid not null,
  entry uuid not null,
  source text not null,
  kind text not null,
  file_name text not null,
  file text not null,
  map jsonb not null,
  rows_in integer not null,
  dry_run boolean not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  columns jsonb,
  constraint import_pkey PRIMARY KEY (id)
);
CREATE INDEX import_file ON exchange.import USING btree (file);
CREATE INDEX import_newest ON exchange.import USING btree (recorded_at DESC);

-- kept: how far a running import has come
create table exchange.import_progress (
  import uuid not null,
  created integer not null,
  matched integer not null,
  rejected integer not null,
  doubtful integer not null,
  at timestamp(3) with time zone not null,
  constraint import_progress_pkey PRIMARY KEY (import)
);

-- covered: what became of an import: rows in are rows created, matched and rejected, always
create table exchange.import_receipt (
  id uuid not null,
  entry uuid not null,
  import uuid not null,
  rows_in integer not null,
  created integer not null,
  matched integer not null,
  rejected integer not null,
  doubtful integer not null,
  rejects_file text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  reasons jsonb,
  doubts jsonb,
  constraint exchange_receipt_once UNIQUE (import),
  constraint import_receipt_pkey PRIMARY KEY (id),
  constraint import_receipt_import_fkey FOREIGN KEY (import) REFERENCES exchange.import(id) DEFERRABLE INITIALLY DEFERRED,
  constraint exchange_receipt_adds_up CHECK ((rows_in = ((created + matched) + rejected)))
);

-- covered: rows that became records; the row as written stands in the vault, what could not be understood in doubts
create table exchange.import_row (
  id uuid not null,
  entry uuid not null,
  import uuid not null,
  source text not null,
  key text not null,
  line integer not null,
  root uuid not null,
  vault uuid not null,
  commitment text not null,
  doubts jsonb,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  coded jsonb,
  again integer,
  constraint import_row_pkey PRIMARY KEY (id),
  constraint import_row_import_fkey FOREIGN KEY (import) REFERENCES exchange.import(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX import_row_coded ON exchange.import_row USING btree (root) WHERE (coded IS NOT NULL);
CREATE INDEX import_row_import ON exchange.import_row USING btree (import);
CREATE INDEX import_row_root ON exchange.import_row USING btree (root);
CREATE UNIQUE INDEX exchange_row_once ON exchange.import_row USING btree (source, key, COALESCE(again, 0));

-- covered: imports undone: how many cases were withdrawn, why, and who consented beside the one who did it
create table exchange.import_undone (
  id uuid not null,
  entry uuid not null,
  import uuid not null,
  cases integer not null,
  why text not null,
  second uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint exchange_undone_once UNIQUE (import),
  constraint import_undone_pkey PRIMARY KEY (id),
  constraint import_undone_import_fkey FOREIGN KEY (import) REFERENCES exchange.import(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: messages about a death: the file by its SHA-256, what was understood of it, and by their paths the parts that were not
create table exchange.message (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  direction text not null,
  kind text not null,
  about text not null,
  file text not null,
  file_name text not null,
  number text,
  state text,
  sender text,
  found_by text not null,
  content jsonb,
  written jsonb,
  not_understood text[] not null,
  notes jsonb not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  form text,
  recipient uuid,
  constraint exchange_message_once UNIQUE (root, direction, file),
  constraint message_pkey PRIMARY KEY (id),
  constraint message_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint message_form_check CHECK ((form = ANY (ARRAY['fhir'::text, 'hl7-v2'::text, 'pdf'::text]))),
  constraint message_found_by_check CHECK ((found_by = ANY (ARRAY['number'::text, 'person'::text]))),
  constraint message_kind_check CHECK ((kind = ANY (ARRAY['toxicology'::text, 'death-document'::text, 'death-certificate'::text, 'cremation-clearance'::text])))
);
CREATE INDEX message_newest ON exchange.message USING btree (recorded_at DESC);

-- kept: events for partners, as they are signed, and what became of each
create table exchange.outgoing (
  id uuid not null,
  subscription uuid not null,
  entry_told uuid not null,
  position bigint not null,
  subject text not null,
  action text not null,
  root uuid not null,
  body text not null,
  made_at timestamp(3) with time zone not null,
  state text not null,
  attempts integer not null,
  next_at timestamp(3) with time zone not null,
  claimed_until timestamp(3) with time zone,
  status integer,
  fault text,
  sent_at timestamp(3) with time zone,
  constraint exchange_outgoing_once UNIQUE (subscription, entry_told),
  constraint outgoing_pkey PRIMARY KEY (id),
  constraint outgoing_subscription_fkey FOREIGN KEY (subscription) REFERENCES exchange.subscription(id) DEFERRABLE INITIALLY DEFERRED,
  constraint outgoing_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'dead'::text])))
);
CREATE INDEX outgoing_waiting ON exchange.outgoing USING btree (subscription, subject, "position") WHERE (state = 'waiting'::text);

-- covered: where an agency keeps its recordings and the form of the address of a page there, version by version; a version holds once another person approved it
create table exchange.platform (
  id uuid not null,
  entry uuid not null,
  platform uuid not null,
  seq integer not null,
  code text not null,
  agency uuid not null,
  agreement uuid not null,
  name text not null,
  form text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint exchange_platform_code UNIQUE (code, seq),
  constraint exchange_platform_order UNIQUE (platform, seq),
  constraint platform_pkey PRIMARY KEY (id),
  constraint platform_agency_fkey FOREIGN KEY (agency) REFERENCES identity.agency(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: a version of a platform approved by another person, or the platform ended; the newest holds
create table exchange.platform_step (
  id uuid not null,
  entry uuid not null,
  platform uuid not null,
  version uuid not null,
  seq integer not null,
  kind text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint exchange_platform_step_order UNIQUE (platform, seq),
  constraint platform_step_pkey PRIMARY KEY (id),
  constraint platform_step_version_fkey FOREIGN KEY (version) REFERENCES exchange.platform(id) DEFERRABLE INITIALLY DEFERRED,
  constraint platform_step_kind_check CHECK ((kind = ANY (ARRAY['approved'::text, 'ended'::text])))
);

-- covered: what a platform holds of a case, as somebody or the platform said it, word by word; the newest holds. Title, device, people and words stand in the vault
create table exchange.recording (
  id uuid not null,
  entry uuid not null,
  recording uuid not null,
  root uuid not null,
  seq integer not null,
  corrects uuid,
  platform uuid not null,
  number text not null,
  page text,
  kind text not null,
  state text not null,
  taken_at timestamp(3) with time zone,
  taken_on text,
  seconds integer,
  size bigint,
  stated_digest text,
  kept_until text,
  came text not null,
  said_digest text,
  vault uuid,
  commitment text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint exchange_recording_once UNIQUE (platform, number, root, seq),
  constraint exchange_recording_order UNIQUE (recording, seq),
  constraint recording_pkey PRIMARY KEY (id),
  constraint recording_corrects_fkey FOREIGN KEY (corrects) REFERENCES exchange.recording(id) DEFERRABLE INITIALLY DEFERRED,
  constraint recording_came_check CHECK ((came = ANY (ARRAY['person'::text, 'wire'::text]))),
  constraint recording_state_check CHECK ((state = ANY (ARRAY['held'::text, 'withdrawn'::text])))
);
CREATE INDEX recording_root ON exchange.recording USING btree (root);

-- covered: a copy that somebody brought, and what the platform had stated when it was compared
create table exchange.recording_copy (
  id uuid not null,
  entry uuid not null,
  recording uuid not null,
  root uuid not null,
  word uuid not null,
  file text not null,
  file_name text not null,
  size bigint not null,
  document uuid,
  item uuid,
  stated_digest text,
  equal boolean,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint recording_copy_pkey PRIMARY KEY (id),
  constraint recording_copy_word_fkey FOREIGN KEY (word) REFERENCES exchange.recording(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX recording_copy_of ON exchange.recording_copy USING btree (recording);

-- covered: when a case of an older register is looked at again, by which rule, and what whoever looked said; the newest holds
create table exchange.review (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  kind text not null,
  due_on date,
  rule text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint review_pkey PRIMARY KEY (id),
  constraint review_has_day CHECK (((kind = 'done'::text) = (due_on IS NULL))),
  constraint review_kind_check CHECK ((kind = ANY (ARRAY['seeded'::text, 'kept'::text, 'done'::text])))
);
CREATE INDEX review_root ON exchange.review USING btree (root, id DESC);

-- covered: a change of a partner's secret begun, and until when the former one signs too; and its end, by somebody or by time
create table exchange.secret_change (
  id uuid not null,
  entry uuid not null,
  subscription uuid not null,
  seq integer not null,
  kind text not null,
  until_at timestamp(3) with time zone,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint exchange_secret_change_order UNIQUE (subscription, seq),
  constraint secret_change_pkey PRIMARY KEY (id),
  constraint secret_change_subscription_fkey FOREIGN KEY (subscription) REFERENCES exchange.subscription(id) DEFERRABLE INITIALLY DEFERRED,
  constraint secret_change_kind_check CHECK ((kind = ANY (ARRAY['begun'::text, 'ended'::text])))
);

-- covered: which agency is told of which acts, at which address, under which agreement and law; it is told what its receiver may see
create table exchange.subscription (
  id uuid not null,
  entry uuid not null,
  number integer not null,
  agency uuid not null,
  agreement uuid not null,
  receiver uuid not null,
  address text not null,
  events text[] not null,
  purpose text not null,
  legal_basis text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint exchange_subscription_number UNIQUE (number),
  constraint subscription_pkey PRIMARY KEY (id)
);

-- kept: the secret with which events are signed, sealed under the key of the key folder
create table exchange.subscription_secret (
  subscription uuid not null,
  sealed text not null,
  former_sealed text,
  former_until timestamp(3) with time zone,
  constraint subscription_secret_pkey PRIMARY KEY (subscription)
);

-- covered: approved by another person, ended; the newest holds
create table exchange.subscription_step (
  id uuid not null,
  entry uuid not null,
  subscription uuid not null,
  seq integer not null,
  kind text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint exchange_subscription_order UNIQUE (subscription, seq),
  constraint subscription_step_pkey PRIMARY KEY (id),
  constraint subscription_step_subscription_fkey FOREIGN KEY (subscription) REFERENCES exchange.subscription(id) DEFERRABLE INITIALLY DEFERRED,
  constraint subscription_step_kind_check CHECK ((kind = ANY (ARRAY['approved'::text, 'ended'::text])))
);

-- covered: which events a partner took
create table exchange.told (
  id uuid not null,
  entry uuid not null,
  subscription uuid not null,
  events uuid[] not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint told_pkey PRIMARY KEY (id),
  constraint told_subscription_fkey FOREIGN KEY (subscription) REFERENCES exchange.subscription(id) DEFERRABLE INITIALLY DEFERRED
);

-- kept: how far along the log events were made for each subscription
create table exchange.told_up_to (
  subscription uuid not null,
  position bigint not null,
  constraint told_up_to_pkey PRIMARY KEY (subscription)
);

create view exchange.public_coded as
 SELECT root,
    source,
    coded,
    recorded_at AS at
   FROM exchange.import_row r
  WHERE coded IS NOT NULL AND NOT (EXISTS ( SELECT 1
           FROM exchange.import_undone u
          WHERE u.import = r.import));

create view exchange.public_imported as
 SELECT root,
    source
   FROM exchange.import_row r
  WHERE NOT (EXISTS ( SELECT 1
           FROM exchange.import_undone u
          WHERE u.import = r.import));

-- covered: leave and departures; one that closes the account lets nobody in while it lasts
create table identity.absence (
  id uuid not null,
  entry uuid not null,
  person uuid not null,
  kind text not null,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone,
  closes boolean not null,
  stand_in uuid,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint absence_pkey PRIMARY KEY (id),
  constraint absence_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED,
  constraint absence_stand_in_fkey FOREIGN KEY (stand_in) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED,
  constraint absence_check CHECK (((until_at IS NULL) OR (until_at > from_at))),
  constraint absence_kind_check CHECK ((kind = ANY (ARRAY['leave'::text, 'sick'::text, 'training'::text, 'secondment'::text, 'left-service'::text])))
);
CREATE INDEX absence_person ON identity.absence USING btree (person, from_at);

-- covered: absences that ended sooner than was said, or never began
create table identity.absence_end (
  id uuid not null,
  entry uuid not null,
  absence uuid not null,
  ends_at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint identity_absence_ended_once UNIQUE (absence),
  constraint absence_end_pkey PRIMARY KEY (id),
  constraint absence_end_absence_fkey FOREIGN KEY (absence) REFERENCES identity.absence(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: who looked at a grant again, and whether it stays
create table identity.access_review (
  id uuid not null,
  entry uuid not null,
  role_grant uuid not null,
  kept boolean not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint access_review_pkey PRIMARY KEY (id),
  constraint access_review_role_grant_fkey FOREIGN KEY (role_grant) REFERENCES identity.role_grant(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX access_review_grant ON identity.access_review USING btree (role_grant, recorded_at DESC);

-- kept: what a person signs in with; secrets as hashes, seeds of authenticators sealed
create table identity.account (
  person uuid not null,
  username text not null,
  password_hash text,
  pin_hash text,
  totp_secret text,
  totp_confirmed_at timestamp(3) with time zone,
  totp_last_step bigint,
  recovery_hashes text[] not null default '{}'::text[],
  language text not null default 'en'::text,
  suspended boolean not null default false,
  totp_pending text,
  constraint identity_account_username UNIQUE (username),
  constraint account_pkey PRIMARY KEY (person),
  constraint account_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED,
  constraint account_language_check CHECK ((language = ANY (ARRAY['en'::text, 'es'::text]))),
  constraint account_username_check CHECK ((username = lower(username)))
);

-- covered: organisations whose people use or receive the service
create table identity.agency (
  id uuid not null,
  entry uuid not null,
  name text not null,
  short_name text not null,
  kind text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  unverified boolean,
  source text,
  code text,
  constraint identity_agency_name UNIQUE (name),
  constraint agency_pkey PRIMARY KEY (id),
  constraint agency_kind_check CHECK ((kind = ANY (ARRAY['service'::text, 'police'::text, 'prosecution'::text, 'court'::text, 'health'::text, 'prison'::text, 'observatory'::text, 'laboratory'::text, 'other'::text])))
);
CREATE UNIQUE INDEX agency_code ON identity.agency USING btree (upper(code)) WHERE (code IS NOT NULL);

-- covered: what the people of an agency are held to; the newest row of a rule holds
create table identity.agency_rule (
  id uuid not null,
  entry uuid not null,
  agency uuid not null,
  rule text not null,
  holds boolean not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint agency_rule_pkey PRIMARY KEY (id),
  constraint agency_rule_agency_fkey FOREIGN KEY (agency) REFERENCES identity.agency(id) DEFERRABLE INITIALLY DEFERRED,
  constraint agency_rule_rule_check CHECK ((rule = ANY (ARRAY['agreement-required'::text, 'prelog-required'::text, 'place-stated'::text, 'own-cases'::text, 'pays-fees'::text])))
);
CREATE INDEX agency_rule_of ON identity.agency_rule USING btree (agency, rule, recorded_at DESC);

-- covered: what the service and an agency have signed with each other
create table identity.agreement (
  id uuid not null,
  entry uuid not null,
  agency uuid not null,
  kind text not null,
  title text not null,
  signed_on date not null,
  valid_from date not null,
  valid_until date,
  for_service text not null,
  for_agency text not null,
  file text,
  file_name text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  offer uuid,
  constraint identity_agreement_offer_once UNIQUE (offer),
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_agency_fkey FOREIGN KEY (agency) REFERENCES identity.agency(id) DEFERRABLE INITIALLY DEFERRED,
  constraint agreement_offer_fkey FOREIGN KEY (offer) REFERENCES identity.agreement_offer(id) DEFERRABLE INITIALLY DEFERRED,
  constraint agreement_check CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint agreement_kind_check CHECK ((kind = ANY (ARRAY['service'::text, 'confidentiality'::text, 'data-sharing'::text, 'other'::text])))
);
CREATE INDEX agreement_agency ON identity.agreement USING btree (agency, valid_from);

-- covered: agreements that ended before their day
create table identity.agreement_end (
  id uuid not null,
  entry uuid not null,
  agreement uuid not null,
  ends_on date not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint identity_agreement_ended_once UNIQUE (agreement),
  constraint agreement_end_pkey PRIMARY KEY (id),
  constraint agreement_end_agreement_fkey FOREIGN KEY (agreement) REFERENCES identity.agreement(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: an agreement in words that the service offers, and who may sign it for the agency
create table identity.agreement_offer (
  id uuid not null,
  entry uuid not null,
  agency uuid not null,
  signatory uuid not null,
  kind text not null,
  title text not null,
  words text not null,
  valid_from date not null,
  valid_until date,
  for_service text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint agreement_offer_pkey PRIMARY KEY (id),
  constraint agreement_offer_agency_fkey FOREIGN KEY (agency) REFERENCES identity.agency(id) DEFERRABLE INITIALLY DEFERRED,
  constraint agreement_offer_signatory_fkey FOREIGN KEY (signatory) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED,
  constraint agreement_offer_check CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint agreement_offer_kind_check CHECK ((kind = ANY (ARRAY['service'::text, 'confidentiality'::text, 'data-sharing'::text, 'other'::text])))
);
CREATE INDEX agreement_offer_signatory ON identity.agreement_offer USING btree (signatory);

-- covered: an act as the device signed it; the bytes stand in the vault
create table identity.claim (
  id uuid not null,
  entry uuid not null,
  key uuid not null,
  person uuid not null,
  sequence integer not null,
  sha256 text not null,
  previous text,
  after text[] not null,
  operation text not null,
  vault uuid not null,
  commitment text not null,
  device_at timestamp(3) with time zone not null,
  at timestamp(3) with time zone not null,
  skew_ms bigint not null,
  carried_by uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint identity_claim_sequence UNIQUE (key, sequence),
  constraint claim_pkey PRIMARY KEY (id),
  constraint claim_key_fkey FOREIGN KEY (key) REFERENCES identity.device_key(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX claim_sha256 ON identity.claim USING btree (sha256);

-- derived: the standing of each claim after its newest outcome
create table identity.claim_now (
  claim uuid not null,
  key uuid not null,
  person uuid not null,
  sequence integer not null,
  sha256 text not null,
  after text[] not null,
  state text not null,
  seq integer not null,
  at timestamp(3) with time zone not null,
  since timestamp(3) with time zone not null,
  constraint claim_now_pkey PRIMARY KEY (claim)
);
CREATE INDEX claim_now_open ON identity.claim_now USING btree (key, sequence) WHERE (state = ANY (ARRAY['waiting'::text, 'refused'::text]));
CREATE INDEX claim_now_person ON identity.claim_now USING btree (person, at DESC);
CREATE INDEX claim_now_sha256 ON identity.claim_now USING btree (sha256);

-- covered: what became of a claim; a refused one stays open until somebody answers it
create table identity.claim_outcome (
  id uuid not null,
  entry uuid not null,
  claim uuid not null,
  seq integer not null,
  state text not null,
  code text,
  sentence text,
  flags text[] not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint identity_claim_outcome_order UNIQUE (claim, seq),
  constraint claim_outcome_pkey PRIMARY KEY (id),
  constraint claim_outcome_claim_fkey FOREIGN KEY (claim) REFERENCES identity.claim(id) DEFERRABLE INITIALLY DEFERRED,
  constraint claim_outcome_state_check CHECK ((state = ANY (ARRAY['done'::text, 'refused'::text, 'answered'::text])))
);

-- covered: declared conflicts of interest; a wall between a person and a root
create table identity.conflict (
  id uuid not null,
  entry uuid not null,
  person uuid not null,
  root uuid,
  about text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint conflict_pkey PRIMARY KEY (id),
  constraint conflict_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX conflict_person ON identity.conflict USING btree (person, root);

-- covered: walls that were taken down, and why
create table identity.conflict_end (
  id uuid not null,
  entry uuid not null,
  conflict uuid not null,
  words text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint identity_conflict_lifted_once UNIQUE (conflict),
  constraint conflict_end_pkey PRIMARY KEY (id),
  constraint conflict_end_conflict_fkey FOREIGN KEY (conflict) REFERENCES identity.conflict(id) DEFERRABLE INITIALLY DEFERRED
);

-- kept: browsers from which a person signed in before; a stranger who guesses elsewhere does not lock these out
create table identity.device (
  hash bytea not null,
  person uuid not null,
  name text not null,
  first_at timestamp(3) with time zone not null,
  last_at timestamp(3) with time zone not null,
  constraint device_pkey PRIMARY KEY (hash, person),
  constraint device_person_fkey FOREIGN KEY (person) REFERENCES identity.account(person) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX device_person ON identity.device USING btree (person);

-- covered: the public key of a device on which a person acts without a network, with the sealed code that opens the device again
create table identity.device_key (
  id uuid not null,
  entry uuid not null,
  person uuid not null,
  name text not null,
  spki text not null,
  sha256 text not null,
  recovery text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint identity_device_key_sha256 UNIQUE (sha256),
  constraint device_key_pkey PRIMARY KEY (id),
  constraint device_key_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX device_key_person ON identity.device_key USING btree (person);

-- covered: a device that was lost or given back; what it signs from then on is kept and not done
create table identity.device_key_end (
  id uuid not null,
  entry uuid not null,
  key uuid not null,
  why text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint identity_device_key_ended UNIQUE (key),
  constraint device_key_end_pkey PRIMARY KEY (id),
  constraint device_key_end_key_fkey FOREIGN KEY (key) REFERENCES identity.device_key(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: sight that somebody took for a while, against the rule and with a reason, to be reviewed
create table identity.glass (
  id uuid not null,
  entry uuid not null,
  person uuid not null,
  root uuid not null,
  until_at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint glass_pkey PRIMARY KEY (id),
  constraint glass_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX glass_person ON identity.glass USING btree (person, until_at);
CREATE INDEX glass_root ON identity.glass USING btree (root);

-- covered: what somebody else found of it
create table identity.glass_review (
  id uuid not null,
  entry uuid not null,
  glass uuid not null,
  finding text not null,
  words text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint identity_glass_reviewed_once UNIQUE (glass),
  constraint glass_review_pkey PRIMARY KEY (id),
  constraint glass_review_glass_fkey FOREIGN KEY (glass) REFERENCES identity.glass(id) DEFERRABLE INITIALLY DEFERRED,
  constraint glass_review_finding_check CHECK ((finding = ANY (ARRAY['justified'::text, 'not-justified'::text])))
);

-- kept: wrong passwords, codes and PINs, by the SHA-256 of whom and whence they were tried
create table identity.guess (
  key bytea not null,
  failed integer not null,
  first_at timestamp(3) with time zone not null,
  last_at timestamp(3) with time zone not null,
  paused_until timestamp(3) with time zone,
  constraint guess_pkey PRIMARY KEY (key)
);
CREATE INDEX guess_age ON identity.guess USING btree (last_at);

-- kept: what somebody was told: a kind, a page, a subject and its number; shown while they may see what it hangs on
create table identity.notice (
  id uuid not null,
  person uuid not null,
  kind text not null,
  subject text not null,
  root uuid,
  path text not null,
  made_at timestamp(3) with time zone not null,
  put_away_at timestamp(3) with time zone,
  number text,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED,
  constraint notice_path_check CHECK ((path ~ '^/'::text))
);
CREATE INDEX notice_person ON identity.notice USING btree (person, made_at DESC, id DESC);
CREATE INDEX notice_waits ON identity.notice USING btree (person) WHERE (put_away_at IS NULL);

-- kept: of which notices somebody wants no mail; without a row, mail goes where an address is known
create table identity.notice_choice (
  person uuid not null,
  kind text not null,
  mail boolean not null,
  constraint notice_choice_pkey PRIMARY KEY (person, kind),
  constraint notice_choice_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED
);

-- kept: public keys of passkeys; one whose counter went back is stopped
create table identity.passkey (
  id uuid not null,
  person uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  name text not null,
  transports text[] not null default '{}'::text[],
  added_at timestamp(3) with time zone not null,
  last_used_at timestamp(3) with time zone,
  removed_at timestamp(3) with time zone,
  aaguid text,
  synced boolean not null default false,
  stopped_at timestamp(3) with time zone,
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_person_fkey FOREIGN KEY (person) REFERENCES identity.account(person) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX passkey_person ON identity.passkey USING btree (person) WHERE (removed_at IS NULL);

-- covered: people who act or sign, with or without an account
create table identity.person (
  id uuid not null,
  entry uuid not null,
  name text not null,
  rank text,
  agency uuid,
  unit uuid,
  email text,
  phone text,
  title text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  badge text,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_agency_fkey FOREIGN KEY (agency) REFERENCES identity.agency(id) DEFERRABLE INITIALLY DEFERRED,
  constraint person_unit_fkey FOREIGN KEY (unit) REFERENCES identity.unit(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: suspensions and reinstatements; the newest row holds
create table identity.person_state (
  id uuid not null,
  entry uuid not null,
  person uuid not null,
  state text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint person_state_pkey PRIMARY KEY (id),
  constraint person_state_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED,
  constraint person_state_state_check CHECK ((state = ANY (ARRAY['suspended'::text, 'reinstated'::text])))
);
CREATE INDEX person_state_of ON identity.person_state USING btree (person, recorded_at DESC);

-- kept: browsers that a person wants to be told in while they are shut; addresses of push services and the browser's public keys
create table identity.push_device (
  id uuid not null,
  person uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  device text not null,
  made_at timestamp(3) with time zone not null,
  told_at timestamp(3) with time zone,
  failed integer not null default 0,
  constraint identity_push_device_once UNIQUE (endpoint),
  constraint push_device_pkey PRIMARY KEY (id),
  constraint push_device_person_fkey FOREIGN KEY (person) REFERENCES identity.account(person) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX push_device_person ON identity.push_device USING btree (person);

-- covered: ways back into an account that an administrator opened; first_day is an invitation to an account that nobody has used
create table identity.recovery (
  id uuid not null,
  entry uuid not null,
  person uuid not null,
  lost text[] not null,
  first_day boolean not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint recovery_pkey PRIMARY KEY (id),
  constraint recovery_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED
);

-- kept: the two halves of a recovery code as hashes; each is known to one person only
create table identity.recovery_secret (
  recovery uuid not null,
  first_hash bytea not null,
  second_hash bytea,
  expires_at timestamp(3) with time zone not null,
  failed integer not null default 0,
  constraint recovery_secret_first_hash_key UNIQUE (first_hash),
  constraint recovery_secret_pkey PRIMARY KEY (recovery),
  constraint recovery_secret_recovery_fkey FOREIGN KEY (recovery) REFERENCES identity.recovery(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: the second person who knows whose account it is, and what became of it
create table identity.recovery_step (
  id uuid not null,
  entry uuid not null,
  recovery uuid not null,
  kind text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint identity_recovery_step_once UNIQUE (recovery, kind),
  constraint recovery_step_pkey PRIMARY KEY (id),
  constraint recovery_step_recovery_fkey FOREIGN KEY (recovery) REFERENCES identity.recovery(id) DEFERRABLE INITIALLY DEFERRED,
  constraint recovery_step_kind_check CHECK ((kind = ANY (ARRAY['confirmed'::text, 'used'::text, 'withdrawn'::text])))
);

-- covered: who holds which role, at which unit (none: the whole service)
create table identity.role_grant (
  id uuid not null,
  entry uuid not null,
  person uuid not null,
  role text not null,
  unit uuid,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  delegated_from uuid,
  constraint role_grant_pkey PRIMARY KEY (id),
  constraint role_grant_delegated_from_fkey FOREIGN KEY (delegated_from) REFERENCES identity.role_grant(id) DEFERRABLE INITIALLY DEFERRED,
  constraint role_grant_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED,
  constraint role_grant_unit_fkey FOREIGN KEY (unit) REFERENCES identity.unit(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX role_grant_delegated ON identity.role_grant USING btree (delegated_from) WHERE (delegated_from IS NOT NULL);
CREATE INDEX role_grant_person ON identity.role_grant USING btree (person);
CREATE INDEX role_grant_unit ON identity.role_grant USING btree (unit);

-- covered: ends of grants
create table identity.role_withdrawal (
  id uuid not null,
  entry uuid not null,
  role_grant uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint identity_withdrawn_once UNIQUE (role_grant),
  constraint role_withdrawal_pkey PRIMARY KEY (id),
  constraint role_withdrawal_role_grant_fkey FOREIGN KEY (role_grant) REFERENCES identity.role_grant(id) DEFERRABLE INITIALLY DEFERRED
);

-- kept: views of a list by name: search, filters, sort and columns, for the person alone
create table identity.saved_view (
  person uuid not null,
  list text not null,
  name text not null,
  state jsonb not null,
  kept_at timestamp(3) with time zone not null,
  shared text,
  unit uuid,
  constraint saved_view_pkey PRIMARY KEY (person, list, name),
  constraint saved_view_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED,
  constraint saved_view_unit_fkey FOREIGN KEY (unit) REFERENCES identity.unit(id) DEFERRABLE INITIALLY DEFERRED,
  constraint saved_view_shared_check CHECK ((shared = ANY (ARRAY['office'::text, 'service'::text])))
);
CREATE INDEX saved_view_shared ON identity.saved_view USING btree (list) WHERE (shared IS NOT NULL);

-- kept: who is signed in; the token itself is never stored
create table identity.session (
  hash bytea not null,
  id uuid not null,
  person uuid not null,
  csrf text not null,
  created_at timestamp(3) with time zone not null,
  seen_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  device text,
  language text,
  idle_minutes integer default 60,
  address text,
  method text,
  narrow boolean not null default false,
  unit uuid,
  place text,
  kiosk boolean not null default false,
  constraint session_id_key UNIQUE (id),
  constraint session_pkey PRIMARY KEY (hash),
  constraint session_person_fkey FOREIGN KEY (person) REFERENCES identity.account(person) DEFERRABLE INITIALLY DEFERRED,
  constraint session_unit_fkey FOREIGN KEY (unit) REFERENCES identity.unit(id) DEFERRABLE INITIALLY DEFERRED,
  constraint session_place_check CHECK ((place = ANY (ARRAY['office'::text, 'vehicle'::text, 'field'::text])))
);
CREATE INDEX session_person ON identity.session USING btree (person) WHERE (ended_at IS NULL);

-- derived: who may see what hangs on a root, from sight_opened and sight_ended; every reading statement asks this table (decided.md 1)
create table identity.sight (
  root uuid not null,
  principal uuid not null,
  why text not null,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone,
  meant_until timestamp(3) with time zone,
  part uuid,
  opened uuid not null,
  ended boolean not null,
  constraint sight_pkey PRIMARY KEY (opened, principal)
);
CREATE INDEX sight_principal ON identity.sight USING btree (principal, root) WHERE (until_at IS NULL);
CREATE INDEX sight_root ON identity.sight USING btree (root, principal);

-- covered: sight that an act ended: pairs of what was opened and whose it was
create table identity.sight_ended (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  opened uuid[] not null,
  principals uuid[] not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint sight_ended_pkey PRIMARY KEY (id)
);

-- covered: sight that an act opened, of a root or one part of it, to these principals
create table identity.sight_opened (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  principals uuid[] not null,
  why text not null,
  part uuid,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint sight_opened_pkey PRIMARY KEY (id)
);

-- kept: accounts of another house under which people sign on here; linking and ending are entries of the person
create table identity.sign_on (
  id uuid not null,
  issuer text not null,
  subject text not null,
  person uuid not null,
  name text,
  linked_at timestamp(3) with time zone not null,
  linked_by uuid,
  ended_at timestamp(3) with time zone,
  constraint sign_on_pkey PRIMARY KEY (id),
  constraint sign_on_person_fkey FOREIGN KEY (person) REFERENCES identity.account(person) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX identity_sign_on_person ON identity.sign_on USING btree (person) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX identity_sign_on_subject ON identity.sign_on USING btree (issuer, subject) WHERE (ended_at IS NULL);

-- kept: who came from the provider and is nobody here yet; the code that they were shown, as a hash, for a day
create table identity.sign_on_waiting (
  issuer text not null,
  subject text not null,
  name text,
  code_hash bytea not null,
  expires_at timestamp(3) with time zone not null,
  constraint sign_on_waiting_code_hash_key UNIQUE (code_hash),
  constraint sign_on_waiting_pkey PRIMARY KEY (issuer, subject)
);

-- covered: certificates with which papers are signed; private keys stand in the key folder, encrypted when a passphrase is set
create table identity.signing_certificate (
  id uuid not null,
  entry uuid not null,
  person uuid,
  kind text not null,
  certificate text not null,
  valid_from timestamp(3) with time zone not null,
  valid_until timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint signing_certificate_pkey PRIMARY KEY (id),
  constraint signing_certificate_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED,
  constraint signing_certificate_kind_check CHECK ((kind = ANY (ARRAY['authority'::text, 'person'::text])))
);
CREATE INDEX signing_certificate_person ON identity.signing_certificate USING btree (person, valid_until DESC);

-- kept: passkey challenges that were answered, until they would have expired
create table identity.spent_challenge (
  hash bytea not null,
  expires_at timestamp(3) with time zone not null,
  constraint spent_challenge_pkey PRIMARY KEY (hash)
);
CREATE INDEX spent_challenge_age ON identity.spent_challenge USING btree (expires_at);

-- kept: a person proved again who they are; bound to one session or token
create table identity.step_up (
  hash bytea not null,
  person uuid not null,
  bound_to uuid not null,
  method text not null,
  made_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  operation text,
  constraint step_up_pkey PRIMARY KEY (hash),
  constraint step_up_person_fkey FOREIGN KEY (person) REFERENCES identity.account(person) DEFERRABLE INITIALLY DEFERRED
);

-- kept: API tokens; the token itself is shown once and never stored
create table identity.token (
  hash bytea not null,
  id uuid not null,
  person uuid not null,
  name text not null,
  scopes text[] not null,
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone,
  ended_at timestamp(3) with time zone,
  last_used_at timestamp(3) with time zone,
  constraint token_id_key UNIQUE (id),
  constraint token_pkey PRIMARY KEY (hash),
  constraint token_person_fkey FOREIGN KEY (person) REFERENCES identity.account(person) DEFERRABLE INITIALLY DEFERRED
);

-- covered: offices, sections and formations, dated because police structures change
create table identity.unit (
  id uuid not null,
  entry uuid not null,
  agency uuid not null,
  parent uuid,
  name text not null,
  code text not null,
  kind text not null,
  valid_from date,
  valid_until date,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  unverified boolean,
  source text,
  constraint identity_unit_code UNIQUE (code),
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_agency_fkey FOREIGN KEY (agency) REFERENCES identity.agency(id) DEFERRABLE INITIALLY DEFERRED,
  constraint unit_parent_fkey FOREIGN KEY (parent) REFERENCES identity.unit(id) DEFERRABLE INITIALLY DEFERRED,
  constraint unit_kind_check CHECK ((kind = ANY (ARRAY['service'::text, 'office'::text, 'section'::text, 'formation'::text, 'branch'::text, 'registry'::text])))
);

-- derived: who must stay away from which root now; asked by every reading statement
create table identity.wall (
  person uuid not null,
  root uuid not null,
  constraint wall_pkey PRIMARY KEY (person, root)
);

-- covered: signed tree heads (C2SP tlog-checkpoint)
create table ledger.checkpoint (
  size bigint not null,
  origin text not null,
  root bytea not null,
  note text not null,
  made_at timestamp(3) with time zone not null,
  link bytea,
  constraint checkpoint_pkey PRIMARY KEY (origin, size)
);

-- covered: rows destroyed by order of law, and the entry that says so
create table ledger.destroyed (
  table_name text not null,
  row_id uuid not null,
  entry uuid not null,
  constraint destroyed_pkey PRIMARY KEY (table_name, row_id)
);

-- covered: one row per entry; leaf holds the bytes exactly as hashed
create table ledger.entry (
  no bigint not null generated always as identity,
  id uuid not null,
  action text not null,
  subject text not null,
  seq integer not null,
  root uuid,
  actor_kind text not null,
  actor_id uuid,
  act uuid not null,
  occurred_at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  leaf bytea not null,
  hash bytea not null,
  constraint entry_id_key UNIQUE (id),
  constraint ledger_entry_no_fork UNIQUE (subject, seq),
  constraint entry_pkey PRIMARY KEY (no),
  constraint entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'system'::text, 'migration'::text, 'support'::text]))),
  constraint entry_hash_check CHECK ((length(hash) = 32)),
  constraint entry_seq_check CHECK ((seq > 0))
);
CREATE INDEX entry_by_root ON ledger.entry USING btree (root, no) WHERE (root IS NOT NULL);

-- derived: the last entry of each subject; the row that is locked before anybody decides
create table ledger.head (
  subject text not null,
  seq integer not null,
  hash bytea,
  constraint head_pkey PRIMARY KEY (subject)
);

-- covered: positions in the tree; nodes = the hashes of the subtrees that this leaf completes
create table ledger.leaf (
  position bigint not null,
  entry_no bigint not null,
  hash bytea not null,
  nodes bytea not null,
  constraint leaf_entry_no_key UNIQUE (entry_no),
  constraint leaf_pkey PRIMARY KEY ("position")
);

-- kept: entries that have no position yet; emptied by the sequencer
create table ledger.pending (
  no bigint not null,
  constraint pending_pkey PRIMARY KEY (no)
);

-- kept: how far each reaction has followed the ledger
create table ledger.reaction_cursor (
  name text not null,
  position bigint not null,
  constraint reaction_cursor_pkey PRIMARY KEY (name)
);

-- kept: personal values; other rows and leaves hold only id and commitment (SHA-256 of salt and canonical JSON)
create table ledger.vault (
  id uuid not null,
  root uuid,
  salt bytea not null,
  value jsonb not null,
  constraint vault_pkey PRIMARY KEY (id)
);
CREATE INDEX vault_by_root ON ledger.vault USING btree (root);

-- covered: grants by donor and agreement
create table observatory.award (
  id uuid not null,
  entry uuid not null,
  donor text not null,
  agreement text not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint observatory_award_agreement UNIQUE (agreement),
  constraint award_pkey PRIMARY KEY (id)
);

-- covered: reports to donors as they were made: figures by their ids, money by line, words, and the files by hash
create table observatory.award_report (
  id uuid not null,
  entry uuid not null,
  award uuid not null,
  seq integer not null,
  from_on date not null,
  until_on date not null,
  as_of timestamp(3) with time zone not null,
  answer jsonb not null,
  words text not null,
  sha256 text not null,
  files jsonb not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint observatory_award_report_order UNIQUE (award, seq),
  constraint award_report_pkey PRIMARY KEY (id),
  constraint award_report_award_fkey FOREIGN KEY (award) REFERENCES observatory.award(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: a report to a donor approved by a second person, with the files as they leave, or sent back with the reason
create table observatory.award_report_step (
  id uuid not null,
  entry uuid not null,
  report uuid not null,
  seq integer not null,
  kind text not null,
  words text,
  files jsonb not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint observatory_award_report_step_order UNIQUE (report, seq),
  constraint award_report_step_pkey PRIMARY KEY (id),
  constraint award_report_step_report_fkey FOREIGN KEY (report) REFERENCES observatory.award_report(id) DEFERRABLE INITIALLY DEFERRED,
  constraint award_report_step_kind_check CHECK ((kind = ANY (ARRAY['approved'::text, 'returned'::text])))
);

-- covered: money spent of a budget line, each entry by hand; a correction names the entry that it replaces
create table observatory.award_spent (
  id uuid not null,
  entry uuid not null,
  award uuid not null,
  line text not null,
  amount numeric not null,
  spent_on date not null,
  words text,
  corrects uuid,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint observatory_award_spent_once UNIQUE (corrects),
  constraint award_spent_pkey PRIMARY KEY (id),
  constraint award_spent_award_fkey FOREIGN KEY (award) REFERENCES observatory.award(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX award_spent_award ON observatory.award_spent USING btree (award, spent_on);

-- covered: period, budget lines and indicators of a grant; each amendment is a row, the newest holds
create table observatory.award_terms (
  id uuid not null,
  entry uuid not null,
  award uuid not null,
  seq integer not null,
  title text not null,
  from_on date not null,
  until_on date not null,
  currency text not null,
  lines jsonb not null,
  indicators jsonb not null,
  words text,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  per text,
  year_begins integer,
  constraint observatory_award_terms_order UNIQUE (award, seq),
  constraint award_terms_pkey PRIMARY KEY (id),
  constraint award_terms_award_fkey FOREIGN KEY (award) REFERENCES observatory.award(id) DEFERRABLE INITIALLY DEFERRED,
  constraint award_terms_per_check CHECK ((per = ANY (ARRAY['year'::text, 'quarter'::text]))),
  constraint award_terms_year_begins_check CHECK (((year_begins >= 1) AND (year_begins <= 12)))
);

-- covered: means, relationship and context of what happened to a victim, by the code lists; the newest row holds, null is not yet determined
create table observatory.coding (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  victim uuid not null,
  seq integer not null,
  corrects uuid,
  means text,
  firearm text,
  relationship text,
  context text,
  motive text,
  domestic text,
  ethnicity text[],
  road_role text,
  nationality text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint observatory_coding_order UNIQUE (victim, seq),
  constraint coding_pkey PRIMARY KEY (id)
);
CREATE INDEX coding_root ON observatory.coding USING btree (root);

-- covered: money spent, and people (full-time equivalents), of a year and discipline; the newest of a kind holds
create table observatory.cost (
  id uuid not null,
  entry uuid not null,
  seq integer not null,
  year text not null,
  discipline text not null,
  kind text not null,
  amount numeric not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint observatory_cost_order UNIQUE (year, discipline, kind, seq),
  constraint cost_pkey PRIMARY KEY (id),
  constraint cost_amount_check CHECK ((amount >= (0)::numeric)),
  constraint cost_kind_check CHECK ((kind = ANY (ARRAY['people'::text, 'personnel'::text, 'capital'::text, 'consumables'::text, 'services'::text, 'other'::text])))
);

-- kept: each death as known from an instant until another; computed again from the covered rows of death, cases, results and imports
create table observatory.death (
  death uuid not null,
  root uuid not null,
  case_root uuid,
  revision integer not null,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone,
  counted boolean not null,
  noise integer not null,
  year text not null,
  quarter text not null,
  month text not null,
  weekday text not null,
  hour text not null,
  district text not null,
  settlement text not null,
  precinct text not null,
  setting text not null,
  sex text not null,
  age_band text not null,
  minor text not null,
  manner text not null,
  cause text not null,
  autopsy text not null,
  means text not null,
  road_role text not null,
  alcohol text not null,
  drugs text[] not null,
  origin text not null,
  constraint death_pkey PRIMARY KEY (death, revision)
);
CREATE INDEX death_case ON observatory.death USING btree (case_root);
CREATE INDEX death_first ON observatory.death USING btree (from_at) WHERE (revision = 1);
CREATE INDEX death_now ON observatory.death USING btree (manner, year) WHERE ((until_at IS NULL) AND counted);

-- covered: named differences between our count and another, each with its number
create table observatory.difference (
  id uuid not null,
  entry uuid not null,
  external_count uuid not null,
  reason text not null,
  n integer not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint difference_pkey PRIMARY KEY (id),
  constraint difference_external_count_fkey FOREIGN KEY (external_count) REFERENCES observatory.external_count(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX difference_count ON observatory.difference USING btree (external_count);

-- covered: what others count of the same thing: police, press, registry
create table observatory.external_count (
  id uuid not null,
  entry uuid not null,
  indicator text not null,
  source text not null,
  said_on date,
  page text,
  asked jsonb not null,
  value integer not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint external_count_pkey PRIMARY KEY (id),
  constraint external_count_value_check CHECK ((value >= 0))
);

-- covered: which agency receives records of victims or deaths each month, for what, under which agreement and law
create table observatory.feed (
  id uuid not null,
  entry uuid not null,
  number integer not null,
  agency uuid not null,
  agreement uuid not null,
  dataset text not null,
  since text not null,
  day integer not null,
  purpose text not null,
  legal_basis text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint observatory_feed_number UNIQUE (number),
  constraint feed_pkey PRIMARY KEY (id),
  constraint feed_dataset_check CHECK ((dataset = ANY (ARRAY['victims'::text, 'deaths'::text]))),
  constraint feed_day_check CHECK (((day >= 1) AND (day <= 28)))
);

-- covered: what a feed told in a month: its file by hash, the policy, how many records were new, revised, withdrawn and held back
create table observatory.feed_batch (
  id uuid not null,
  entry uuid not null,
  feed uuid not null,
  no integer not null,
  month text not null,
  as_of timestamp(3) with time zone not null,
  policy jsonb not null,
  boundaries text not null,
  file text not null,
  records integer not null,
  fresh integer not null,
  revised integer not null,
  withdrawn integer not null,
  held integer not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint observatory_feed_batch_order UNIQUE (feed, no),
  constraint feed_batch_pkey PRIMARY KEY (id),
  constraint feed_batch_feed_fkey FOREIGN KEY (feed) REFERENCES observatory.feed(id) DEFERRABLE INITIALLY DEFERRED
);

-- kept: each record as it was last told to a feed; what was told in which month stands in the file of the batch
create table observatory.feed_record (
  feed uuid not null,
  key text not null,
  revision integer not null,
  body jsonb not null,
  gone boolean not null,
  cohort integer not null,
  constraint feed_record_pkey PRIMARY KEY (feed, key)
);

-- covered: approved by another person, ended; the newest holds
create table observatory.feed_step (
  id uuid not null,
  entry uuid not null,
  feed uuid not null,
  seq integer not null,
  kind text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint observatory_feed_order UNIQUE (feed, seq),
  constraint feed_step_pkey PRIMARY KEY (id),
  constraint feed_step_feed_fkey FOREIGN KEY (feed) REFERENCES observatory.feed(id) DEFERRABLE INITIALLY DEFERRED,
  constraint feed_step_kind_check CHECK ((kind = ANY (ARRAY['approved'::text, 'ended'::text])))
);

-- covered: figures frozen with definition, question, instant and hash, so that anybody may compute them again
create table observatory.figure (
  id uuid not null,
  entry uuid not null,
  indicator text not null,
  name_en text not null,
  name_es text not null,
  definition jsonb not null,
  asked jsonb not null,
  as_of timestamp(3) with time zone not null,
  answer jsonb not null,
  sha256 text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint figure_pkey PRIMARY KEY (id)
);
CREATE INDEX figure_indicator ON observatory.figure USING btree (indicator, id DESC);

-- kept: each case and what happened in it, as known from an instant until another; computed again from the covered rows of cases
create table observatory.incident (
  root uuid not null,
  revision integer not null,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone,
  counted boolean not null,
  noise integer not null,
  year text not null,
  quarter text not null,
  month text not null,
  weekday text not null,
  hour text not null,
  district text not null,
  settlement text not null,
  precinct text not null,
  road text not null,
  offence text not null,
  iccs text not null,
  section text not null,
  case_type text not null,
  court text not null,
  origin text not null,
  constraint incident_pkey PRIMARY KEY (root, revision)
);
CREATE INDEX incident_first ON observatory.incident USING btree (from_at) WHERE (revision = 1);

-- kept: each paper file and what its keyed index says of what happened, as known from an instant until another; computed again from the covered rows of archive and cases
create table observatory.paper (
  file uuid not null,
  root uuid not null,
  revision integer not null,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone,
  counted boolean not null,
  noise integer not null,
  year text not null,
  quarter text not null,
  month text not null,
  district text not null,
  offence text not null,
  iccs text not null,
  section text not null,
  manner text not null,
  means text not null,
  confidence text not null,
  accepted text not null,
  linked text not null,
  constraint paper_pkey PRIMARY KEY (file, revision),
  constraint paper_confidence_check CHECK ((confidence = ANY (ARRAY['keyed-twice'::text, 'third-decided'::text, 'corrected'::text, 'not-applicable'::text])))
);
CREATE INDEX paper_first ON observatory.paper USING btree (from_at) WHERE (revision = 1);
CREATE INDEX paper_now ON observatory.paper USING btree (year) WHERE ((until_at IS NULL) AND counted);
CREATE INDEX paper_root ON observatory.paper USING btree (root);

-- covered: tables prepared to leave, as they would be shown, with what was hidden, the audit of it and the definition
create table observatory.release (
  id uuid not null,
  entry uuid not null,
  number integer not null,
  title_en text not null,
  title_es text not null,
  asked jsonb not null,
  policy jsonb not null,
  as_of timestamp(3) with time zone not null,
  shown jsonb not null,
  hidden integer not null,
  audit jsonb not null,
  near jsonb not null,
  corrects uuid,
  sha256 text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint observatory_release_number UNIQUE (number),
  constraint release_pkey PRIMARY KEY (id),
  constraint release_corrects_fkey FOREIGN KEY (corrects) REFERENCES observatory.release(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: approved or returned by another person, published, withdrawn; the newest holds
create table observatory.release_step (
  id uuid not null,
  entry uuid not null,
  release uuid not null,
  seq integer not null,
  kind text not null,
  legal_basis text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint observatory_release_order UNIQUE (release, seq),
  constraint release_step_pkey PRIMARY KEY (id),
  constraint release_step_release_fkey FOREIGN KEY (release) REFERENCES observatory.release(id) DEFERRABLE INITIALLY DEFERRED,
  constraint release_step_kind_check CHECK ((kind = ANY (ARRAY['approved'::text, 'returned'::text, 'published'::text, 'withdrawn'::text])))
);

-- covered: each file of records that was taken: by whom, in which form, under which agreement and legal basis
create table observatory.share (
  id uuid not null,
  entry uuid not null,
  batch uuid not null,
  agency uuid not null,
  agreement uuid not null,
  legal_basis text not null,
  form text not null,
  file text not null,
  sealed_for text,
  way text not null,
  taken_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint share_pkey PRIMARY KEY (id),
  constraint share_batch_fkey FOREIGN KEY (batch) REFERENCES observatory.feed_batch(id) DEFERRABLE INITIALLY DEFERRED,
  constraint share_way_check CHECK ((way = ANY (ARRAY['pull'::text, 'medium'::text])))
);
CREATE INDEX share_batch ON observatory.share USING btree (batch);

-- kept: each victim as known from an instant until another; computed again from the covered rows of cases and observatory.coding
create table observatory.victim (
  victim uuid not null,
  root uuid not null,
  revision integer not null,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone,
  counted boolean not null,
  noise integer not null,
  year text not null,
  quarter text not null,
  month text not null,
  weekday text not null,
  hour text not null,
  district text not null,
  settlement text not null,
  road text not null,
  offence text not null,
  iccs text not null,
  section text not null,
  sex text not null,
  age_band text not null,
  minor text not null,
  identified text not null,
  means text not null,
  firearm text not null,
  relationship text not null,
  context text not null,
  motive text not null,
  domestic text not null,
  ethnicity text[] not null,
  road_role text not null,
  nationality text not null,
  precinct text not null,
  manner text not null,
  autopsy text not null,
  cause text not null,
  alcohol text not null,
  drugs text[] not null,
  court text not null,
  origin text not null,
  constraint victim_pkey PRIMARY KEY (victim, revision)
);
CREATE INDEX victim_first ON observatory.victim USING btree (from_at) WHERE (revision = 1);
CREATE INDEX victim_now ON observatory.victim USING btree (iccs, year) WHERE ((until_at IS NULL) AND counted);
CREATE INDEX victim_root ON observatory.victim USING btree (root);

-- kept: idempotency, one row per key of an actor; the answer is kept 90 days (decided.md 5)
create table platform.act (
  actor uuid not null,
  key text not null,
  operation text not null,
  body_hash text not null,
  answer jsonb,
  entry uuid,
  recorded_at timestamp(3) with time zone not null,
  roots uuid[],
  units uuid[],
  constraint act_pkey PRIMARY KEY (actor, key),
  constraint act_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);
CREATE INDEX act_answer_by_age ON platform.act USING btree (recorded_at) WHERE (answer IS NOT NULL);

-- kept: the files that this installation holds, by content
create table platform.file (
  sha256 text not null,
  size bigint not null,
  media_type text not null,
  received_at timestamp(3) with time zone not null,
  constraint file_pkey PRIMARY KEY (sha256),
  constraint file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

-- kept: since when a file stands in the second place too; null: tried, and why it is not there yet
create table platform.file_copy (
  sha256 text not null,
  at timestamp(3) with time zone,
  tried_at timestamp(3) with time zone not null,
  tries integer not null,
  fault text,
  constraint file_copy_pkey PRIMARY KEY (sha256)
);
CREATE INDEX file_copy_waiting ON platform.file_copy USING btree (tried_at) WHERE (at IS NULL);

-- kept: messages by mail and what became of them; none holds the content of a case
create table platform.mail (
  id uuid not null,
  key text not null,
  person uuid,
  address text,
  path text,
  count integer,
  attachment jsonb,
  state text not null,
  tries integer not null,
  fault text,
  made_at timestamp(3) with time zone not null,
  changed_at timestamp(3) with time zone not null,
  constraint mail_pkey PRIMARY KEY (id),
  constraint mail_has_one_recipient CHECK (((person IS NULL) <> (address IS NULL))),
  constraint mail_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX mail_by_age ON platform.mail USING btree (made_at DESC, id DESC);

-- kept: which migration files this database has seen
create table platform.migration (
  name text not null,
  hash text not null,
  applied_at timestamp(3) with time zone not null,
  constraint migration_pkey PRIMARY KEY (name)
);

-- derived: the last anchored read of each person
create table platform.read_head (
  person uuid not null,
  seq integer not null,
  hash text not null,
  constraint read_head_pkey PRIMARY KEY (person)
);

-- chained: who saw what that is sensitive; written before the answer leaves, only added to, its ends anchored in the ledger
create table platform.read_log (
  id bigint not null generated always as identity,
  read_at timestamp(3) with time zone not null,
  person uuid not null,
  operation text not null,
  root uuid,
  subject text,
  reason text,
  seq integer not null,
  hash bytea not null,
  constraint read_log_chain UNIQUE (person, seq),
  constraint read_log_pkey PRIMARY KEY (id)
);
CREATE INDEX read_log_person ON platform.read_log USING btree (person, read_at DESC);
CREATE INDEX read_log_root ON platform.read_log USING btree (root, read_at DESC);

-- covered: where the reads of each person had come to; of each who read since the last, in the order of people
create table platform.read_seal (
  id uuid not null,
  entry uuid not null,
  people uuid[] not null,
  seqs integer[] not null,
  hashes text[] not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint read_seal_pkey PRIMARY KEY (id)
);

-- covered: why an act was done, once for all its entries; the words stand in the vault
create table platform.reason (
  id uuid not null,
  entry uuid not null,
  act uuid not null,
  root uuid,
  vault uuid not null,
  commitment text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint reason_pkey PRIMARY KEY (id)
);
CREATE INDEX reason_act ON platform.reason USING btree (act);

-- kept: which acts were refused and with which code; no input is kept
create table platform.refusal_log (
  id bigint not null generated always as identity,
  refused_at timestamp(3) with time zone not null,
  person uuid,
  operation text not null,
  code text not null,
  status integer not null,
  constraint refusal_log_pkey PRIMARY KEY (id)
);
CREATE INDEX refusal_log_age ON platform.refusal_log USING btree (refused_at DESC);

-- kept: facts about the installation (service name, kind, epoch)
create table platform.setting (
  key text not null,
  value jsonb not null,
  constraint setting_pkey PRIMARY KEY (key)
);

-- kept: who sent a file and under which name; usable only by its uploader until attached
create table platform.upload (
  sha256 text not null,
  person uuid not null,
  name text not null,
  received_at timestamp(3) with time zone not null,
  attached_at timestamp(3) with time zone,
  constraint upload_pkey PRIMARY KEY (sha256, person),
  constraint upload_sha256_fkey FOREIGN KEY (sha256) REFERENCES platform.file(sha256)
);
CREATE INDEX upload_unattached ON platform.upload USING btree (person, received_at) WHERE (attached_at IS NULL);

-- covered: an answer to a question; there may be more than one, each with who said it
create table portal.answer (
  id uuid not null,
  entry uuid not null,
  question uuid not null,
  root uuid not null,
  vault uuid not null,
  commitment text not null,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint answer_pkey PRIMARY KEY (id),
  constraint answer_question_fkey FOREIGN KEY (question) REFERENCES portal.question(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX answer_question ON portal.answer USING btree (question, recorded_at);

-- covered: who comes to which counter when, and with which announcement; root is its own id
create table portal.appointment (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  unit uuid not null,
  person uuid not null,
  by_name text not null,
  starts_at timestamp(3) with time zone not null,
  minutes integer not null,
  submission uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint appointment_pkey PRIMARY KEY (id),
  constraint appointment_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600)))
);
CREATE INDEX appointment_person ON portal.appointment USING btree (person, starts_at);
CREATE INDEX appointment_unit ON portal.appointment USING btree (unit, starts_at);

-- covered: appointments given back, by who booked them or by the counter
create table portal.appointment_withdrawn (
  id uuid not null,
  entry uuid not null,
  appointment uuid not null,
  root uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint portal_appointment_withdrawn_once UNIQUE (appointment),
  constraint appointment_withdrawn_pkey PRIMARY KEY (id),
  constraint appointment_withdrawn_appointment_fkey FOREIGN KEY (appointment) REFERENCES portal.appointment(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: what stands above every page, for whom and until when
create table portal.banner (
  id uuid not null,
  entry uuid not null,
  en text not null,
  es text not null,
  tone text not null,
  whom text not null,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint banner_pkey PRIMARY KEY (id),
  constraint banner_tone_check CHECK ((tone = ANY (ARRAY['maya'::text, 'maize'::text, 'achiote'::text]))),
  constraint banner_whom_check CHECK ((whom = ANY (ARRAY['everybody'::text, 'inside'::text, 'outside'::text])))
);

-- covered: a banner taken down before its hour
create table portal.banner_down (
  id uuid not null,
  entry uuid not null,
  banner uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint portal_banner_down_once UNIQUE (banner),
  constraint banner_down_pkey PRIMARY KEY (id),
  constraint banner_down_banner_fkey FOREIGN KEY (banner) REFERENCES portal.banner(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: what is owed, by the rule of the list that said so on that day; amount is the whole of it
create table portal.charge (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  subject text not null,
  agency uuid,
  rule text not null,
  count integer not null,
  amount numeric not null,
  currency text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint portal_charge_once UNIQUE (subject),
  constraint charge_pkey PRIMARY KEY (id),
  constraint charge_agency_fkey FOREIGN KEY (agency) REFERENCES identity.agency(id) DEFERRABLE INITIALLY DEFERRED,
  constraint charge_amount_check CHECK ((amount > (0)::numeric)),
  constraint charge_count_check CHECK ((count > 0))
);
CREATE INDEX charge_root ON portal.charge USING btree (root);

-- covered: who is told how a case goes, and whether they also take its certificates; the newest of a person holds
create table portal.follower (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  person uuid not null,
  seq integer not null,
  follows text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint portal_follower_order UNIQUE (root, person, seq),
  constraint follower_pkey PRIMARY KEY (id),
  constraint follower_person_fkey FOREIGN KEY (person) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED,
  constraint follower_follows_check CHECK ((follows = ANY (ARRAY['copy'::text, 'informed'::text, 'not'::text])))
);

-- covered: what somebody asks of a section without a case, or complains of to quality (ISO/IEC 17025:2017, 7.9); root is its own id, about the case it speaks of; its words stand in the vault
create table portal.help (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  kind text not null,
  unit uuid,
  about uuid,
  vault uuid not null,
  commitment text not null,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint help_pkey PRIMARY KEY (id),
  constraint help_goes_somewhere CHECK (((kind = 'help'::text) = (unit IS NOT NULL))),
  constraint help_kind_check CHECK ((kind = ANY (ARRAY['help'::text, 'complaint'::text])))
);
CREATE INDEX help_recorded ON portal.help USING btree (recorded_at DESC, id DESC);

-- covered: how each ended
create table portal.help_closed (
  id uuid not null,
  entry uuid not null,
  help uuid not null,
  root uuid not null,
  outcome text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint portal_help_closed_once UNIQUE (help),
  constraint help_closed_pkey PRIMARY KEY (id),
  constraint help_closed_help_fkey FOREIGN KEY (help) REFERENCES portal.help(id) DEFERRABLE INITIALLY DEFERRED,
  constraint help_closed_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'upheld'::text, 'partly-upheld'::text, 'not-upheld'::text, 'withdrawn'::text])))
);

-- covered: what was answered and added; the words stand in the vault
create table portal.help_said (
  id uuid not null,
  entry uuid not null,
  help uuid not null,
  root uuid not null,
  vault uuid not null,
  commitment text not null,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint help_said_pkey PRIMARY KEY (id),
  constraint help_said_help_fkey FOREIGN KEY (help) REFERENCES portal.help(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX help_said_help ON portal.help_said USING btree (help, recorded_at);

-- covered: a stage that a kit reached, by whom it was scanned, to whom it goes, and until when the next is expected by the list of that day
create table portal.kit_stage (
  id uuid not null,
  entry uuid not null,
  kit uuid not null,
  root uuid not null,
  seq integer not null,
  stage text not null,
  unit uuid,
  unit_name text not null,
  to_unit uuid,
  to_name text,
  due_on date,
  words text,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint portal_kit_stage_order UNIQUE (kit, seq),
  constraint kit_stage_pkey PRIMARY KEY (id),
  constraint kit_stage_kit_fkey FOREIGN KEY (kit) REFERENCES portal.kit_track(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: a kit that is followed from the hospital on, by its serial; root is its own id, and it says of nobody whose it is
create table portal.kit_track (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  serial text not null,
  unit uuid not null,
  unit_name text not null,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint portal_kit_serial UNIQUE (serial),
  constraint kit_track_pkey PRIMARY KEY (id)
);

-- covered: a charge was paid under the number of a receipt, or waived with the reason
create table portal.payment (
  id uuid not null,
  entry uuid not null,
  charge uuid not null,
  root uuid not null,
  kind text not null,
  receipt text,
  words text,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint portal_paid_once UNIQUE (charge),
  constraint payment_pkey PRIMARY KEY (id),
  constraint payment_charge_fkey FOREIGN KEY (charge) REFERENCES portal.charge(id) DEFERRABLE INITIALLY DEFERRED,
  constraint payment_check CHECK (((kind = 'paid'::text) = (receipt IS NOT NULL))),
  constraint payment_kind_check CHECK ((kind = ANY (ARRAY['paid'::text, 'waived'::text])))
);

-- covered: a question on a case, to the service or to the investigator; its words stand in the vault
create table portal.question (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  to_side text not null,
  vault uuid not null,
  commitment text not null,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint question_pkey PRIMARY KEY (id),
  constraint question_to_side_check CHECK ((to_side = ANY (ARRAY['service'::text, 'customer'::text])))
);
CREATE INDEX question_root ON portal.question USING btree (root, recorded_at);

-- covered: how a customer rates the service on a case, of five; the newest of a person on a case counts; words stand in the vault
create table portal.rating (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  score integer not null,
  vault uuid,
  commitment text,
  by_name text not null,
  unit uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint rating_pkey PRIMARY KEY (id),
  constraint rating_score_check CHECK (((score >= 1) AND (score <= 5)))
);
CREATE INDEX rating_root ON portal.rating USING btree (root, recorded_by, recorded_at DESC);

-- covered: by whom a request for records was granted, for which certificates, or refused with the reason
create table portal.record_decision (
  id uuid not null,
  entry uuid not null,
  request uuid not null,
  root uuid not null,
  decision text not null,
  about uuid,
  versions uuid[] not null,
  vault uuid,
  commitment text,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  asked_as text,
  relative uuid,
  constraint portal_record_decided_once UNIQUE (request),
  constraint record_decision_pkey PRIMARY KEY (id),
  constraint record_decision_request_fkey FOREIGN KEY (request) REFERENCES portal.record_request(id) DEFERRABLE INITIALLY DEFERRED,
  constraint record_decision_decision_check CHECK ((decision = ANY (ARRAY['granted'::text, 'refused'::text])))
);

-- covered: the one release of what was granted, in the portal by name or as paper at the counter
create table portal.record_release (
  id uuid not null,
  entry uuid not null,
  request uuid not null,
  root uuid not null,
  way text not null,
  deliveries uuid[] not null,
  by_name text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint portal_record_released_once UNIQUE (request),
  constraint record_release_pkey PRIMARY KEY (id),
  constraint record_release_request_fkey FOREIGN KEY (request) REFERENCES portal.record_request(id) DEFERRABLE INITIALLY DEFERRED,
  constraint record_release_way_check CHECK ((way = ANY (ARRAY['portal'::text, 'paper'::text])))
);

-- covered: somebody asks for records; root is its own id; who asks without an account, the document shown and the words stand in the vault
create table portal.record_request (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  kind text not null,
  about uuid,
  numbers text not null,
  asker uuid,
  asker_unit uuid,
  proof text not null,
  authority text,
  due_on date,
  vault uuid not null,
  commitment text not null,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint record_request_pkey PRIMARY KEY (id),
  constraint record_request_asker_fkey FOREIGN KEY (asker) REFERENCES identity.person(id) DEFERRABLE INITIALLY DEFERRED,
  constraint record_request_proof_check CHECK ((proof = ANY (ARRAY['account'::text, 'document'::text, 'order'::text])))
);
CREATE INDEX record_request_newest ON portal.record_request USING btree (recorded_at DESC);

create view portal.public_kit_stage as
 SELECT kit,
    root,
    seq,
    stage,
    unit,
    due_on,
    at,
    recorded_at
   FROM portal.kit_stage;

-- covered: who may do what (ISO/IEC 17025:2017, 6.2.6)
create table quality.authorisation (
  id uuid not null,
  entry uuid not null,
  person uuid not null,
  method uuid not null,
  capacity text not null,
  from_on date not null,
  until_on date,
  basis text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint authorisation_pkey PRIMARY KEY (id),
  constraint authorisation_method_fkey FOREIGN KEY (method) REFERENCES quality.method(id) DEFERRABLE INITIALLY DEFERRED,
  constraint authorisation_capacity_check CHECK ((capacity = ANY (ARRAY['analyst'::text, 'reviewer'::text])))
);
CREATE INDEX authorisation_person ON quality.authorisation USING btree (person, method);

-- covered: authorisations that were withdrawn, from which day and why
create table quality.authorisation_end (
  id uuid not null,
  entry uuid not null,
  authorisation uuid not null,
  on_day date not null,
  why text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint quality_withdrawn_once UNIQUE (authorisation),
  constraint authorisation_end_pkey PRIMARY KEY (id),
  constraint authorisation_end_authorisation_fkey FOREIGN KEY (authorisation) REFERENCES quality.authorisation(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: calibrations, checks and maintenance, with the day on which the next is due
create table quality.calibration (
  id uuid not null,
  entry uuid not null,
  equipment uuid not null,
  kind text not null,
  outcome text not null,
  done_on date not null,
  due_on date,
  uncertainty numeric,
  unit text,
  coverage numeric,
  certificate text,
  done_by text,
  note text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint calibration_pkey PRIMARY KEY (id),
  constraint calibration_equipment_fkey FOREIGN KEY (equipment) REFERENCES quality.equipment(id) DEFERRABLE INITIALLY DEFERRED,
  constraint calibration_kind_check CHECK ((kind = ANY (ARRAY['calibration'::text, 'check'::text, 'maintenance'::text]))),
  constraint calibration_outcome_check CHECK ((outcome = ANY (ARRAY['passed'::text, 'failed'::text])))
);
CREATE INDEX calibration_equipment ON quality.calibration USING btree (equipment, done_on DESC);

-- covered: what shows that a person can do the work (ISO/IEC 17025:2017, 6.2.5)
create table quality.competence (
  id uuid not null,
  entry uuid not null,
  person uuid not null,
  method uuid,
  kind text not null,
  outcome text not null,
  on_day date not null,
  note text,
  document text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint competence_pkey PRIMARY KEY (id),
  constraint competence_method_fkey FOREIGN KEY (method) REFERENCES quality.method(id) DEFERRABLE INITIALLY DEFERRED,
  constraint competence_kind_check CHECK ((kind = ANY (ARRAY['training'::text, 'examination'::text, 'supervised-casework'::text, 'proficiency-test'::text, 'witnessed-testimony'::text]))),
  constraint competence_outcome_check CHECK ((outcome = ANY (ARRAY['passed'::text, 'failed'::text, 'attended'::text])))
);
CREATE INDEX competence_person ON quality.competence USING btree (person, on_day DESC);

-- covered: departures from a method or from the rule that blocks a thing, with their end (ISO/IEC 17025:2017, 7.2.1.7)
create table quality.deviation (
  id uuid not null,
  entry uuid not null,
  text text not null,
  why text not null,
  subjects uuid[] not null,
  things uuid[] not null,
  until_on date not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint deviation_pkey PRIMARY KEY (id)
);

-- covered: the two approvals of a deviation, and its end
create table quality.deviation_step (
  id uuid not null,
  entry uuid not null,
  deviation uuid not null,
  kind text not null,
  why text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint quality_deviation_step_once UNIQUE (deviation, kind),
  constraint deviation_step_pkey PRIMARY KEY (id),
  constraint deviation_step_deviation_fkey FOREIGN KEY (deviation) REFERENCES quality.deviation(id) DEFERRABLE INITIALLY DEFERRED,
  constraint deviation_step_kind_check CHECK ((kind = ANY (ARRAY['director'::text, 'quality-manager'::text, 'ended'::text])))
);

-- covered: instruments, balances, rooms with conditions; whether a calibration must stand (ISO/IEC 17025:2017, 6.4)
create table quality.equipment (
  id uuid not null,
  entry uuid not null,
  code text not null,
  kind text not null,
  name text not null,
  make text,
  model text,
  serial text,
  unit uuid,
  place text,
  calibrated boolean not null,
  data jsonb not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint quality_equipment_code UNIQUE (code),
  constraint equipment_pkey PRIMARY KEY (id)
);

-- covered: lots of reagents, reference materials and controls as received
create table quality.lot (
  id uuid not null,
  entry uuid not null,
  number text not null,
  material text not null,
  name text not null,
  kind text not null,
  supplier text,
  received_on date not null,
  expires_on date,
  amount numeric,
  unit text,
  storage text,
  certificate text,
  data jsonb not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint quality_lot_number UNIQUE (material, number),
  constraint lot_pkey PRIMARY KEY (id),
  constraint lot_kind_check CHECK ((kind = ANY (ARRAY['reagent'::text, 'reference-material'::text, 'control'::text, 'consumable'::text])))
);

-- covered: lots verified against the old one, rejected or withdrawn; the newest row holds
create table quality.lot_step (
  id uuid not null,
  entry uuid not null,
  lot uuid not null,
  seq integer not null,
  state text not null,
  why text not null,
  data jsonb not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint quality_lot_step_seq UNIQUE (lot, seq),
  constraint lot_step_pkey PRIMARY KEY (id),
  constraint lot_step_lot_fkey FOREIGN KEY (lot) REFERENCES quality.lot(id) DEFERRABLE INITIALLY DEFERRED,
  constraint lot_step_state_check CHECK ((state = ANY (ARRAY['verified'::text, 'rejected'::text, 'withdrawn'::text])))
);

-- covered: the ways of working that the laboratory has
create table quality.method (
  id uuid not null,
  entry uuid not null,
  code text not null,
  title_en text not null,
  title_es text not null,
  discipline text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint quality_method_code UNIQUE (code),
  constraint method_pkey PRIMARY KEY (id)
);

-- covered: issued versions of methods; on a day, the newest that had begun by then is in force (ISO/IEC 17025:2017, 7.2.1)
create table quality.method_version (
  id uuid not null,
  entry uuid not null,
  method uuid not null,
  version integer not null,
  worksheet jsonb not null,
  techniques jsonb not null,
  decision_rule text,
  validation text,
  document text,
  from_on date not null,
  until_on date,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint quality_method_version_number UNIQUE (method, version),
  constraint method_version_pkey PRIMARY KEY (id),
  constraint method_version_method_fkey FOREIGN KEY (method) REFERENCES quality.method(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: work that does not conform (ISO/IEC 17025:2017, 7.10)
create table quality.nonconformity (
  id uuid not null,
  entry uuid not null,
  root uuid,
  number text not null,
  kind text not null,
  text text not null,
  thing uuid,
  found_on date not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint quality_nonconformity_number UNIQUE (number),
  constraint nonconformity_pkey PRIMARY KEY (id),
  constraint nonconformity_kind_check CHECK ((kind = ANY (ARRAY['method'::text, 'equipment'::text, 'lot'::text, 'person'::text, 'result'::text, 'custody'::text, 'document'::text, 'other'::text])))
);

-- covered: every use of a method version, person, instrument, lot or room, with the calibration or authorisation that held then
create table quality.reliance (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  subject text not null,
  kind text not null,
  thing uuid not null,
  used_for text,
  basis uuid,
  deviation uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint reliance_pkey PRIMARY KEY (id),
  constraint reliance_kind_check CHECK ((kind = ANY (ARRAY['method-version'::text, 'person'::text, 'equipment'::text, 'lot'::text, 'room'::text])))
);
CREATE INDEX reliance_root ON quality.reliance USING btree (root);
CREATE INDEX reliance_subject ON quality.reliance USING btree (subject);
CREATE INDEX reliance_thing ON quality.reliance USING btree (thing, recorded_at DESC);

-- covered: equipment taken out of service and returned; the newest row holds
create table quality.service (
  id uuid not null,
  entry uuid not null,
  equipment uuid not null,
  seq integer not null,
  state text not null,
  why text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint quality_service_seq UNIQUE (equipment, seq),
  constraint service_pkey PRIMARY KEY (id),
  constraint service_equipment_fkey FOREIGN KEY (equipment) REFERENCES quality.equipment(id) DEFERRABLE INITIALLY DEFERRED,
  constraint service_state_check CHECK ((state = ANY (ARRAY['in-service'::text, 'out-of-service'::text])))
);

create view quality.public_authorisation as
 SELECT a.id,
    a.person,
    a.method,
    m.code AS method_code,
    a.capacity,
    a.from_on,
    LEAST(a.until_on, e.on_day) AS until_on,
    e.why AS ended_why
   FROM quality.authorisation a
     JOIN quality.method m ON m.id = a.method
     LEFT JOIN quality.authorisation_end e ON e.authorisation = a.id;

create view quality.public_equipment as
 SELECT e.id,
    e.code,
    e.kind,
    e.name,
    e.make,
    e.model,
    e.serial,
    e.unit,
    e.place,
    e.calibrated,
    e.data,
    COALESCE(s.state, 'in-service'::text) AS state,
    s.why AS state_why,
    c.id AS calibration,
    c.outcome,
    c.done_on,
    c.due_on,
    c.uncertainty,
    c.unit AS uncertainty_unit,
    c.coverage,
    c.certificate
   FROM quality.equipment e
     LEFT JOIN LATERAL ( SELECT s_1.id,
            s_1.entry,
            s_1.equipment,
            s_1.seq,
            s_1.state,
            s_1.why,
            s_1.recorded_at,
            s_1.recorded_by
           FROM quality.service s_1
          WHERE s_1.equipment = e.id
          ORDER BY s_1.seq DESC
         LIMIT 1) s ON true
     LEFT JOIN LATERAL ( SELECT c_1.id,
            c_1.entry,
            c_1.equipment,
            c_1.kind,
            c_1.outcome,
            c_1.done_on,
            c_1.due_on,
            c_1.uncertainty,
            c_1.unit,
            c_1.coverage,
            c_1.certificate,
            c_1.done_by,
            c_1.note,
            c_1.recorded_at,
            c_1.recorded_by
           FROM quality.calibration c_1
          WHERE c_1.equipment = e.id AND c_1.kind = 'calibration'::text
          ORDER BY c_1.done_on DESC, c_1.recorded_at DESC, c_1.id DESC
         LIMIT 1) c ON true;

create view quality.public_lot as
 SELECT l.id,
    l.entry,
    l.number,
    l.material,
    l.name,
    l.kind,
    l.supplier,
    l.received_on,
    l.expires_on,
    l.amount,
    l.unit,
    l.storage,
    l.certificate,
    l.data,
    l.recorded_at,
    l.recorded_by,
    COALESCE(s.state, 'received'::text) AS state,
    s.why AS state_why,
    s.id AS step,
    s.recorded_at AS state_at
   FROM quality.lot l
     LEFT JOIN LATERAL ( SELECT s_1.id,
            s_1.entry,
            s_1.lot,
            s_1.seq,
            s_1.state,
            s_1.why,
            s_1.data,
            s_1.recorded_at,
            s_1.recorded_by
           FROM quality.lot_step s_1
          WHERE s_1.lot = l.id
          ORDER BY s_1.seq DESC
         LIMIT 1) s ON true;

create view quality.public_method_version as
 SELECT v.id,
    v.method,
    m.code,
    m.title_en,
    m.title_es,
    m.discipline,
    v.version,
    v.worksheet,
    v.techniques,
    v.decision_rule,
    v.from_on,
    LEAST(v.until_on, ( SELECT min(n.from_on) - 1
           FROM quality.method_version n
          WHERE n.method = v.method AND n.version > v.version)) AS until_on
   FROM quality.method_version v
     JOIN quality.method m ON m.id = v.method;

-- covered: whom a version was given to, or who was told that it is replaced or withdrawn
create table reports.delivery (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  version uuid not null,
  kind text not null,
  to_person uuid,
  to_unit uuid,
  way text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint delivery_pkey PRIMARY KEY (id),
  constraint delivery_version_fkey FOREIGN KEY (version) REFERENCES reports.version(id) DEFERRABLE INITIALLY DEFERRED,
  constraint delivery_check CHECK (((to_person IS NOT NULL) OR (to_unit IS NOT NULL))),
  constraint delivery_kind_check CHECK ((kind = ANY (ARRAY['copy'::text, 'replacement'::text, 'withdrawal'::text])))
);
CREATE INDEX delivery_person ON reports.delivery USING btree (to_person);
CREATE INDEX delivery_unit ON reports.delivery USING btree (to_unit);
CREATE INDEX delivery_version ON reports.delivery USING btree (version);

-- covered: the reviewed results that a version reports; a result that was corrected later counts no more
create table reports.inclusion (
  id uuid not null,
  entry uuid not null,
  version uuid not null,
  conclusion uuid not null,
  item uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint reports_included_once UNIQUE (version, conclusion),
  constraint inclusion_pkey PRIMARY KEY (id),
  constraint inclusion_version_fkey FOREIGN KEY (version) REFERENCES reports.version(id) DEFERRABLE INITIALLY DEFERRED
);

-- derived: the one live report on each item and question; the constraint makes a second impossible
create table reports.live (
  item uuid not null,
  question text not null,
  version uuid not null,
  constraint reports_one_live UNIQUE (item, question)
);
CREATE INDEX live_version ON reports.live USING btree (version);

-- covered: the recipient's word that it arrived
create table reports.receipt (
  id uuid not null,
  entry uuid not null,
  delivery uuid not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint reports_acknowledged_once UNIQUE (delivery),
  constraint receipt_pkey PRIMARY KEY (id),
  constraint receipt_delivery_fkey FOREIGN KEY (delivery) REFERENCES reports.delivery(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: to whom the certificates of a case are given out, where that is not as its kind says; the newest holds
create table reports.release (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  seq integer not null,
  level text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint reports_release_order UNIQUE (root, seq),
  constraint release_pkey PRIMARY KEY (id),
  constraint release_level_check CHECK ((level = ANY (ARRAY['case'::text, 'agency'::text, 'person'::text, 'named'::text])))
);

-- covered: what the author adds in own words; the newest holds
create table reports.remark (
  id uuid not null,
  entry uuid not null,
  version uuid not null,
  seq integer not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint reports_remark_order UNIQUE (version, seq),
  constraint remark_pkey PRIMARY KEY (id),
  constraint remark_version_fkey FOREIGN KEY (version) REFERENCES reports.version(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: the answer to one request; its versions follow each other under one number
create table reports.report (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text not null,
  request uuid not null,
  unit uuid not null,
  question text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint reports_one_per_request UNIQUE (request),
  constraint reports_report_number UNIQUE (number),
  constraint report_pkey PRIMARY KEY (id)
);
CREATE INDEX report_root ON reports.report USING btree (root);

-- covered: the signed file and its machine-readable twin by their SHA-256, and the certificate that signed
create table reports.signature (
  id uuid not null,
  entry uuid not null,
  version uuid not null,
  certificate uuid not null,
  pdf text not null,
  pdf_size bigint not null,
  data text not null,
  data_size bigint not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint reports_signed_once UNIQUE (version),
  constraint signature_pkey PRIMARY KEY (id),
  constraint signature_version_fkey FOREIGN KEY (version) REFERENCES reports.version(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: every step of a version, carrying the standing after it; the newest holds
create table reports.step (
  id uuid not null,
  entry uuid not null,
  version uuid not null,
  seq integer not null,
  kind text not null,
  state text not null,
  reviewer uuid,
  signer uuid,
  findings jsonb,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint reports_step_order UNIQUE (version, seq),
  constraint step_pkey PRIMARY KEY (id),
  constraint step_version_fkey FOREIGN KEY (version) REFERENCES reports.version(id) DEFERRABLE INITIALLY DEFERRED,
  constraint step_kind_check CHECK ((kind = ANY (ARRAY['drafted'::text, 'reviewed'::text, 'returned'::text, 'reopened'::text, 'signed'::text, 'issued'::text, 'superseded'::text, 'withdrawn'::text]))),
  constraint step_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'returned'::text, 'reviewed'::text, 'signed'::text, 'issued'::text, 'superseded'::text, 'withdrawn'::text])))
);

-- covered: one version of a report, with the code by which anybody checks it and what it changes in the one before
create table reports.version (
  id uuid not null,
  entry uuid not null,
  report uuid not null,
  version integer not null,
  code text not null,
  language text not null,
  supersedes uuid,
  changes text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint reports_version_code UNIQUE (code),
  constraint reports_version_order UNIQUE (report, version),
  constraint version_pkey PRIMARY KEY (id),
  constraint version_report_fkey FOREIGN KEY (report) REFERENCES reports.report(id) DEFERRABLE INITIALLY DEFERRED,
  constraint version_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES reports.version(id) DEFERRABLE INITIALLY DEFERRED,
  constraint version_check CHECK (((supersedes IS NULL) = (changes IS NULL))),
  constraint version_code_check CHECK ((code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'::text)),
  constraint version_language_check CHECK ((language = ANY (ARRAY['en'::text, 'es'::text]))),
  constraint version_version_check CHECK ((version > 0))
);

-- derived: the standing of each version after its newest step
create table reports.version_now (
  version uuid not null,
  report uuid not null,
  root uuid not null,
  request uuid not null,
  number text not null,
  unit uuid not null,
  question text not null,
  place integer not null,
  state text not null,
  author uuid not null,
  reviewer uuid,
  signer uuid,
  seq integer not null,
  since timestamp(3) with time zone not null,
  constraint version_now_pkey PRIMARY KEY (version)
);
CREATE INDEX version_now_open ON reports.version_now USING btree (unit, since, version) WHERE (state = ANY (ARRAY['draft'::text, 'returned'::text, 'reviewed'::text, 'signed'::text]));
CREATE INDEX version_now_report ON reports.version_now USING btree (report, place DESC);
CREATE INDEX version_now_root ON reports.version_now USING btree (root);
CREATE INDEX version_now_since ON reports.version_now USING btree (since DESC, version);

create view reports.public_milestone as
 SELECT r.request,
    r.root,
    v.id AS version,
    s.kind,
    s.recorded_at AS at
   FROM reports.step s
     JOIN reports.version v ON v.id = s.version
     JOIN reports.report r ON r.id = v.report
UNION ALL
 SELECT r.request,
    r.root,
    v.id AS version,
    'delivered'::text AS kind,
    d.recorded_at AS at
   FROM reports.delivery d
     JOIN reports.version v ON v.id = d.version
     JOIN reports.report r ON r.id = v.report
  WHERE d.kind = 'copy'::text
UNION ALL
 SELECT r.request,
    r.root,
    v.id AS version,
    'acknowledged'::text AS kind,
    x.recorded_at AS at
   FROM reports.receipt x
     JOIN reports.delivery d ON d.id = x.delivery
     JOIN reports.version v ON v.id = d.version
     JOIN reports.report r ON r.id = v.report;

create view reports.public_report as
 SELECT version,
    report,
    root,
    request,
    number,
    unit,
    question,
    place,
    state,
    author,
    reviewer,
    signer,
    seq,
    since
   FROM reports.version_now;

-- covered: what a search puts forward: a lead, never a result; loci are counted, alleles never told
create table results.candidate (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  search uuid not null,
  side text not null,
  profile uuid not null,
  index_code text not null,
  place integer not null,
  shared integer not null,
  matched integer not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint candidate_pkey PRIMARY KEY (id),
  constraint candidate_profile_side_fkey FOREIGN KEY (profile, side) REFERENCES results.profile(id, side) DEFERRABLE INITIALLY DEFERRED,
  constraint candidate_search_side_fkey FOREIGN KEY (search, side) REFERENCES results.index_search(id, side) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX candidate_profile ON results.candidate USING btree (profile);
CREATE INDEX candidate_root ON results.candidate USING btree (root);
CREATE INDEX candidate_search ON results.candidate USING btree (search);

-- covered: another person's yes or no to a candidate
create table results.candidate_judged (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  candidate uuid not null,
  outcome text not null,
  words text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint results_candidate_judged_once UNIQUE (candidate),
  constraint candidate_judged_pkey PRIMARY KEY (id),
  constraint candidate_judged_candidate_fkey FOREIGN KEY (candidate) REFERENCES results.candidate(id) DEFERRABLE INITIALLY DEFERRED,
  constraint candidate_judged_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'eliminated'::text])))
);
CREATE INDEX candidate_judged_root ON results.candidate_judged USING btree (root);

-- covered: what the analyst concludes, with everything that it rests on
create table results.conclusion (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  worksheet uuid not null,
  request uuid not null,
  item uuid not null,
  kind text not null,
  substance text,
  value numeric,
  unit text,
  uncertainty numeric,
  k text,
  budget jsonb,
  decision text,
  statutory_limit uuid,
  limit_rule text,
  basis jsonb not null,
  statement text not null,
  statement_values jsonb not null,
  corrects uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint conclusion_pkey PRIMARY KEY (id),
  constraint conclusion_worksheet_fkey FOREIGN KEY (worksheet) REFERENCES results.worksheet(id) DEFERRABLE INITIALLY DEFERRED,
  constraint conclusion_kind_check CHECK ((kind = ANY (ARRAY['identity'::text, 'quantity'::text, 'presumptive'::text, 'negative'::text, 'inconclusive'::text])))
);
CREATE INDEX conclusion_item ON results.conclusion USING btree (item);
CREATE INDEX conclusion_request ON results.conclusion USING btree (request);
CREATE INDEX conclusion_worksheet ON results.conclusion USING btree (worksheet);

-- covered: a person's word on a proposal
create table results.confirmation (
  id uuid not null,
  entry uuid not null,
  search uuid not null,
  hit integer not null,
  substance text not null,
  outcome text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint confirmation_pkey PRIMARY KEY (id),
  constraint confirmation_search_fkey FOREIGN KEY (search) REFERENCES results.search(id) DEFERRABLE INITIALLY DEFERRED,
  constraint confirmation_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'eliminated'::text])))
);
CREATE INDEX confirmation_search ON results.confirmation USING btree (search);

-- covered: what the analyst answered to each finding of a review
create table results.finding_answer (
  id uuid not null,
  entry uuid not null,
  worksheet uuid not null,
  review uuid not null,
  answers jsonb not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint results_answered_once UNIQUE (review),
  constraint finding_answer_pkey PRIMARY KEY (id),
  constraint finding_answer_review_fkey FOREIGN KEY (review) REFERENCES results.review(id) DEFERRABLE INITIALLY DEFERRED,
  constraint finding_answer_worksheet_fkey FOREIGN KEY (worksheet) REFERENCES results.worksheet(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX finding_answer_worksheet ON results.finding_answer USING btree (worksheet);

-- covered: which profiles of an index were put into a file for another laboratory, and which were left out and why
create table results.index_export (
  id uuid not null,
  entry uuid not null,
  side text not null,
  index_code text not null,
  purpose text not null,
  destination text not null,
  source text not null,
  included uuid[] not null,
  left_out jsonb not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint index_export_pkey PRIMARY KEY (id)
);

-- covered: each search of an index, by whom, for what purpose, against which indexes, over how many profiles
create table results.index_search (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  profile uuid not null,
  side text not null,
  index_code text not null,
  purpose text not null,
  words text not null,
  against text[] not null,
  stringency text not null,
  least integer not null,
  compared integer not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint index_search_id_side_key UNIQUE (id, side),
  constraint index_search_pkey PRIMARY KEY (id),
  constraint index_search_profile_side_fkey FOREIGN KEY (profile, side) REFERENCES results.profile(id, side) DEFERRABLE INITIALLY DEFERRED,
  constraint index_search_stringency_check CHECK ((stringency = ANY (ARRAY['high'::text, 'moderate'::text, 'low'::text])))
);
CREATE INDEX index_search_profile ON results.index_search USING btree (profile);
CREATE INDEX index_search_root ON results.index_search USING btree (root);

-- covered: a profile entered an index of the law, on which ground, and when its clock runs out; the newest holds
create table results.indexed (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  profile uuid not null,
  side text not null,
  index_code text not null,
  rule uuid not null,
  ground text not null,
  document uuid,
  words text,
  counted_from date not null,
  keep_until date,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint results_indexed_once UNIQUE (profile, index_code),
  constraint indexed_pkey PRIMARY KEY (id),
  constraint indexed_profile_side_fkey FOREIGN KEY (profile, side) REFERENCES results.profile(id, side) DEFERRABLE INITIALLY DEFERRED,
  constraint indexed_check CHECK (((side = 'humanitarian'::text) OR (index_code <> ALL (ARRAY['missing'::text, 'relatives'::text, 'unidentified'::text])))),
  constraint indexed_ground_check CHECK ((ground = ANY (ARRAY['consent'::text, 'order'::text, 'statute'::text])))
);
CREATE INDEX indexed_root ON results.indexed USING btree (root);

-- covered: reference libraries by name and version
create table results.library (
  id uuid not null,
  entry uuid not null,
  name text not null,
  version text not null,
  file text not null,
  spectra integer not null,
  licence text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint results_library_name UNIQUE (name, version),
  constraint library_pkey PRIMARY KEY (id)
);

-- covered: what was seen, by step and field of the method's worksheet
create table results.observation (
  id uuid not null,
  entry uuid not null,
  worksheet uuid not null,
  item uuid not null,
  step text not null,
  field text not null,
  answer jsonb not null,
  corrects uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint observation_pkey PRIMARY KEY (id),
  constraint observation_worksheet_fkey FOREIGN KEY (worksheet) REFERENCES results.worksheet(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX observation_worksheet ON results.observation USING btree (worksheet);

-- covered: readings of an instrument, portion by portion of one specimen; the newest of a portion holds
create table results.portion (
  id uuid not null,
  entry uuid not null,
  worksheet uuid not null,
  item uuid not null,
  technique text not null,
  substance text not null,
  portion integer not null,
  value numeric not null,
  unit text not null,
  run uuid,
  corrects uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint portion_pkey PRIMARY KEY (id),
  constraint portion_worksheet_fkey FOREIGN KEY (worksheet) REFERENCES results.worksheet(id) DEFERRABLE INITIALLY DEFERRED,
  constraint portion_portion_check CHECK ((portion > 0)),
  constraint portion_value_check CHECK ((value >= (0)::numeric))
);
CREATE INDEX portion_worksheet ON results.portion USING btree (worksheet);

-- covered: STR profiles; the alleles are a personal value kept apart, which an ordered destruction empties
create table results.profile (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text not null,
  worksheet uuid not null,
  request uuid not null,
  item uuid not null,
  side text not null,
  holds text not null,
  made_for text not null,
  kit text not null,
  contributors integer not null,
  loci integer not null,
  party uuid,
  minor boolean not null,
  taken_under text,
  file text not null,
  file_name text not null,
  size bigint not null,
  format text not null,
  vault uuid not null,
  commitment text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint profile_id_side_key UNIQUE (id, side),
  constraint results_profile_file UNIQUE (file),
  constraint results_profile_number UNIQUE (number),
  constraint profile_pkey PRIMARY KEY (id),
  constraint profile_item_side_fkey FOREIGN KEY (item, side) REFERENCES results.profiled_sample(item, side) DEFERRABLE INITIALLY DEFERRED,
  constraint profile_worksheet_fkey FOREIGN KEY (worksheet) REFERENCES results.worksheet(id) DEFERRABLE INITIALLY DEFERRED,
  constraint profile_contributors_check CHECK ((contributors > 0)),
  constraint profile_holds_check CHECK ((holds = ANY (ARRAY['person'::text, 'trace'::text, 'remains'::text]))),
  constraint profile_loci_check CHECK ((loci > 0)),
  constraint profile_side_check CHECK ((side = ANY (ARRAY['criminal'::text, 'humanitarian'::text, 'elimination'::text])))
);
CREATE INDEX profile_item ON results.profile USING btree (item);
CREATE INDEX profile_root ON results.profile USING btree (root);

-- covered: a second person has read the profile against its file
create table results.profile_check (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  profile uuid not null,
  outcome text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint results_profile_checked_once UNIQUE (profile),
  constraint profile_check_pkey PRIMARY KEY (id),
  constraint profile_check_profile_fkey FOREIGN KEY (profile) REFERENCES results.profile(id) DEFERRABLE INITIALLY DEFERRED,
  constraint profile_check_outcome_check CHECK ((outcome = ANY (ARRAY['agrees'::text, 'differs'::text])))
);
CREATE INDEX profile_check_root ON results.profile_check USING btree (root);

-- covered: a profile left its indexes and was destroyed by a second person; the certificate says so without it
create table results.profile_destroyed (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  profile uuid not null,
  removal uuid not null,
  number text not null,
  file text not null,
  size bigint not null,
  signer uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint results_destroyed_once UNIQUE (profile),
  constraint profile_destroyed_pkey PRIMARY KEY (id),
  constraint profile_destroyed_profile_fkey FOREIGN KEY (profile) REFERENCES results.profile(id) DEFERRABLE INITIALLY DEFERRED,
  constraint profile_destroyed_removal_fkey FOREIGN KEY (removal) REFERENCES results.removal(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX profile_destroyed_root ON results.profile_destroyed USING btree (root);

-- covered: on which side of the wall a sample stands, by its first profile
create table results.profiled_sample (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  item uuid not null,
  side text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint profiled_sample_item_side_key UNIQUE (item, side),
  constraint results_sample_one_side UNIQUE (item),
  constraint profiled_sample_pkey PRIMARY KEY (id),
  constraint profiled_sample_side_check CHECK ((side = ANY (ARRAY['criminal'::text, 'humanitarian'::text, 'elimination'::text])))
);
CREATE INDEX profiled_sample_root ON results.profiled_sample USING btree (root);

-- covered: a profile is proposed for removal and destruction, and why
create table results.removal (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  profile uuid not null,
  why text not null,
  document uuid,
  words text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint results_removal_once UNIQUE (profile),
  constraint removal_pkey PRIMARY KEY (id),
  constraint removal_profile_fkey FOREIGN KEY (profile) REFERENCES results.profile(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX removal_root ON results.removal USING btree (root);

-- covered: technical reviews with their findings
create table results.review (
  id uuid not null,
  entry uuid not null,
  worksheet uuid not null,
  outcome text not null,
  findings jsonb not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint review_pkey PRIMARY KEY (id),
  constraint review_worksheet_fkey FOREIGN KEY (worksheet) REFERENCES results.worksheet(id) DEFERRABLE INITIALLY DEFERRED,
  constraint review_outcome_check CHECK ((outcome = ANY (ARRAY['passed'::text, 'returned'::text])))
);
CREATE INDEX review_worksheet ON results.review USING btree (worksheet);

-- covered: instrument runs; the instrument's own file is kept byte for byte under its SHA-256
create table results.run (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  worksheet uuid not null,
  item uuid,
  number text not null,
  file text not null,
  file_name text not null,
  size bigint not null,
  format text not null,
  sample_kind text not null,
  equipment uuid,
  technique text not null,
  summary jsonb not null,
  readable boolean not null,
  unreadable_because text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint run_pkey PRIMARY KEY (id),
  constraint run_worksheet_fkey FOREIGN KEY (worksheet) REFERENCES results.worksheet(id) DEFERRABLE INITIALLY DEFERRED,
  constraint run_sample_kind_check CHECK ((sample_kind = ANY (ARRAY['item'::text, 'blank'::text, 'reference'::text, 'control'::text])))
);
CREATE INDEX run_worksheet ON results.run USING btree (worksheet);

-- covered: what became of each run; a run that nobody accounts for stops the certificate
create table results.run_account (
  id uuid not null,
  entry uuid not null,
  run uuid not null,
  disposition text not null,
  words text not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint run_account_pkey PRIMARY KEY (id),
  constraint run_account_run_fkey FOREIGN KEY (run) REFERENCES results.run(id) DEFERRABLE INITIALLY DEFERRED,
  constraint run_account_disposition_check CHECK ((disposition = ANY (ARRAY['used'::text, 'not-used'::text, 'repeated'::text])))
);
CREATE INDEX run_account_run ON results.run_account USING btree (run);

-- covered: sampling plans with the seed by which anybody can choose the same units again
create table results.sampling (
  id uuid not null,
  entry uuid not null,
  worksheet uuid not null,
  item uuid not null,
  population integer not null,
  fraction text not null,
  confidence text not null,
  allowed_negatives integer not null,
  sample_size integer not null,
  seed text not null,
  algorithm text not null,
  units integer[] not null,
  method text not null,
  grouping_words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint sampling_pkey PRIMARY KEY (id),
  constraint sampling_worksheet_fkey FOREIGN KEY (worksheet) REFERENCES results.worksheet(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: what a library search proposed; a proposal is not a result
create table results.search (
  id uuid not null,
  entry uuid not null,
  run uuid not null,
  library uuid not null,
  spectrum integer not null,
  tolerance jsonb not null,
  status text not null,
  code text not null,
  code_values jsonb not null,
  hits jsonb not null,
  telling jsonb not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint search_pkey PRIMARY KEY (id),
  constraint search_run_fkey FOREIGN KEY (run) REFERENCES results.run(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX search_run ON results.search USING btree (run);

-- covered: what the system put forward, in its order and with its score as it was written; a lead and never a result
create table results.system_candidate (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  search uuid not null,
  rank integer not null,
  label text not null,
  score text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint results_system_rank UNIQUE (search, rank),
  constraint system_candidate_pkey PRIMARY KEY (id),
  constraint system_candidate_search_fkey FOREIGN KEY (search) REFERENCES results.system_search(id) DEFERRABLE INITIALLY DEFERRED,
  constraint system_candidate_rank_check CHECK ((rank > 0))
);

-- covered: what a person found by comparing with a candidate, and which exhibit it is; the newest holds
create table results.system_follow_up (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  candidate uuid not null,
  seq integer not null,
  outcome text not null,
  words text not null,
  other uuid,
  other_root uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint results_follow_up_order UNIQUE (candidate, seq),
  constraint system_follow_up_pkey PRIMARY KEY (id),
  constraint system_follow_up_candidate_fkey FOREIGN KEY (candidate) REFERENCES results.system_candidate(id) DEFERRABLE INITIALLY DEFERRED,
  constraint system_follow_up_outcome_check CHECK ((outcome = ANY (ARRAY['hit'::text, 'no-hit'::text, 'inconclusive'::text])))
);
CREATE INDEX system_follow_up_other ON results.system_follow_up USING btree (other) WHERE (other IS NOT NULL);

-- covered: a search of an exhibit in a system that stands alone: which databases, what of the exhibit, when, and the list of the system as a file
create table results.system_search (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  item uuid not null,
  system text not null,
  databases text[] not null,
  searched text not null,
  reference text,
  searched_at timestamp(3) with time zone not null,
  file text,
  file_name text,
  file_size bigint,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint system_search_pkey PRIMARY KEY (id)
);
CREATE INDEX system_search_item ON results.system_search USING btree (item, searched_at);

-- covered: a second person agrees with a follow-up, or differs
create table results.system_verification (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  follow_up uuid not null,
  agrees boolean not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid,
  constraint results_follow_up_verified UNIQUE (follow_up),
  constraint system_verification_pkey PRIMARY KEY (id),
  constraint system_verification_follow_up_fkey FOREIGN KEY (follow_up) REFERENCES results.system_follow_up(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: outcomes of tests; category as SWGDRUG 8.1, part IIIB
create table results.test (
  id uuid not null,
  entry uuid not null,
  worksheet uuid not null,
  item uuid not null,
  technique text not null,
  category text not null,
  principle text not null,
  sampling_no integer not null,
  outcome text not null,
  points_to text,
  words text,
  run uuid,
  corrects uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint test_pkey PRIMARY KEY (id),
  constraint test_worksheet_fkey FOREIGN KEY (worksheet) REFERENCES results.worksheet(id) DEFERRABLE INITIALLY DEFERRED,
  constraint test_category_check CHECK ((category = ANY (ARRAY['A'::text, 'B'::text, 'C'::text]))),
  constraint test_outcome_check CHECK ((outcome = ANY (ARRAY['positive'::text, 'negative'::text, 'inconclusive'::text])))
);
CREATE INDEX test_worksheet ON results.test USING btree (worksheet);

-- covered: a second examiner's word on a conclusion, agreement or not
create table results.verification (
  id uuid not null,
  entry uuid not null,
  conclusion uuid not null,
  outcome text not null,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint verification_pkey PRIMARY KEY (id),
  constraint verification_conclusion_fkey FOREIGN KEY (conclusion) REFERENCES results.conclusion(id) DEFERRABLE INITIALLY DEFERRED,
  constraint verification_outcome_check CHECK ((outcome = ANY (ARRAY['agrees'::text, 'differs'::text])))
);

-- covered: readings of a balance, parcel by parcel
create table results.weighing (
  id uuid not null,
  entry uuid not null,
  worksheet uuid not null,
  item uuid not null,
  parcel integer not null,
  gross numeric not null,
  tare numeric not null,
  unit text not null,
  equipment uuid not null,
  corrects uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint weighing_pkey PRIMARY KEY (id),
  constraint weighing_worksheet_fkey FOREIGN KEY (worksheet) REFERENCES results.worksheet(id) DEFERRABLE INITIALLY DEFERRED,
  constraint weighing_check CHECK (((gross >= tare) AND (tare >= (0)::numeric))),
  constraint weighing_parcel_check CHECK ((parcel > 0))
);
CREATE INDEX weighing_worksheet ON results.weighing USING btree (worksheet);

-- covered: one analyst's work on one request by one version of a method
create table results.worksheet (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text not null,
  request uuid not null,
  analyst uuid not null,
  method_version uuid not null,
  unit uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint results_worksheet_number UNIQUE (number),
  constraint worksheet_pkey PRIMARY KEY (id)
);
CREATE INDEX worksheet_request ON results.worksheet USING btree (request);
CREATE INDEX worksheet_root ON results.worksheet USING btree (root);

-- derived: the state of each worksheet after its last conclusion or review
create table results.worksheet_now (
  worksheet uuid not null,
  root uuid not null,
  request uuid not null,
  analyst uuid not null,
  state text not null,
  since timestamp(3) with time zone not null,
  constraint worksheet_now_pkey PRIMARY KEY (worksheet),
  constraint worksheet_now_state_check CHECK ((state = ANY (ARRAY['open'::text, 'concluded'::text, 'returned'::text, 'reviewed'::text])))
);
CREATE INDEX worksheet_now_state ON results.worksheet_now USING btree (state, since) WHERE (state <> 'reviewed'::text);

create view results.profile_now as
 SELECT p.id AS profile,
    p.root,
    p.side,
    i.index_code,
    i.id AS indexed,
    i.keep_until,
    p.vault,
        CASE
            WHEN d.id IS NOT NULL THEN 'removed'::text
            WHEN i.id IS NOT NULL THEN 'indexed'::text
            WHEN k.outcome = 'agrees'::text THEN 'checked'::text
            WHEN k.outcome = 'differs'::text THEN 'differs'::text
            ELSE 'recorded'::text
        END AS state
   FROM results.profile p
     LEFT JOIN results.profile_check k ON k.profile = p.id
     LEFT JOIN results.profile_destroyed d ON d.profile = p.id
     LEFT JOIN LATERAL ( SELECT x.id,
            x.index_code,
            x.keep_until
           FROM results.indexed x
          WHERE x.profile = p.id
          ORDER BY x.recorded_at DESC, x.id DESC
         LIMIT 1) i ON true;

create view results.public_conclusion as
 SELECT c.id,
    c.root,
    c.request,
    c.item,
    c.kind,
    c.substance,
    c.value,
    c.unit,
    p.at AS from_at,
    n.at AS until_at
   FROM results.conclusion c
     JOIN LATERAL ( SELECT min(r.recorded_at) AS at
           FROM results.review r
          WHERE r.worksheet = c.worksheet AND r.outcome = 'passed'::text) p ON p.at IS NOT NULL
     LEFT JOIN LATERAL ( SELECT min(x.recorded_at) AS at
           FROM results.conclusion x
          WHERE x.corrects = c.id) n ON true;

create view results.public_test as
 SELECT w.request,
    w.root,
    t.item,
    t.technique,
    min(t.at) AS at
   FROM ( SELECT test.worksheet,
            test.item,
            test.technique,
            test.recorded_at AS at
           FROM results.test
        UNION ALL
         SELECT run.worksheet,
            run.item,
            run.technique,
            run.recorded_at
           FROM results.run
          WHERE run.item IS NOT NULL
        UNION ALL
         SELECT weighing.worksheet,
            weighing.item,
            'weighing'::text,
            weighing.recorded_at
           FROM results.weighing) t
     JOIN results.worksheet w ON w.id = t.worksheet
  GROUP BY w.request, w.root, t.item, t.technique;

-- covered: what somebody pointed out on a photograph; drawn over it, never into it
create table scenes.annotation (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  photograph uuid not null,
  shapes jsonb not null,
  words text,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint annotation_pkey PRIMARY KEY (id),
  constraint annotation_photograph_fkey FOREIGN KEY (photograph) REFERENCES scenes.photograph(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX annotation_photograph ON scenes.annotation USING btree (photograph);

-- covered: one attendance at one place
create table scenes.attendance (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text not null,
  call_out uuid,
  unit uuid,
  scene_type text not null,
  place text not null,
  district text,
  latitude numeric,
  longitude numeric,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint scenes_attendance_number UNIQUE (number),
  constraint attendance_pkey PRIMARY KEY (id)
);
CREATE INDEX attendance_root ON scenes.attendance USING btree (root);

-- derived: the standing of each attendance after its newest step
create table scenes.attendance_now (
  attendance uuid not null,
  root uuid not null,
  number text not null,
  unit uuid,
  scene_type text not null,
  state text not null,
  seq integer not null,
  version integer not null,
  lead uuid not null,
  opened_at timestamp(3) with time zone not null,
  since timestamp(3) with time zone not null,
  constraint attendance_now_pkey PRIMARY KEY (attendance)
);
CREATE INDEX attendance_now_lead ON scenes.attendance_now USING btree (lead, opened_at DESC);
CREATE INDEX attendance_now_opened ON scenes.attendance_now USING btree (opened_at DESC, attendance);
CREATE INDEX attendance_now_root ON scenes.attendance_now USING btree (root);

-- covered: every step of an attendance, carrying the whole standing after it; the newest holds
create table scenes.attendance_step (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  seq integer not null,
  kind text not null,
  state text not null,
  version integer not null,
  person uuid not null,
  by_name text not null,
  words text,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint scenes_attendance_step_order UNIQUE (attendance, seq),
  constraint attendance_step_pkey PRIMARY KEY (id),
  constraint attendance_step_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED,
  constraint attendance_step_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'arrived'::text, 'left'::text, 'signed'::text, 'amended'::text]))),
  constraint attendance_step_state_check CHECK ((state = ANY (ARRAY['open'::text, 'at-scene'::text, 'left'::text, 'signed'::text])))
);

-- covered: a bay kept for one vehicle from one instant to another
create table scenes.bay_booking (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  place uuid not null,
  place_name text not null,
  unit uuid not null,
  capacity integer not null,
  thing uuid not null,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone not null,
  words text,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint bay_booking_pkey PRIMARY KEY (id)
);
CREATE INDEX bay_booking_place ON scenes.bay_booking USING btree (place, from_at);
CREATE INDEX bay_booking_thing ON scenes.bay_booking USING btree (thing);

-- covered: what became of a booking: the vehicle was examined, given back, or the bay was not needed
create table scenes.bay_step (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  booking uuid not null,
  seq integer not null,
  kind text not null,
  attendance uuid,
  words text,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint scenes_bay_step_order UNIQUE (booking, seq),
  constraint bay_step_pkey PRIMARY KEY (id),
  constraint bay_step_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED,
  constraint bay_step_booking_fkey FOREIGN KEY (booking) REFERENCES scenes.bay_booking(id) DEFERRABLE INITIALLY DEFERRED,
  constraint bay_step_kind_check CHECK ((kind = ANY (ARRAY['examined'::text, 'released'::text, 'cancelled'::text])))
);
CREATE INDEX bay_step_attendance ON scenes.bay_step USING btree (attendance) WHERE (attendance IS NOT NULL);

-- covered: a call for somebody to come to a scene; who called stands in the vault
create table scenes.call_out (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  unit uuid not null,
  scene_type text not null,
  place text not null,
  district text,
  latitude numeric,
  longitude numeric,
  vault uuid,
  commitment text,
  words text,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint call_out_pkey PRIMARY KEY (id)
);
CREATE INDEX call_out_root ON scenes.call_out USING btree (root);

-- derived: the standing of each call after its newest step
create table scenes.call_out_now (
  call_out uuid not null,
  root uuid not null,
  unit uuid not null,
  state text not null,
  seq integer not null,
  people uuid[] not null,
  attendance uuid,
  at timestamp(3) with time zone not null,
  since timestamp(3) with time zone not null,
  constraint call_out_now_pkey PRIMARY KEY (call_out)
);
CREATE INDEX call_out_now_open ON scenes.call_out_now USING btree (unit, at) WHERE (state = ANY (ARRAY['waiting'::text, 'dispatched'::text]));

-- covered: what became of a call: who was sent, why nobody was, which attendance it led to
create table scenes.call_out_step (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  call_out uuid not null,
  seq integer not null,
  kind text not null,
  people uuid[] not null,
  vehicle text,
  code text,
  words text,
  attendance uuid,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint scenes_call_out_step_order UNIQUE (call_out, seq),
  constraint call_out_step_pkey PRIMARY KEY (id),
  constraint call_out_step_call_out_fkey FOREIGN KEY (call_out) REFERENCES scenes.call_out(id) DEFERRABLE INITIALLY DEFERRED,
  constraint call_out_step_kind_check CHECK ((kind = ANY (ARRAY['dispatched'::text, 'declined'::text, 'attended'::text])))
);

-- covered: a checklist as somebody answered it, with the version of the form
create table scenes.checklist (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  form uuid not null,
  answers jsonb not null,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint checklist_pkey PRIMARY KEY (id),
  constraint checklist_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX checklist_attendance ON scenes.checklist USING btree (attendance);

-- covered: what a mark or a lifted print became: a thing in the custody of whoever took it
create table scenes.collected (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  mark uuid,
  thing uuid not null,
  how text,
  surface text,
  method text,
  photograph uuid,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint collected_pkey PRIMARY KEY (id),
  constraint collected_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX collected_attendance ON scenes.collected USING btree (attendance);
CREATE INDEX collected_thing ON scenes.collected USING btree (thing);

-- covered: a correction names the row, what stood there and what should have stood there; the row stays
create table scenes.correction (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  of_kind text not null,
  corrects uuid not null,
  was jsonb not null,
  becomes jsonb not null,
  why text not null,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint correction_pkey PRIMARY KEY (id),
  constraint correction_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX correction_attendance ON scenes.correction USING btree (attendance);

-- covered: one person on duty from one instant to another
create table scenes.duty (
  id uuid not null,
  entry uuid not null,
  roster uuid not null,
  person uuid not null,
  duty text not null,
  from_at timestamp(3) with time zone not null,
  until_at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint duty_pkey PRIMARY KEY (id),
  constraint duty_roster_fkey FOREIGN KEY (roster) REFERENCES scenes.roster(id) DEFERRABLE INITIALLY DEFERRED,
  constraint duty_duty_check CHECK ((duty = ANY (ARRAY['first'::text, 'second'::text, 'supervisor'::text])))
);
CREATE INDEX duty_roster ON scenes.duty USING btree (roster);

-- covered: a marker set down beside what was found, before anybody touched it
create table scenes.evidence_mark (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  label text not null,
  words text not null,
  spot text,
  latitude numeric,
  longitude numeric,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint evidence_mark_pkey PRIMARY KEY (id),
  constraint evidence_mark_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX evidence_mark_attendance ON scenes.evidence_mark USING btree (attendance);

-- covered: photographs counted again, byte for byte, and each that is no longer what it was, by name
create table scenes.fixity (
  id uuid not null,
  entry uuid not null,
  from_file text not null,
  until_file text not null,
  whole boolean not null,
  checked integer not null,
  bytes bigint not null,
  wrong jsonb not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint fixity_pkey PRIMARY KEY (id)
);
CREATE INDEX fixity_recorded ON scenes.fixity USING btree (recorded_at DESC);

-- covered: an identity document whose code was read at a scene, what a person confirmed of it; the text as it was read stands in the vault
create table scenes.identity (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  party uuid not null,
  vault uuid,
  commitment text,
  format text,
  failed text[] not null,
  differs text[] not null,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint identity_pkey PRIMARY KEY (id),
  constraint identity_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX identity_attendance ON scenes.identity USING btree (attendance);

-- covered: barcodes given out before there is a thing that bears them
create table scenes.label (
  id uuid not null,
  entry uuid not null,
  code text not null,
  roll uuid not null,
  unit uuid,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint scenes_label_code UNIQUE (code),
  constraint label_pkey PRIMARY KEY (id)
);
CREATE INDEX label_roll ON scenes.label USING btree (roll);

-- covered: the cordon log: who entered, who left, why; names of people without an account stand in the vault
create table scenes.log_entry (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  kind text not null,
  person uuid,
  vault uuid,
  commitment text,
  organisation text,
  why text,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint log_entry_pkey PRIMARY KEY (id),
  constraint log_entry_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED,
  constraint log_entry_kind_check CHECK ((kind = ANY (ARRAY['entered'::text, 'left'::text, 'note'::text])))
);
CREATE INDEX log_entry_attendance ON scenes.log_entry USING btree (attendance, at);

-- covered: what was measured between what and what, with its unit
create table scenes.measurement (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  from_words text not null,
  to_words text not null,
  value numeric not null,
  unit text not null,
  method text,
  mark uuid,
  words text,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint measurement_pkey PRIMARY KEY (id),
  constraint measurement_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX measurement_attendance ON scenes.measurement USING btree (attendance);

-- covered: a sheet that was printed for a scene, with the version of the form and the numbers it carries
create table scenes.paper_form (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  form uuid,
  kind text not null,
  code text not null,
  marks text[] not null,
  labels text[] not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint scenes_paper_form_code UNIQUE (code),
  constraint paper_form_pkey PRIMARY KEY (id),
  constraint paper_form_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED,
  constraint paper_form_kind_check CHECK ((kind = ANY (ARRAY['checklist'::text, 'log'::text, 'exhibits'::text])))
);
CREATE INDEX paper_form_attendance ON scenes.paper_form USING btree (attendance);

-- covered: a photograph byte for byte as the camera wrote it, or a copy made from one with the steps that made it
create table scenes.photograph (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  seq integer not null,
  file text not null,
  name text not null,
  folder text,
  media_type text not null,
  size bigint not null,
  shows text not null,
  caption text,
  spot text,
  mark uuid,
  captured_sha256 text,
  camera text,
  taken_at timestamp(3) with time zone,
  taken_text text,
  latitude numeric,
  longitude numeric,
  width integer,
  height integer,
  facts jsonb,
  source uuid,
  steps text,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint scenes_photograph_order UNIQUE (attendance, seq),
  constraint photograph_pkey PRIMARY KEY (id),
  constraint photograph_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED,
  constraint photograph_shows_check CHECK ((shows = ANY (ARRAY['overall'::text, 'mid-range'::text, 'close-up'::text, 'scale'::text, 'person'::text, 'document'::text, 'other'::text])))
);
CREATE INDEX photograph_attendance ON scenes.photograph USING btree (attendance, seq);
CREATE INDEX photograph_file ON scenes.photograph USING btree (file);
CREATE INDEX photograph_mark ON scenes.photograph USING btree (mark) WHERE (mark IS NOT NULL);

-- covered: the signed scene record, one row a version; a later one stands beside the earlier
create table scenes.record (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  version integer not null,
  file text not null,
  size bigint not null,
  signer uuid not null,
  why text,
  changes jsonb not null,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint scenes_record_version UNIQUE (attendance, version),
  constraint record_pkey PRIMARY KEY (id),
  constraint record_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED
);

-- kept: small pictures made from originals for lists and papers; made again at will
create table scenes.rendition (
  file text not null,
  kind text not null,
  made text not null,
  media_type text not null,
  made_at timestamp(3) with time zone not null,
  constraint rendition_pkey PRIMARY KEY (file, kind)
);

-- covered: a published list of who is on duty in an office; the newest for a day holds
create table scenes.roster (
  id uuid not null,
  entry uuid not null,
  unit uuid not null,
  from_on date not null,
  until_on date not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint roster_pkey PRIMARY KEY (id)
);
CREATE INDEX roster_unit ON scenes.roster USING btree (unit, from_on);

-- covered: two people wrote differently about one thing; both stay, and a person said which holds
create table scenes.settlement (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  conflict text not null,
  keeps uuid not null,
  words text not null,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint settlement_pkey PRIMARY KEY (id),
  constraint settlement_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX settlement_attendance ON scenes.settlement USING btree (attendance);

-- covered: a sketch with its scale and symbols, as data and as it was rendered; a later version is a new row
create table scenes.sketch (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  sketch uuid not null,
  seq integer not null,
  title text not null,
  drawing jsonb not null,
  svg text not null,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint scenes_sketch_order UNIQUE (sketch, seq),
  constraint sketch_pkey PRIMARY KEY (id),
  constraint sketch_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX sketch_attendance ON scenes.sketch USING btree (attendance);

-- covered: what somebody said at the scene, written or recorded; name and words stand in the vault
create table scenes.statement (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  attendance uuid not null,
  party uuid,
  vault uuid,
  commitment text,
  language text,
  file text,
  name text,
  media_type text,
  size bigint,
  by_name text not null,
  at timestamp(3) with time zone not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint statement_pkey PRIMARY KEY (id),
  constraint statement_attendance_fkey FOREIGN KEY (attendance) REFERENCES scenes.attendance(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX statement_attendance ON scenes.statement USING btree (attendance);

create view scenes.public_attendance as
 SELECT n.attendance,
    n.root,
    n.number,
    n.unit,
    n.scene_type,
    a.place,
    n.state,
    n.version,
    n.opened_at,
    n.since
   FROM scenes.attendance_now n
     JOIN scenes.attendance a ON a.id = n.attendance;

create view scenes.public_photograph as
 SELECT id AS photograph,
    attendance,
    root,
    file,
    size
   FROM scenes.photograph h;

create view scenes.public_record as
 SELECT attendance,
    root,
    version,
    file,
    at,
    by_name
   FROM scenes.record r;

-- covered: the points that somebody answered for when a request was taken on
create table work.contract_review (
  id uuid not null,
  entry uuid not null,
  request uuid not null,
  points text[] not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  seq integer,
  constraint work_reviewed_once UNIQUE (request, seq),
  constraint contract_review_pkey PRIMARY KEY (id),
  constraint contract_review_request_fkey FOREIGN KEY (request) REFERENCES work.request(id) DEFERRABLE INITIALLY DEFERRED
);

-- covered: what was asked, of which section, about which case
create table work.request (
  id uuid not null,
  entry uuid not null,
  root uuid not null,
  number text not null,
  unit uuid not null,
  asked_by_unit uuid,
  discipline text not null,
  question text not null,
  question_text text,
  priority text not null,
  due_on date,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint work_request_number UNIQUE (number),
  constraint request_pkey PRIMARY KEY (id),
  constraint request_priority_check CHECK ((priority = ANY (ARRAY['routine'::text, 'urgent'::text, 'court'::text])))
);
CREATE INDEX request_root ON work.request USING btree (root);

-- covered: the items that a request is about
create table work.request_item (
  id uuid not null,
  entry uuid not null,
  request uuid not null,
  item uuid not null,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  constraint request_item_pkey PRIMARY KEY (id),
  constraint request_item_request_fkey FOREIGN KEY (request) REFERENCES work.request(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX request_item_item ON work.request_item USING btree (item);
CREATE INDEX request_item_request ON work.request_item USING btree (request);

-- derived: the standing of each request after its newest step
create table work.request_now (
  request uuid not null,
  root uuid not null,
  number text not null,
  unit uuid not null,
  discipline text not null,
  question text not null,
  state text not null,
  waiting boolean not null,
  priority text not null,
  due_on date,
  assignee uuid,
  reviewer uuid,
  method_version uuid,
  seq integer not null,
  asked_at timestamp(3) with time zone not null,
  since timestamp(3) with time zone not null,
  constraint request_now_pkey PRIMARY KEY (request)
);
CREATE INDEX request_now_asked ON work.request_now USING btree (asked_at DESC, request);
CREATE INDEX request_now_assignee ON work.request_now USING btree (assignee, due_on) WHERE (state <> ALL (ARRAY['completed'::text, 'declined'::text, 'withdrawn'::text]));
CREATE INDEX request_now_open ON work.request_now USING btree (unit, due_on, number) WHERE (state <> ALL (ARRAY['completed'::text, 'declined'::text, 'withdrawn'::text]));
CREATE INDEX request_now_root ON work.request_now USING btree (root);

-- covered: every step of a request, carrying the whole standing after it; the newest holds
create table work.step (
  id uuid not null,
  entry uuid not null,
  request uuid not null,
  seq integer not null,
  kind text not null,
  state text not null,
  assignee uuid,
  reviewer uuid,
  method_version uuid,
  due_on date,
  priority text,
  waiting boolean not null,
  code text,
  words text,
  recorded_at timestamp(3) with time zone not null,
  recorded_by uuid not null,
  unit uuid,
  constraint work_step_order UNIQUE (request, seq),
  constraint step_pkey PRIMARY KEY (id),
  constraint step_request_fkey FOREIGN KEY (request) REFERENCES work.request(id) DEFERRABLE INITIALLY DEFERRED,
  constraint step_kind_check CHECK ((kind = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text, 'assigned'::text, 'started'::text, 'stopped'::text, 'restarted'::text, 'completed'::text, 'reopened'::text, 'rescheduled'::text, 'transferred'::text]))),
  constraint step_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'accepted'::text, 'declined'::text, 'assigned'::text, 'started'::text, 'completed'::text, 'withdrawn'::text])))
);

create view work.public_asked as
 SELECT id AS request,
    root,
    number,
    unit,
    discipline,
    question,
    due_on,
    recorded_at AS asked_at
   FROM work.request;

create view work.public_asker as
 SELECT id AS request,
    root,
    recorded_by AS asked_by
   FROM work.request;

create view work.public_request as
 SELECT request,
    root,
    number,
    unit,
    discipline,
    question,
    state,
    waiting,
    priority,
    due_on,
    assignee,
    reviewer,
    method_version,
    seq,
    asked_at,
    since
   FROM work.request_now;

create view work.public_request_item as
 SELECT request,
    item,
    recorded_at AS at
   FROM work.request_item;

create view work.public_step as
 SELECT s.request,
    r.root,
    r.number,
    COALESCE(s.unit, r.unit) AS unit,
    r.discipline,
    r.question,
    r.recorded_at AS asked_at,
    s.seq,
    s.state,
    s.waiting,
    s.due_on,
    s.recorded_at AS at
   FROM work.step s
     JOIN work.request r ON r.id = s.request;

CREATE OR REPLACE FUNCTION cases.move_counts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into cases.month_count as c (month, district, type, state, n)
      select month, coalesce(district, ''), type, state, count(*)::int from come where not sealed group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (month, district, type, state) do update set n = c.n + excluded.n;
  elsif tg_op = 'UPDATE' then
    -- Only what really moved: most changes leave a case in its cell, and then no row is locked.
    insert into cases.month_count as c (month, district, type, state, n)
      select month, district, type, state, sum(n)::int from (
        select month, coalesce(district, '') as district, type, state, 1 as n from come where not sealed
        union all select month, coalesce(district, ''), type, state, -1 from gone where not sealed) m
       group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4
      on conflict (month, district, type, state) do update set n = c.n + excluded.n;
    delete from cases.month_count c using gone g where c.n = 0 and c.month = g.month and c.district = coalesce(g.district, '') and c.type = g.type and c.state = g.state;
  else
    insert into cases.month_count as c (month, district, type, state, n)
      select month, coalesce(district, ''), type, state, -count(*)::int from gone where not sealed group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (month, district, type, state) do update set n = c.n + excluded.n;
    delete from cases.month_count where n = 0;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION cases.sort_handles()
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select gin_clean_pending_list('cases.handle_part') + gin_clean_pending_list('cases.handle_sound')
$function$;

CREATE OR REPLACE FUNCTION cases.stands_for_new_entries()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock_shared(7236601);
  if exists (select 1 from come e join cases.withdrawn w on w.root = e.root where w.entry <> e.id) then
    raise exception 'the case was withdrawn' using errcode = 'check_violation', constraint = 'cases_withdrawn';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION evidence.count_places()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    insert into evidence.location_now as l (location, things)
      select holder, -count(*)::int from gone where holder_kind = 'place' group by 1 order by 1
      on conflict (location) do update set things = l.things + excluded.things;
  end if;
  if tg_op in ('UPDATE', 'INSERT') then
    insert into evidence.location_now as l (location, things)
      select holder, count(*)::int from come where holder_kind = 'place' group by 1 order by 1
      on conflict (location) do update set things = l.things + excluded.things;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION evidence.hazards_around(in_thing uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  with recursive up as (
    select thing, packed_in, 0 as step from evidence.thing_now where thing = in_thing
    union all select n.thing, n.packed_in, u.step + 1 from evidence.thing_now n join up u on n.thing = u.packed_in where u.step < 12),
  down as (
    select thing from up
    union select n.thing from evidence.thing_now n join down d on n.packed_in = d.thing)
  select coalesce(array_agg(distinct h order by h), '{}') from evidence.thing_now n cross join unnest(n.hazards) h
   where n.thing in (select thing from down)
$function$;

CREATE OR REPLACE FUNCTION evidence.path_of(in_place uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  with recursive up as (
    select id, parent, name, 0 as step from evidence.location where id = in_place
    union all select l.id, l.parent, l.name, u.step + 1 from evidence.location l join up u on l.id = u.parent where u.step < 12)
  select string_agg(name, ' › ' order by step desc) from up
$function$;

CREATE OR REPLACE FUNCTION ledger.added_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('custodia.destroying', true) = 'by-order' and tg_op = 'DELETE' then return old; end if;
  if current_setting('custodia.striking', true) = 'by-order' and tg_op = 'UPDATE' then return new; end if;
  raise exception 'Rows of %.% are only added to; a mistake is corrected by a new row', tg_table_schema, tg_table_name using errcode = '42501';
end $function$;

CREATE OR REPLACE FUNCTION ledger.destroy_row(in_table text, in_id uuid, in_entry uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform ledger.must_be_record(in_table);
  insert into ledger.destroyed (table_name, row_id, entry) values (in_table, in_id, in_entry);
  perform set_config('custodia.destroying', 'by-order', true);
  execute format('delete from %I.%I where id = $1', split_part(in_table, '.', 1), split_part(in_table, '.', 2)) using in_id;
  perform set_config('custodia.destroying', '', true);
end $function$;

CREATE OR REPLACE FUNCTION ledger.must_be_record(in_table text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if split_part(in_table, '.', 1) = 'ledger' or coalesce(obj_description(to_regclass(in_table), 'pg_class'), '') not like 'covered:%' then
    raise exception '% is not a table of records', in_table using errcode = '42501';
  end if;
end $function$;

CREATE OR REPLACE FUNCTION ledger.strike_words(in_table text, in_id uuid, in_words jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare name text; place text := format('%I.%I', split_part(in_table, '.', 1), split_part(in_table, '.', 2));
begin
  perform ledger.must_be_record(in_table);
  perform set_config('custodia.striking', 'by-order', true);
  for name in select jsonb_object_keys(in_words) loop
    execute format('update %s t set %I = (jsonb_populate_record(t, $2)).%I where t.id = $1', place, name, name) using in_id, in_words;
  end loop;
  perform set_config('custodia.striking', '', true);
end $function$;

CREATE OR REPLACE FUNCTION platform.log_reads(at timestamp with time zone, who uuid, what text, roots uuid[], why text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare before bytea; n int; one uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('read:' || who::text, 0));
  select l.seq, l.hash into n, before from platform.read_log l where l.person = who order by l.seq desc limit 1;
  n := coalesce(n, 0);
  foreach one in array roots loop
    n := n + 1;
    before := platform.read_hash(before, n, at, who, what, one, null, why);
    insert into platform.read_log (read_at, person, operation, root, reason, seq, hash) values (at, who, what, one, why, n, before);
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION platform.only_added_to()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'Rows of %.% are only added to', tg_table_schema, tg_table_name using errcode = '42501';
end $function$;

CREATE OR REPLACE FUNCTION platform.read_hash(before bytea, n integer, at timestamp with time zone, who uuid, what text, of_root uuid, about text, why text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  select sha256(convert_to(jsonb_build_array(coalesce(encode(before, 'hex'), ''), n, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), who, what, of_root, about, why)::text, 'UTF8'))
$function$;
