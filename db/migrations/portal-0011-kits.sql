-- Sexual assault kits on their way from the hospital to their end: known by their serial alone, no name is asked or kept.
create table portal.kit_track (
  id uuid primary key, entry uuid not null, root uuid not null, serial text not null constraint portal_kit_serial unique,
  unit uuid not null, unit_name text not null, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table portal.kit_track is 'covered: a kit that is followed from the hospital on, by its serial; root is its own id, and it says of nobody whose it is';

create table portal.kit_stage (
  id uuid primary key, entry uuid not null, kit uuid not null references portal.kit_track deferrable initially deferred, root uuid not null,
  seq int not null, stage text not null, unit uuid, unit_name text not null, to_unit uuid, to_name text, due_on date, words text, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint portal_kit_stage_order unique (kit, seq)
);
comment on table portal.kit_stage is 'covered: a stage that a kit reached, by whom it was scanned, to whom it goes, and until when the next is expected by the list of that day';
