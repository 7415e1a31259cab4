-- What a count is asked beside where things stand, and the signed paper that it ends with.
create table evidence.stock_audit (
  id uuid primary key, entry uuid not null, stock_take uuid not null references evidence.stock_take deferrable initially deferred,
  thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  question text not null, answer text not null check (answer in ('yes', 'no', 'not-applicable')), words text,
  at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.stock_audit is 'covered: a question of the laboratory''s list answered of one thing in a count; the newest answer to a question holds';
create index stock_audit_take on evidence.stock_audit (stock_take, thing, question, recorded_at);

create table evidence.stock_paper (
  id uuid primary key, entry uuid not null,
  stock_take uuid not null constraint evidence_stock_paper_once unique references evidence.stock_take deferrable initially deferred,
  roots uuid[] not null, file text not null check (file ~ '^[0-9a-f]{64}$'), size bigint not null, signer uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.stock_paper is 'covered: the signed reconciliation of a count by SHA-256 of its bytes; roots are the cases whose things it names, and who reads it may see all of them';
