-- An import that was undone while nothing was built on it: rows and receipt stay, and the same keys may come again.
create table exchange.import_undone (
  id uuid primary key, entry uuid not null,
  import uuid not null constraint exchange_undone_once unique references exchange.import deferrable initially deferred,
  cases int not null, why text not null, second uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table exchange.import_undone is 'covered: imports undone: how many cases were withdrawn, why, and who consented beside the one who did it';

-- How often this key came before and was undone; absent the first time.
alter table exchange.import_row add column again int;
alter table exchange.import_row drop constraint exchange_row_once;
create unique index exchange_row_once on exchange.import_row (source, key, coalesce(again, 0));
create index import_row_import on exchange.import_row (import);

create or replace view exchange.public_coded as select root, source, coded, recorded_at as at from exchange.import_row r
 where coded is not null and not exists (select 1 from exchange.import_undone u where u.import = r.import);
create or replace view exchange.public_imported as select root, source from exchange.import_row r
 where not exists (select 1 from exchange.import_undone u where u.import = r.import);
