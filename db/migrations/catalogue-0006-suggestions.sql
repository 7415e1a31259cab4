-- A word that somebody misses in a list: suggested where they stand, and answered by whoever keeps the lists.
create table catalogue.suggestion (
  id uuid primary key, entry uuid not null, list text not null, name text not null, why text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table catalogue.suggestion is 'covered: a word that somebody misses in a list, as they would say it';

create table catalogue.suggestion_answer (
  id uuid primary key, entry uuid not null, suggestion uuid not null references catalogue.suggestion deferrable initially deferred,
  outcome text not null check (outcome in ('taken','same','declined')), code text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint catalogue_suggestion_answered_once unique (suggestion)
);
comment on table catalogue.suggestion_answer is 'covered: what became of a suggested word: a code of its own, one that was there, or none';
