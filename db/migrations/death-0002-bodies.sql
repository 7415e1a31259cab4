-- The body as a thing on the same custody as exhibits, its effects, papers and release; who the dead are, and who is missed.
create table death.body (
  id uuid primary key, entry uuid not null, root uuid not null,
  thing uuid not null constraint death_body_thing unique, condition text, brought_by text not null, brought_from text, taken_at timestamptz(3), at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_one_body unique (root)
);
comment on table death.body is 'covered: the body as it came, with the thing that custody follows';

create table death.reading (
  id uuid primary key, entry uuid not null, place uuid not null, celsius numeric not null, at timestamptz(3) not null, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.reading is 'covered: temperatures of the units of a morgue, as read';
create index reading_place on death.reading (place, at desc);

create table death.count (
  id uuid primary key, entry uuid not null, morgue text not null, expected int not null, found int not null, missing text[] not null, surplus text[] not null, misplaced text[] not null, words text,
  at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.count is 'covered: bodies counted by their wristbands against the book, signed by who counted';
create index count_morgue on death.count (morgue, at desc);

create table death.effect (
  id uuid primary key, entry uuid not null, root uuid not null, bag uuid not null, words text not null, count int not null check (count > 0), amount numeric check (amount >= 0), currency text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.effect is 'covered: what was found on the dead, line by line, in the sealed bag that custody follows';
create index effect_root on death.effect (root);

create table death.effects_release (
  id uuid primary key, entry uuid not null, root uuid not null, bag uuid not null constraint death_effects_released_once unique, vault uuid not null, commitment text not null, relation text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.effects_release is 'covered: effects given to a relative or other entitled person, who signed';
create index effects_release_root on death.effects_release (root);

create table death.paper (
  id uuid primary key, entry uuid not null, root uuid not null, kind text not null, seq int not null, state text not null check (state in ('requested','pending','approved','rejected')),
  number text, by_name text, signed boolean not null, words text, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_paper_order unique (root, kind, seq)
);
comment on table death.paper is 'covered: papers without which no body leaves, and clearances: asked for, given, refused; the newest row of a kind holds';

create table death.release (
  id uuid primary key, entry uuid not null, root uuid not null constraint death_released_once unique, vault uuid not null, commitment text not null, to_kind text not null check (to_kind in ('relative','funeral-home','authority','other')),
  papers text[] not null, recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.release is 'covered: the body given to a named person, who signed, on the papers that stood';

create table death.burial (
  id uuid primary key, entry uuid not null, root uuid not null, seq int not null, kind text not null check (kind in ('buried','cremated','exhumed')), on_text text not null, place text not null, authority text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_burial_order unique (root, seq)
);
comment on table death.burial is 'covered: buried, cremated, exhumed: where and on whose authority';

create table death.unclaimed (
  id uuid primary key, entry uuid not null, root uuid not null constraint death_unclaimed_once unique, notices text not null, authority text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.unclaimed is 'covered: nobody has claimed this body: which notices were given, and on whose authority what follows';

create table death.identity (
  id uuid primary key, entry uuid not null, root uuid not null, seq int not null,
  state text not null check (state in ('putative','presumed','confirmed','withdrawn')), method text not null,
  vault uuid, commitment text, said_by uuid, said_by_commitment text, sex text, age numeric, age_unit text, words text, missing uuid, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_identity_order unique (root, seq)
);
comment on table death.identity is 'covered: who the dead person is said to be, by whom and by which method; the newest row holds, names stand in the vault';

create table death.feature (
  id uuid primary key, entry uuid not null, root uuid not null, kind text not null check (kind in ('stature','tattoo','scar','teeth','clothing','jewellery','hair','eyes','build','medical','other')),
  site text, words text, value numeric, spread numeric, withdrawn uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.feature is 'covered: what tells a person apart: of a body as seen, of a missing person as told; a row that withdraws another names it';
create index feature_root on death.feature (root);

create table death.missing (
  id uuid primary key, entry uuid not null, root uuid not null, number text not null constraint death_missing_number unique,
  vault uuid not null, commitment text not null, sex text, age_from int, age_to int, seen_on text, district text, seen_text text, unit uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.missing is 'covered: persons who are missed: name, who misses them and how to reach them stand in the vault';

create table death.match (
  id uuid primary key, entry uuid not null, root uuid not null, missing uuid not null references death.missing deferrable initially deferred, seq int not null,
  state text not null check (state in ('proposed','confirmed','excluded')), score int, reasons jsonb, method text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_match_order unique (root, missing, seq)
);
comment on table death.match is 'covered: a body compared with a missing person: proposed with its reasons, confirmed, excluded; the newest row of a pair holds';
create index match_missing on death.match (missing);

alter table death.standing add column body uuid, add column body_at timestamptz(3), add column identity text not null default 'none', add column named uuid,
  add column released_at timestamptz(3), add column unclaimed boolean not null default false;
create index standing_unidentified on death.standing (called_at desc) where state = 'accepted' and identity <> 'confirmed';
