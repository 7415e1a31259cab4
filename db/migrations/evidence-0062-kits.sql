-- Collection kits before they are evidence: which serial went where, when it expires, what became of it.
create table evidence.kit (
  id uuid primary key, entry uuid not null, number text not null constraint evidence_kit_number unique,
  kit text not null, definition uuid not null, en text not null, es text not null, contents jsonb not null,
  expires_on date, lot text, unit uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.kit is 'covered: a collection kit by its serial number, with what it holds by the version of its template';

create table evidence.kit_event (
  id uuid primary key, entry uuid not null, kit uuid not null references evidence.kit deferrable initially deferred,
  seq int not null, kind text not null check (kind in ('issued', 'used', 'returned')),
  unit uuid, unit_name text, person uuid, person_name text,
  root uuid, thing uuid references evidence.thing deferrable initially deferred,
  condition text check (condition in ('unused', 'damaged', 'expired')), words text,
  at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_kit_event_order unique (kit, seq)
);
comment on table evidence.kit_event is 'covered: a kit was issued, used or returned; the newest says how it stands';
create index kit_event_thing on evidence.kit_event (thing) where thing is not null;
