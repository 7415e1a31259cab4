-- Imports: which file came, by which map, what became of each row; what was written stands beside what was understood.
create schema exchange;

create table exchange.import (
  id uuid primary key, entry uuid not null,
  source text not null, kind text not null, file_name text not null, file text not null, map jsonb not null, rows_in int not null, dry_run boolean not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table exchange.import is 'covered: imports begun: the file by its SHA-256, and the map by which it was read';
create index import_newest on exchange.import (recorded_at desc);

create table exchange.import_row (
  id uuid primary key, entry uuid not null,
  import uuid not null references exchange.import deferrable initially deferred,
  source text not null, key text not null, line int not null, root uuid not null, vault uuid not null, commitment text not null, doubts jsonb,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint exchange_row_once unique (source, key)
);
comment on table exchange.import_row is 'covered: rows that became records; the row as written stands in the vault, what could not be understood in doubts';
create index import_row_root on exchange.import_row (root);

create table exchange.import_receipt (
  id uuid primary key, entry uuid not null,
  import uuid not null constraint exchange_receipt_once unique references exchange.import deferrable initially deferred,
  rows_in int not null, created int not null, matched int not null, rejected int not null, doubtful int not null, rejects_file text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint exchange_receipt_adds_up check (rows_in = created + matched + rejected)
);
comment on table exchange.import_receipt is 'covered: what became of an import: rows in are rows created, matched and rejected, always';

create table exchange.import_progress (
  import uuid primary key, created int not null, matched int not null, rejected int not null, doubtful int not null, at timestamptz(3) not null
);
comment on table exchange.import_progress is 'kept: how far a running import has come';
