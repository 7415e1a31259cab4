-- The examination of the dead: what was ordered and who did it, what was seen and weighed, wounds on a diagram, specimens and what was asked of them;
-- cause and manner as opinions with their author, what was checked about them, inquest, relatives.
create table death.examination (
  id uuid primary key, entry uuid not null, root uuid not null, no int not null,
  kind text not null check (kind in ('external','full','limited','second','imaging','records')),
  request uuid constraint death_examination_request unique, authority text, for_whom text, pathologist uuid, due_on date,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_examination_no unique (root, no)
);
comment on table death.examination is 'covered: an examination as it was ordered, by whose authority; its paper answers the request named here';

create table death.examination_step (
  id uuid primary key, entry uuid not null, root uuid not null, examination uuid not null references death.examination deferrable initially deferred, seq int not null,
  kind text not null check (kind in ('started','finished','reviewed','returned')), state text not null check (state in ('ordered','started','finished','reviewed')),
  by_person uuid, words text, at timestamptz(3) not null, stature_cm numeric, weight_kg numeric,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_examination_step_order unique (examination, seq)
);
comment on table death.examination_step is 'covered: begun, ended, read by a second pathologist; the newest row holds';

create table death.finding (
  id uuid primary key, entry uuid not null, root uuid not null, examination uuid not null references death.examination deferrable initially deferred, section text not null, seq int not null,
  form uuid, answers jsonb, words text, corrects uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_finding_order unique (examination, section, seq)
);
comment on table death.finding is 'covered: what was found, section by section of the protocol of its day; the newest row of a section holds';

create table death.wound (
  id uuid primary key, entry uuid not null, root uuid not null, examination uuid not null references death.examination deferrable initially deferred, no int not null, seq int not null,
  diagram text not null, x numeric not null check (x >= 0 and x <= 1000), y numeric not null check (y >= 0 and y <= 2000), kind text not null,
  size_mm numeric, depth_mm numeric, words text, removed boolean not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_wound_order unique (examination, no, seq)
);
comment on table death.wound is 'covered: a numbered wound at its place on a body diagram; the newest row of a number holds, a number is never used again';

create table death.organ (
  id uuid primary key, entry uuid not null, root uuid not null, examination uuid not null references death.examination deferrable initially deferred, organ text not null, seq int not null,
  weight_g numeric check (weight_g > 0), absent text check (absent in ('unknown','not-applicable','not-yet-determined')), words text, retained boolean not null, returned boolean not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_organ_order unique (examination, organ, seq)
);
comment on table death.organ is 'covered: organs as weighed and described; retained or given back; the newest row of an organ holds';

create table death.specimen (
  id uuid primary key, entry uuid not null, root uuid not null, examination uuid references death.examination deferrable initially deferred, thing uuid not null constraint death_specimen_thing unique,
  kind text not null, site text, container text, additive text, condition text, recovered boolean not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.specimen is 'covered: what was taken from a body, straight into custody: specimens for the bench, and exhibits recovered such as bullets';
create index specimen_root on death.specimen (root);

create table death.lab_order (
  id uuid primary key, entry uuid not null, root uuid not null, examination uuid references death.examination deferrable initially deferred, request uuid not null constraint death_order_request unique,
  discipline text not null, things uuid[] not null, holds_cause boolean not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.lab_order is 'covered: what was asked of a section about specimens of a death; whether the cause waits for it';
create index lab_order_root on death.lab_order (root);

create table death.cause (
  id uuid primary key, entry uuid not null, root uuid not null, seq int not null, status text not null check (status in ('pending','final','amended')),
  lines jsonb not null, other text, tobacco text, pregnancy text, surgery jsonb, autopsy text, pending_because text, why text, request uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_cause_order unique (root, seq)
);
comment on table death.cause is 'covered: the cause of death on the form of the WHO (2016): lines a to d with their intervals, part 2; pending, final, amended; the newest row holds';

create table death.manner (
  id uuid primary key, entry uuid not null, root uuid not null, seq int not null, manner text not null, how text, injury_at_work boolean, transport_role text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_manner_order unique (root, seq)
);
comment on table death.manner is 'covered: the manner of death as the opinion of whoever gives it, with how an injury happened; the newest row holds';

create table death.doubt_answer (
  id uuid primary key, entry uuid not null, root uuid not null, doubt text not null, outcome text not null check (outcome in ('stands','corrected')), words text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.doubt_answer is 'covered: what a person said to a doubt that the checks raised about cause or manner';
create index doubt_answer_root on death.doubt_answer (root);

create table death.inquest (
  id uuid primary key, entry uuid not null, root uuid not null, seq int not null, kind text not null check (kind in ('referred','scheduled','verdict')),
  court text, on_day date, jury boolean, reason text, verdict text, number text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_inquest_order unique (root, seq)
);
comment on table death.inquest is 'covered: referred to an inquest, its day, its verdict';

create table death.relative (
  id uuid primary key, entry uuid not null, root uuid not null, relative uuid not null, seq int not null, vault uuid not null, commitment text not null, relation text not null, language text, entitled boolean not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_relative_order unique (relative, seq)
);
comment on table death.relative is 'covered: relatives, how to reach them and in which language; whether they may receive; the newest row holds';
create index relative_root on death.relative (root);

create table death.contact (
  id uuid primary key, entry uuid not null, root uuid not null, relative uuid not null, kind text not null check (kind in ('notified','told','asked','viewing','objection')), way text not null, language text,
  vault uuid not null, commitment text not null, outcome text not null check (outcome in ('reached','no-answer','word-left','declined')), at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.contact is 'covered: each word with a relative: when, how, in which language; what was said stands in the vault';
create index contact_root on death.contact (root, at);

alter table death.standing add column examination text, add column cause text, add column manner text;
create index standing_manner on death.standing (manner) where manner is not null;
