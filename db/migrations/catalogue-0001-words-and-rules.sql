-- The laboratory's own words and rules as dated, versioned rows: lists, codes, limits, and definitions with a body.
create schema catalogue;

create table catalogue.code_list (
  id uuid primary key, entry uuid not null, list text not null, seq int not null,
  en text not null, es text not null, note text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint catalogue_code_list_seq unique (list, seq)
);
comment on table catalogue.code_list is 'covered: the lists of codes; the newest row names the list';

create table catalogue.code (
  id uuid primary key, entry uuid not null, list text not null, code text not null, seq int not null,
  en text not null, es text not null, data jsonb not null, place int not null,
  valid_from date, valid_until date, unverified boolean not null, source text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint catalogue_code_seq unique (list, code, seq)
);
comment on table catalogue.code is 'covered: versions of codes; on a day, the newest version that had begun by then holds';

create table catalogue.statutory_limit (
  id uuid primary key, entry uuid not null, key text not null, seq int not null, substance text not null,
  value numeric not null, unit text not null, comparison text not null check (comparison in ('more-than','at-least','less-than','at-most')),
  law text not null, clause text, en text not null, es text not null, rule text not null check (rule in ('shown-beyond-uncertainty','value-alone')),
  valid_from date, valid_until date, unverified boolean not null, source text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint catalogue_limit_seq unique (key, seq)
);
comment on table catalogue.statutory_limit is 'covered: quantities named by law, with the days between which they hold';
create index statutory_limit_substance on catalogue.statutory_limit (substance);

create table catalogue.definition (
  id uuid primary key, entry uuid not null, kind text not null check (kind in ('form','template','kit','label','numbering','letterhead')),
  key text not null, version int not null, en text not null, es text not null, body jsonb not null, unverified boolean not null, source text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint catalogue_definition_version unique (kind, key, version)
);
comment on table catalogue.definition is 'covered: versions of forms, templates, kits, labels, numberings and the letterhead; a version is a draft until it is published';

create table catalogue.publication (
  id uuid primary key, entry uuid not null, definition uuid not null references catalogue.definition deferrable initially deferred,
  from_on date not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint catalogue_published_once unique (definition)
);
comment on table catalogue.publication is 'covered: the day from which a version holds; the newest version published by a day is in force on it';

create table catalogue.confirmation (
  id uuid primary key, entry uuid not null, value_id uuid not null, kind text not null check (kind in ('code','limit','definition')),
  key text not null, gazette text not null, note text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint catalogue_confirmed_once unique (value_id)
);
comment on table catalogue.confirmation is 'covered: who checked an unverified value against the law as printed, and where it is printed';

create table catalogue.counter (
  series text not null, scope text not null, period text not null, last int not null,
  primary key (series, scope, period)
);
comment on table catalogue.counter is 'kept: the last number given in each series; advanced in the transaction that uses the number, so that no number is lost';

create view catalogue.public_code as
  select distinct on (list, code) id, list, code, en, es, data, valid_from, valid_until from catalogue.code order by list, code, seq desc;
