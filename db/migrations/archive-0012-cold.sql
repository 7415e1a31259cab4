-- Masters may leave the online store for a cold one, while catalogue, text and a reading copy of each page stay: where they are, from whom they are asked back, and what was found when they were counted again.
create table archive.cold_place (
  id uuid primary key, entry uuid not null, label text not null constraint archive_cold_place_label unique, kind text not null check (kind in ('folder', 'medium')),
  whereabouts text not null, keeper text not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.cold_place is 'covered: cold stores by their label: a folder beside the online store, or a medium that lies somewhere, and who keeps it';
create table archive.cold_step (
  id uuid primary key, entry uuid not null, batch uuid not null references archive.batch deferrable initially deferred, seq int not null,
  kind text not null check (kind in ('ordered', 'gone', 'failed', 'asked-back', 'ordered-back', 'not-back', 'back')), state text not null check (state in ('online', 'leaving', 'cold', 'asked-back', 'coming-back')),
  place uuid not null references archive.cold_place deferrable initially deferred, files int not null, bytes bigint not null, words text, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint archive_cold_step_order unique (batch, seq)
);
comment on table archive.cold_step is 'covered: how the masters of a batch went to a cold store, who asked for them, and how they came back';
create table archive.cold_file (
  id uuid primary key, entry uuid not null, batch uuid not null references archive.batch deferrable initially deferred, place uuid not null, sha256 text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.cold_file is 'covered: files by hash that were written to a cold store and read back from it';
create index cold_file_batch on archive.cold_file (batch);
create index cold_file_place on archive.cold_file (place, sha256);
create table archive.cold_now (
  batch uuid primary key, place uuid not null, state text not null, seq int not null, since timestamptz(3) not null
);
comment on table archive.cold_now is 'derived: where the masters of each batch are that ever left';
create table archive.cold_check (
  id uuid primary key, entry uuid not null, place uuid not null references archive.cold_place deferrable initially deferred, from_file text not null, until_file text not null, whole boolean not null,
  checked int not null, bytes bigint not null, wrong jsonb not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table archive.cold_check is 'covered: files of a cold store counted again, byte for byte';
create table archive.cold_left (sha256 text primary key, place uuid not null, since timestamptz(3) not null);
comment on table archive.cold_left is 'kept: files that may leave the online store as soon as their cold copy has been read once more';
create table archive.page_view (page uuid primary key references archive.page deferrable initially deferred, sha256 text not null, media_type text not null);
comment on table archive.page_view is 'kept: the reading copy of a page, upright and as large as a screen, that stays online; made again at will while the master is';
