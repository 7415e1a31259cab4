-- One word changed on many exhibits in one act, with its reason; and put back by another act that names it.
create table evidence.batch (
  id uuid primary key, entry uuid not null, what text not null check (what in ('type','intended','hazard')), code text not null,
  things int not null check (things > 0), reason text not null, at timestamptz(3) not null, by_name text not null,
  undoes uuid constraint evidence_batch_undone_once unique references evidence.batch deferrable initially deferred,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.batch is 'covered: one word that was changed on many exhibits in one act, and the act that put it back';

create table evidence.batch_thing (
  id uuid primary key, entry uuid not null, batch uuid not null references evidence.batch deferrable initially deferred,
  thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null, before text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.batch_thing is 'covered: an exhibit that a batch changed, and what stood there before';
create index batch_thing_batch on evidence.batch_thing (batch);

-- Put back to where nothing was meant yet.
alter table evidence.intention alter column disposition drop not null;
