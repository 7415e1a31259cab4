-- Papers of a case whose bytes were destroyed by order of law: the line stays and says so.
create table cases.paper_destroyed (
  id uuid primary key, entry uuid not null, root uuid not null references cases.case deferrable initially deferred,
  document uuid not null constraint cases_paper_destroyed_once unique references cases.document deferrable initially deferred,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.paper_destroyed is 'covered: papers of a case whose bytes were destroyed by order of law';
create index paper_destroyed_root on cases.paper_destroyed (root);
