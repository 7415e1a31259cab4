-- What was searched in a system that stands alone (IBIS, AFIS), what it put forward, and what people made of it by hand.
create table results.system_search (
  id uuid primary key, entry uuid not null, root uuid not null, item uuid not null,
  system text not null, databases text[] not null, searched text not null, reference text, searched_at timestamptz(3) not null,
  file text, file_name text, file_size bigint,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table results.system_search is 'covered: a search of an exhibit in a system that stands alone: which databases, what of the exhibit, when, and the list of the system as a file';
create index system_search_item on results.system_search (item, searched_at);

create table results.system_candidate (
  id uuid primary key, entry uuid not null, root uuid not null, search uuid not null references results.system_search deferrable initially deferred,
  rank int not null check (rank > 0), label text not null, score text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint results_system_rank unique (search, rank)
);
comment on table results.system_candidate is 'covered: what the system put forward, in its order and with its score as it was written; a lead and never a result';

create table results.system_follow_up (
  id uuid primary key, entry uuid not null, root uuid not null, candidate uuid not null references results.system_candidate deferrable initially deferred,
  seq int not null, outcome text not null check (outcome in ('hit', 'no-hit', 'inconclusive')), words text not null, other uuid, other_root uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint results_follow_up_order unique (candidate, seq)
);
comment on table results.system_follow_up is 'covered: what a person found by comparing with a candidate, and which exhibit it is; the newest holds';
create index system_follow_up_other on results.system_follow_up (other) where other is not null;

create table results.system_verification (
  id uuid primary key, entry uuid not null, root uuid not null, follow_up uuid not null references results.system_follow_up deferrable initially deferred,
  agrees boolean not null, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint results_follow_up_verified unique (follow_up)
);
comment on table results.system_verification is 'covered: a second person agrees with a follow-up, or differs';
