-- What was found where: the call for somebody to come, who is on duty, and everything that is written at the scene.
create schema scenes;

create table scenes.call_out (
  id uuid primary key, entry uuid not null, root uuid not null,
  unit uuid not null, scene_type text not null, place text not null, district text, latitude numeric, longitude numeric,
  vault uuid, commitment text, words text, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.call_out is 'covered: a call for somebody to come to a scene; who called stands in the vault';
create index call_out_root on scenes.call_out (root);

create table scenes.call_out_step (
  id uuid primary key, entry uuid not null, root uuid not null, call_out uuid not null references scenes.call_out deferrable initially deferred,
  seq int not null, kind text not null check (kind in ('dispatched','declined','attended')), people uuid[] not null, vehicle text, code text, words text,
  attendance uuid, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint scenes_call_out_step_order unique (call_out, seq)
);
comment on table scenes.call_out_step is 'covered: what became of a call: who was sent, why nobody was, which attendance it led to';

create table scenes.call_out_now (
  call_out uuid primary key, root uuid not null, unit uuid not null, state text not null, seq int not null, people uuid[] not null,
  attendance uuid, at timestamptz(3) not null, since timestamptz(3) not null
);
comment on table scenes.call_out_now is 'derived: the standing of each call after its newest step';
create index call_out_now_open on scenes.call_out_now (unit, at) where state in ('waiting','dispatched');

create table scenes.roster (
  id uuid primary key, entry uuid not null, unit uuid not null, from_on date not null, until_on date not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.roster is 'covered: a published list of who is on duty in an office; the newest for a day holds';
create index roster_unit on scenes.roster (unit, from_on);
create table scenes.duty (
  id uuid primary key, entry uuid not null, roster uuid not null references scenes.roster deferrable initially deferred,
  person uuid not null, duty text not null check (duty in ('first','second','supervisor')), from_at timestamptz(3) not null, until_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.duty is 'covered: one person on duty from one instant to another';
create index duty_roster on scenes.duty (roster);

create table scenes.attendance (
  id uuid primary key, entry uuid not null, root uuid not null, number text not null constraint scenes_attendance_number unique,
  call_out uuid, unit uuid, scene_type text not null, place text not null, district text, latitude numeric, longitude numeric, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.attendance is 'covered: one attendance at one place';
create index attendance_root on scenes.attendance (root);

create table scenes.attendance_step (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred,
  seq int not null, kind text not null check (kind in ('opened','arrived','left','signed','amended')),
  state text not null check (state in ('open','at-scene','left','signed')), version int not null, person uuid not null, by_name text not null,
  words text, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint scenes_attendance_step_order unique (attendance, seq)
);
comment on table scenes.attendance_step is 'covered: every step of an attendance, carrying the whole standing after it; the newest holds';

create table scenes.attendance_now (
  attendance uuid primary key, root uuid not null, number text not null, unit uuid, scene_type text not null, state text not null,
  seq int not null, version int not null, lead uuid not null, opened_at timestamptz(3) not null, since timestamptz(3) not null
);
comment on table scenes.attendance_now is 'derived: the standing of each attendance after its newest step';
create index attendance_now_root on scenes.attendance_now (root);
create index attendance_now_opened on scenes.attendance_now (opened_at desc, attendance);
create index attendance_now_lead on scenes.attendance_now (lead, opened_at desc);

create table scenes.log_entry (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred,
  kind text not null check (kind in ('entered','left','note')), person uuid, vault uuid, commitment text, organisation text, why text, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.log_entry is 'covered: the cordon log: who entered, who left, why; names of people without an account stand in the vault';
create index log_entry_attendance on scenes.log_entry (attendance, at);

create table scenes.checklist (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred,
  form uuid not null, answers jsonb not null, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.checklist is 'covered: a checklist as somebody answered it, with the version of the form';
create index checklist_attendance on scenes.checklist (attendance);

create table scenes.evidence_mark (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred,
  label text not null, words text not null, spot text, latitude numeric, longitude numeric, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.evidence_mark is 'covered: a marker set down beside what was found, before anybody touched it';
create index evidence_mark_attendance on scenes.evidence_mark (attendance);

create table scenes.photograph (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred,
  seq int not null, file text not null, name text not null, folder text, media_type text not null, size bigint not null,
  shows text not null check (shows in ('overall','mid-range','close-up','scale','person','document','other')), caption text, spot text,
  mark uuid, captured_sha256 text, camera text, taken_at timestamptz(3), taken_text text, latitude numeric, longitude numeric,
  width int, height int, facts jsonb, source uuid, steps text, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint scenes_photograph_order unique (attendance, seq)
);
comment on table scenes.photograph is 'covered: a photograph byte for byte as the camera wrote it, or a copy made from one with the steps that made it';
create index photograph_attendance on scenes.photograph (attendance, seq);
create index photograph_file on scenes.photograph (file);
create index photograph_mark on scenes.photograph (mark) where mark is not null;

create table scenes.annotation (
  id uuid primary key, entry uuid not null, root uuid not null, photograph uuid not null references scenes.photograph deferrable initially deferred,
  shapes jsonb not null, words text, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.annotation is 'covered: what somebody pointed out on a photograph; drawn over it, never into it';
create index annotation_photograph on scenes.annotation (photograph);

create table scenes.rendition (
  file text not null, kind text not null, made text not null, media_type text not null, made_at timestamptz(3) not null, primary key (file, kind)
);
comment on table scenes.rendition is 'kept: small pictures made from originals for lists and papers; made again at will';

create table scenes.sketch (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred,
  sketch uuid not null, seq int not null, title text not null, drawing jsonb not null, svg text not null, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint scenes_sketch_order unique (sketch, seq)
);
comment on table scenes.sketch is 'covered: a sketch with its scale and symbols, as data and as it was rendered; a later version is a new row';
create index sketch_attendance on scenes.sketch (attendance);

create table scenes.measurement (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred,
  from_words text not null, to_words text not null, value numeric not null, unit text not null, method text, mark uuid, words text, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.measurement is 'covered: what was measured between what and what, with its unit';
create index measurement_attendance on scenes.measurement (attendance);

create table scenes.collected (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred,
  mark uuid, thing uuid not null, how text, surface text, method text, photograph uuid, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.collected is 'covered: what a mark or a lifted print became: a thing in the custody of whoever took it';
create index collected_attendance on scenes.collected (attendance);
create index collected_thing on scenes.collected (thing);

create table scenes.statement (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred,
  party uuid, vault uuid, commitment text, language text, file text, name text, media_type text, size bigint, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.statement is 'covered: what somebody said at the scene, written or recorded; name and words stand in the vault';
create index statement_attendance on scenes.statement (attendance);

create table scenes.correction (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred,
  of_kind text not null, corrects uuid not null, was jsonb not null, becomes jsonb not null, why text not null, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.correction is 'covered: a correction names the row, what stood there and what should have stood there; the row stays';
create index correction_attendance on scenes.correction (attendance);

create table scenes.settlement (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred,
  conflict text not null, keeps uuid not null, words text not null, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.settlement is 'covered: two people wrote differently about one thing; both stay, and a person said which holds';
create index settlement_attendance on scenes.settlement (attendance);

create table scenes.record (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred,
  version int not null, file text not null, size bigint not null, signer uuid not null, why text, changes jsonb not null, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint scenes_record_version unique (attendance, version)
);
comment on table scenes.record is 'covered: the signed scene record, one row a version; a later one stands beside the earlier';

create table scenes.label (
  id uuid primary key, entry uuid not null, code text not null constraint scenes_label_code unique, roll uuid not null, unit uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.label is 'covered: barcodes given out before there is a thing that bears them';
create index label_roll on scenes.label (roll);

create view scenes.public_attendance as
  select n.attendance, n.root, n.number, n.unit, n.scene_type, a.place, n.state, n.version, n.opened_at, n.since from scenes.attendance_now n join scenes.attendance a on a.id = n.attendance;
create view scenes.public_record as select r.attendance, r.root, r.version, r.file, r.at, r.by_name from scenes.record r;
