-- Changes to the laboratory's own rules: proposed by one person, compared, decided by another, in force from a day.

create table catalogue.change (
  id uuid primary key, entry uuid not null, why text not null, content jsonb not null, base jsonb not null, from_on date not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table catalogue.change is 'covered: what somebody proposes to change in the laboratory''s rules, with the versions it was drawn up against';

create table catalogue.change_decision (
  id uuid primary key, entry uuid not null, change uuid not null references catalogue.change deferrable initially deferred,
  decision text not null check (decision in ('approved','declined','withdrawn')), words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint catalogue_change_decided_once unique (change)
);
comment on table catalogue.change_decision is 'covered: the answer to a proposed change, by another person than who proposed it; a withdrawal by the proposer';
