-- One word changed on many cases in one act, with its reason; and put back by another act that names it.
create table cases.batch (
  id uuid primary key, entry uuid not null, what text not null check (what in ('priority','investigator')), word text not null,
  cases int not null check (cases > 0), reason text not null, at timestamptz(3) not null, by_name text not null,
  undoes uuid constraint cases_batch_undone_once unique references cases.batch deferrable initially deferred,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.batch is 'covered: how soon, or whose, many cases are from one act on, and the act that put it back; word is a priority, or the id of a person or unit';

-- What it wrote and what held before are rows of cases.priority or cases.investigator; nothing held where nothing was said yet.
create table cases.batch_case (
  id uuid primary key, entry uuid not null, batch uuid not null references cases.batch deferrable initially deferred,
  root uuid not null references cases.case deferrable initially deferred, wrote uuid not null, before uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.batch_case is 'covered: a case that a batch changed, the row that it wrote and the one that held before';
create index batch_case_batch on cases.batch_case (batch);
create index batch_case_root on cases.batch_case (root);
