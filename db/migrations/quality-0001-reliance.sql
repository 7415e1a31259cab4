-- What may be relied on: methods, authorisations, equipment, lots, deviations; and every time that something was relied on.
create schema quality;

create table quality.method (
  id uuid primary key, entry uuid not null, code text not null constraint quality_method_code unique,
  title_en text not null, title_es text not null, discipline text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table quality.method is 'covered: the ways of working that the laboratory has';

create table quality.method_version (
  id uuid primary key, entry uuid not null, method uuid not null references quality.method deferrable initially deferred, version int not null,
  worksheet jsonb not null, techniques jsonb not null, decision_rule text, validation text, document text,
  from_on date not null, until_on date,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint quality_method_version_number unique (method, version)
);
comment on table quality.method_version is 'covered: issued versions of methods; on a day, the newest that had begun by then is in force (ISO/IEC 17025:2017, 7.2.1)';

create table quality.authorisation (
  id uuid primary key, entry uuid not null, person uuid not null, method uuid not null references quality.method deferrable initially deferred,
  capacity text not null check (capacity in ('analyst','reviewer')), from_on date not null, until_on date, basis text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table quality.authorisation is 'covered: who may do what (ISO/IEC 17025:2017, 6.2.6)';
create index authorisation_person on quality.authorisation (person, method);

create table quality.authorisation_end (
  id uuid primary key, entry uuid not null, authorisation uuid not null constraint quality_withdrawn_once unique references quality.authorisation deferrable initially deferred,
  on_day date not null, why text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table quality.authorisation_end is 'covered: authorisations that were withdrawn, from which day and why';

create table quality.competence (
  id uuid primary key, entry uuid not null, person uuid not null, method uuid references quality.method deferrable initially deferred,
  kind text not null check (kind in ('training','examination','supervised-casework','proficiency-test','witnessed-testimony')),
  outcome text not null check (outcome in ('passed','failed','attended')), on_day date not null, note text, document text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table quality.competence is 'covered: what shows that a person can do the work (ISO/IEC 17025:2017, 6.2.5)';
create index competence_person on quality.competence (person, on_day desc);

create table quality.equipment (
  id uuid primary key, entry uuid not null, code text not null constraint quality_equipment_code unique,
  kind text not null, name text not null, make text, model text, serial text, unit uuid, place text,
  calibrated boolean not null, data jsonb not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table quality.equipment is 'covered: instruments, balances, rooms with conditions; whether a calibration must stand (ISO/IEC 17025:2017, 6.4)';

create table quality.calibration (
  id uuid primary key, entry uuid not null, equipment uuid not null references quality.equipment deferrable initially deferred,
  kind text not null check (kind in ('calibration','check','maintenance')), outcome text not null check (outcome in ('passed','failed')),
  done_on date not null, due_on date, uncertainty numeric, unit text, coverage numeric, certificate text, done_by text, note text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table quality.calibration is 'covered: calibrations, checks and maintenance, with the day on which the next is due';
create index calibration_equipment on quality.calibration (equipment, done_on desc);

create table quality.service (
  id uuid primary key, entry uuid not null, equipment uuid not null references quality.equipment deferrable initially deferred,
  seq int not null, state text not null check (state in ('in-service','out-of-service')), why text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint quality_service_seq unique (equipment, seq)
);
comment on table quality.service is 'covered: equipment taken out of service and returned; the newest row holds';

create table quality.lot (
  id uuid primary key, entry uuid not null, number text not null, material text not null, name text not null,
  kind text not null check (kind in ('reagent','reference-material','control','consumable')),
  supplier text, received_on date not null, expires_on date, amount numeric, unit text, storage text, certificate text, data jsonb not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint quality_lot_number unique (material, number)
);
comment on table quality.lot is 'covered: lots of reagents, reference materials and controls as received';

create table quality.lot_step (
  id uuid primary key, entry uuid not null, lot uuid not null references quality.lot deferrable initially deferred,
  seq int not null, state text not null check (state in ('verified','rejected','withdrawn')), why text not null, data jsonb not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint quality_lot_step_seq unique (lot, seq)
);
comment on table quality.lot_step is 'covered: lots verified against the old one, rejected or withdrawn; the newest row holds';

create table quality.deviation (
  id uuid primary key, entry uuid not null, text text not null, why text not null,
  subjects uuid[] not null, things uuid[] not null, until_on date not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table quality.deviation is 'covered: departures from a method or from the rule that blocks a thing, with their end (ISO/IEC 17025:2017, 7.2.1.7)';

create table quality.deviation_step (
  id uuid primary key, entry uuid not null, deviation uuid not null references quality.deviation deferrable initially deferred,
  kind text not null check (kind in ('director','quality-manager','ended')), why text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint quality_deviation_step_once unique (deviation, kind)
);
comment on table quality.deviation_step is 'covered: the two approvals of a deviation, and its end';

create table quality.nonconformity (
  id uuid primary key, entry uuid not null, root uuid, number text not null constraint quality_nonconformity_number unique,
  kind text not null check (kind in ('method','equipment','lot','person','result','custody','document','other')),
  text text not null, thing uuid, found_on date not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table quality.nonconformity is 'covered: work that does not conform (ISO/IEC 17025:2017, 7.10)';

create table quality.reliance (
  id uuid primary key, entry uuid not null, root uuid not null, subject text not null,
  kind text not null check (kind in ('method-version','person','equipment','lot','room')), thing uuid not null, used_for text, basis uuid, deviation uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table quality.reliance is 'covered: every use of a method version, person, instrument, lot or room, with the calibration or authorisation that held then';
create index reliance_thing on quality.reliance (thing, recorded_at desc);
create index reliance_subject on quality.reliance (subject);
create index reliance_root on quality.reliance (root);

-- Few rows each: computed when asked, so that nothing can drift.
create view quality.public_equipment as
  select e.id, e.code, e.kind, e.name, e.make, e.model, e.serial, e.unit, e.place, e.calibrated, e.data,
         coalesce(s.state, 'in-service') as state, s.why as state_why, c.id as calibration, c.outcome, c.done_on, c.due_on, c.uncertainty, c.unit as uncertainty_unit, c.coverage, c.certificate
    from quality.equipment e
    left join lateral (select * from quality.service s where s.equipment = e.id order by s.seq desc limit 1) s on true
    left join lateral (select * from quality.calibration c where c.equipment = e.id and c.kind = 'calibration' order by c.done_on desc, c.recorded_at desc, c.id desc limit 1) c on true;
create view quality.public_lot as
  select l.*, coalesce(s.state, 'received') as state, s.why as state_why, s.id as step, s.recorded_at as state_at
    from quality.lot l left join lateral (select * from quality.lot_step s where s.lot = l.id order by s.seq desc limit 1) s on true;
create view quality.public_authorisation as
  select a.id, a.person, a.method, m.code as method_code, a.capacity, a.from_on, least(a.until_on, e.on_day) as until_on, e.why as ended_why
    from quality.authorisation a join quality.method m on m.id = a.method left join quality.authorisation_end e on e.authorisation = a.id;
create view quality.public_method_version as
  select v.id, v.method, m.code, m.title_en, m.title_es, m.discipline, v.version, v.worksheet, v.techniques, v.decision_rule, v.from_on,
         least(v.until_on, (select min(n.from_on) - 1 from quality.method_version n where n.method = v.method and n.version > v.version)) as until_on
    from quality.method_version v join quality.method m on m.id = v.method;
