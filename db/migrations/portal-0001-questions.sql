-- The window to the outside: what officers, prosecutors and the laboratory ask each other on a case, and what they answer.
create schema portal;

create table portal.question (
  id uuid primary key, entry uuid not null, root uuid not null, to_side text not null check (to_side in ('service','customer')),
  vault uuid not null, commitment text not null, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table portal.question is 'covered: a question on a case, to the service or to the investigator; its words stand in the vault';
create index question_root on portal.question (root, recorded_at);

create table portal.answer (
  id uuid primary key, entry uuid not null, question uuid not null references portal.question deferrable initially deferred, root uuid not null,
  vault uuid not null, commitment text not null, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table portal.answer is 'covered: an answer to a question; there may be more than one, each with who said it';
create index answer_question on portal.answer (question, recorded_at);
