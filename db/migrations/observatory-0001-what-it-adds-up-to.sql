-- What it all adds up to: one row a victim and version, figures frozen with their definition, releases by two people, other people's counts.
create schema observatory;

create table observatory.coding (
  id uuid primary key, entry uuid not null, root uuid not null, victim uuid not null, seq int not null, corrects uuid,
  means text, firearm text, relationship text, context text, motive text, domestic text, ethnicity text[], road_role text, nationality text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint observatory_coding_order unique (victim, seq)
);
comment on table observatory.coding is 'covered: means, relationship and context of what happened to a victim, by the code lists; the newest row holds, null is not yet determined';
create index coding_root on observatory.coding (root);

create table observatory.victim (
  victim uuid not null, root uuid not null, revision int not null, from_at timestamptz(3) not null, until_at timestamptz(3),
  counted boolean not null, noise int not null,
  year text not null, quarter text not null, month text not null, weekday text not null, hour text not null,
  district text not null, settlement text not null, road text not null,
  offence text not null, iccs text not null, section text not null,
  sex text not null, age_band text not null, minor text not null, identified text not null,
  means text not null, firearm text not null, relationship text not null, context text not null, motive text not null, domestic text not null,
  ethnicity text[] not null, road_role text not null, nationality text not null,
  primary key (victim, revision)
);
comment on table observatory.victim is 'kept: each victim as known from an instant until another; computed again from the covered rows of cases and observatory.coding';
create index victim_root on observatory.victim (root);
create index victim_now on observatory.victim (iccs, year) where until_at is null and counted;

create table observatory.figure (
  id uuid primary key, entry uuid not null, indicator text not null, name_en text not null, name_es text not null, definition jsonb not null,
  asked jsonb not null, as_of timestamptz(3) not null, answer jsonb not null, sha256 text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table observatory.figure is 'covered: figures frozen with definition, question, instant and hash, so that anybody may compute them again';
create index figure_indicator on observatory.figure (indicator, id desc);

create table observatory.release (
  id uuid primary key, entry uuid not null, number int not null constraint observatory_release_number unique,
  title_en text not null, title_es text not null, asked jsonb not null, policy jsonb not null, as_of timestamptz(3) not null,
  shown jsonb not null, hidden int not null, audit jsonb not null, near jsonb not null, corrects uuid references observatory.release deferrable initially deferred, sha256 text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table observatory.release is 'covered: tables prepared to leave, as they would be shown, with what was hidden, the audit of it and the definition';

create table observatory.release_step (
  id uuid primary key, entry uuid not null, release uuid not null references observatory.release deferrable initially deferred, seq int not null,
  kind text not null check (kind in ('approved','returned','published','withdrawn')), legal_basis text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint observatory_release_order unique (release, seq)
);
comment on table observatory.release_step is 'covered: approved or returned by another person, published, withdrawn; the newest holds';

create table observatory.external_count (
  id uuid primary key, entry uuid not null, indicator text not null, source text not null, said_on date, page text,
  asked jsonb not null, value int not null check (value >= 0),
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table observatory.external_count is 'covered: what others count of the same thing: police, press, registry';

create table observatory.difference (
  id uuid primary key, entry uuid not null, external_count uuid not null references observatory.external_count deferrable initially deferred,
  reason text not null, n int not null, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table observatory.difference is 'covered: named differences between our count and another, each with its number';
create index difference_count on observatory.difference (external_count);
