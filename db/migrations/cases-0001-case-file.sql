-- The case file: who, what, where, by which numbers; what stands in its way; who asked to see what is protected.
create schema cases;

create table cases.case (
  id uuid primary key, entry uuid not null,
  number text not null constraint cases_case_number unique,
  unit uuid, type text not null, title text not null, summary text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.case is 'covered: case files; the id is the root of everything that hangs on the case';

create table cases.title (
  id uuid primary key, entry uuid not null, seq int not null, root uuid not null references cases.case deferrable initially deferred,
  corrects uuid, title text not null, summary text, type text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.title is 'covered: corrected titles, summaries and types; the newest row holds';
create unique index cases_title_newest on cases.title (root, seq desc);

create table cases.alias (
  id uuid primary key, entry uuid not null, root uuid not null references cases.case deferrable initially deferred,
  kind text not null, text text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.alias is 'covered: the other numbers of a case: police, prosecution, scene, post-mortem, outside laboratory, indictment';
create index alias_root on cases.alias (root);

create table cases.party (
  id uuid primary key, entry uuid not null, seq int not null, root uuid not null references cases.case deferrable initially deferred,
  party uuid not null, corrects uuid, role text not null, ordinal int,
  vault uuid, commitment text, identified boolean not null, sex text, age int, minor boolean not null, organisation boolean not null default false,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.party is 'covered: who is on the case and in which part; names stand in the vault only; the newest row of a party holds';
create index party_root on cases.party (root, party, seq desc);
create unique index cases_party_newest on cases.party (party, seq desc);

create table cases.offence (
  id uuid primary key, entry uuid not null, root uuid not null references cases.case deferrable initially deferred,
  code text not null, iccs text, counts int,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.offence is 'covered: what is alleged, by the code list, with the class of ICCS (UNODC 2015) that held that day';
create index offence_root on cases.offence (root);

create table cases.incident (
  id uuid primary key, entry uuid not null, seq int not null, root uuid not null references cases.case deferrable initially deferred,
  corrects uuid,
  on_text text, absent text check (absent in ('unknown','not-applicable','not-yet-determined')), until_text text, time_text text,
  precision text not null check (precision in ('minute','hour','day','month','year','none')),
  first_day date,
  district text, settlement text, highway text, mile numeric, place text, latitude numeric, longitude numeric,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.incident is 'covered: when and where, as far as known; the newest row holds; first_day is the first day that on_text allows';
create unique index cases_incident_newest on cases.incident (root, seq desc);

create table cases.investigator (
  id uuid primary key, entry uuid not null, seq int not null, root uuid not null references cases.case deferrable initially deferred,
  person uuid, unit uuid, name text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.investigator is 'covered: the officer in charge of the investigation; the newest row holds';
create unique index cases_investigator_newest on cases.investigator (root, seq desc);

create table cases.sensitivity (
  id uuid primary key, entry uuid not null, seq int not null, root uuid not null references cases.case deferrable initially deferred,
  level text not null check (level in ('open','restricted','sealed')), authority text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.sensitivity is 'covered: restrictions, seals by order and their ends; the newest row holds';
create unique index cases_sensitivity_newest on cases.sensitivity (root, seq desc);

create table cases.priority (
  id uuid primary key, entry uuid not null, seq int not null, root uuid not null references cases.case deferrable initially deferred,
  priority int not null check (priority between 1 and 4),
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.priority is 'covered: how soon: 1 at once, 2 urgent, 3 ordinary, 4 when there is time; the newest row holds';
create unique index cases_priority_newest on cases.priority (root, seq desc);

create table cases.state (
  id uuid primary key, entry uuid not null, seq int not null, root uuid not null references cases.case deferrable initially deferred,
  state text not null check (state in ('open','closed')), stated jsonb,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.state is 'covered: closures with the completeness stated at that moment, and reopenings; the newest row holds';
create unique index cases_state_newest on cases.state (root, seq desc);

create table cases.relation (
  id uuid primary key, entry uuid not null, root uuid not null references cases.case deferrable initially deferred,
  other uuid not null references cases.case deferrable initially deferred, kind text not null, note text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.relation is 'covered: links between cases; kind duplicate-of points to the case that goes on';
create index relation_root on cases.relation (root);
create index relation_other on cases.relation (other);

create table cases.hold (
  id uuid primary key, entry uuid not null, subject text not null, root uuid,
  kind text not null check (kind in ('legal','work','court','appeal','review','born')), why text not null, values jsonb,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.hold is 'covered: what must not be disposed of or closed, and why; stands until a lift names it';
create index hold_subject on cases.hold (subject);
create index hold_root on cases.hold (root);

create table cases.hold_lift (
  id uuid primary key, entry uuid not null, hold uuid not null constraint cases_hold_lifted_once unique references cases.hold deferrable initially deferred,
  why text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.hold_lift is 'covered: ends of holds';

create table cases.note (
  id uuid primary key, entry uuid not null, root uuid not null references cases.case deferrable initially deferred,
  kind text not null check (kind in ('note','communication')), way text, with_whom text, direction text check (direction in ('in','out')),
  vault uuid not null, commitment text not null, happened_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.note is 'covered: notes and communications (ISO/IEC 17025:2017, 7.1.8 and 7.11); their words stand in the vault';
create index note_root on cases.note (root, id desc);

create table cases.document (
  id uuid primary key, entry uuid not null, root uuid not null references cases.case deferrable initially deferred,
  file text not null, name text not null, media_type text not null, size bigint not null, kind text not null, note text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.document is 'covered: papers on the case, by the SHA-256 of their bytes';
create index document_root on cases.document (root, id desc);

create table cases.task (
  id uuid primary key, entry uuid not null, root uuid not null references cases.case deferrable initially deferred,
  text text not null, assignee uuid not null, due_on date,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.task is 'covered: what somebody was asked to do on the case';
create index task_root on cases.task (root);
create index task_assignee on cases.task (assignee);

create table cases.task_done (
  id uuid primary key, entry uuid not null, task uuid not null constraint cases_task_done_once unique references cases.task deferrable initially deferred,
  outcome text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.task_done is 'covered: tasks done';

create table cases.access (
  id uuid primary key, entry uuid not null, root uuid not null references cases.case deferrable initially deferred,
  principal uuid not null, given boolean not null, until_at timestamptz(3),
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.access is 'covered: sight given to and taken from people and units by name';
create index access_root on cases.access (root, id desc);

create table cases.unmasking (
  id uuid primary key, entry uuid not null, root uuid not null references cases.case deferrable initially deferred,
  party uuid not null, person uuid not null, until_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.unmasking is 'covered: who asked to see a protected name, and until when they see it';
create index unmasking_person on cases.unmasking (person, party, until_at desc);

create table cases.court_event (
  id uuid primary key, entry uuid not null, root uuid not null references cases.case deferrable initially deferred,
  kind text not null check (kind in ('charge','hearing','outcome','appeal')), on_day date not null, at_time text, court text, text text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.court_event is 'covered: charges, hearings, outcomes and appeals';
create index court_event_root on cases.court_event (root, on_day);

create table cases.expunction (
  id uuid primary key, entry uuid not null, root uuid not null references cases.case deferrable initially deferred,
  party uuid not null, authority text not null, destroyed int not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.expunction is 'covered: parties destroyed by order of law; nothing of them is left but this';

-- What the rows above add up to, one row a case: the worklist reads only this.
create table cases.standing (
  root uuid primary key, number text not null, title text not null, summary text, type text not null, unit uuid,
  state text not null, restricted boolean not null, sealed boolean not null, guarded boolean not null, sexual boolean not null,
  priority int not null, district text, settlement text, offences text[] not null,
  investigator uuid, investigator_unit uuid, investigator_name text,
  offence_on date, month text not null, opened_at timestamptz(3) not null, closed_at timestamptz(3), duplicate_of uuid
);
comment on table cases.standing is 'derived: each case as it stands now, from the covered rows of cases';
create index standing_open_newest on cases.standing (opened_at desc, root desc) where state = 'open';
create index standing_open_priority on cases.standing (priority, opened_at desc, root desc) where state = 'open';
create index standing_newest on cases.standing (opened_at desc, root desc);
create index standing_number on cases.standing (number, root);
create index standing_offence_day on cases.standing (offence_on desc nulls last, root desc);
create index standing_investigator on cases.standing (investigator) where investigator is not null;

-- Sums by district, month and type, moved by the same statement that moves a case: never stale, never counted again.
create table cases.month_count (
  month text not null, district text not null, type text not null, state text not null, n int not null,
  primary key (month, district, type, state)
);
comment on table cases.month_count is 'derived: how many cases per month, district, type and state';
create function cases.move_counts() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into cases.month_count as c (month, district, type, state, n)
      select month, coalesce(district, ''), type, state, count(*)::int from come group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (month, district, type, state) do update set n = c.n + excluded.n;
  elsif tg_op = 'UPDATE' then
    -- Only what really moved: most changes leave a case in its cell, and then no row is locked.
    insert into cases.month_count as c (month, district, type, state, n)
      select month, district, type, state, sum(n)::int from (
        select month, coalesce(district, '') as district, type, state, 1 as n from come
        union all select month, coalesce(district, ''), type, state, -1 from gone) m
       group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4
      on conflict (month, district, type, state) do update set n = c.n + excluded.n;
    delete from cases.month_count c using gone g where c.n = 0 and c.month = g.month and c.district = coalesce(g.district, '') and c.type = g.type and c.state = g.state;
  else
    insert into cases.month_count as c (month, district, type, state, n)
      select month, coalesce(district, ''), type, state, -count(*)::int from gone group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (month, district, type, state) do update set n = c.n + excluded.n;
    delete from cases.month_count where n = 0;
  end if;
  return null;
end $$;
create trigger counts_come after insert on cases.standing referencing new table as come for each statement execute function cases.move_counts();
create trigger counts_move after update on cases.standing referencing old table as gone new table as come for each statement execute function cases.move_counts();
create trigger counts_gone after delete on cases.standing referencing old table as gone for each statement execute function cases.move_counts();

-- Everything that anybody could type or scan, in one normalised form (src/modules/cases/normalise.ts).
create table cases.handle (
  id bigint generated always as identity primary key,
  class text not null check (class in ('number','name','text')),
  normalised text not null, phonetic text[],
  kind text not null, subject text not null, root uuid, label text not null,
  party uuid, guarded boolean not null default false
);
comment on table cases.handle is 'kept: search handles of every module, made again from the records; names go with their party when expunged';
create index handle_exact on cases.handle (normalised text_pattern_ops);
create index handle_part on cases.handle using gin (normalised gin_trgm_ops);
create index handle_sound on cases.handle using gin (phonetic) where phonetic is not null;
create index handle_subject on cases.handle (subject);
create index handle_party on cases.handle (root) where party is not null;

create table cases.progress (
  root uuid not null, subject text not null,
  kind text not null check (kind in ('submission','item','request','result','report','question')),
  state text not null check (state in ('open','done')), text text not null, values jsonb, since timestamptz(3) not null,
  primary key (root, subject, kind)
);
comment on table cases.progress is 'kept: what other modules say is open or done on a case; completeness is read from here and from holds';
create index progress_open on cases.progress (root) where state = 'open';
