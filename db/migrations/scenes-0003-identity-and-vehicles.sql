-- Who was there, by the document they showed; vehicles that are examined in a bay that was booked for them.
create table scenes.identity (
  id uuid primary key, entry uuid not null, root uuid not null, attendance uuid not null references scenes.attendance deferrable initially deferred,
  party uuid not null, vault uuid, commitment text, format text, failed text[] not null, differs text[] not null, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.identity is 'covered: an identity document whose code was read at a scene, what a person confirmed of it; the text as it was read stands in the vault';
create index identity_attendance on scenes.identity (attendance);

create table scenes.bay_booking (
  id uuid primary key, entry uuid not null, root uuid not null, place uuid not null, place_name text not null, unit uuid not null, capacity int not null, thing uuid not null,
  from_at timestamptz(3) not null, until_at timestamptz(3) not null, words text, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null
);
comment on table scenes.bay_booking is 'covered: a bay kept for one vehicle from one instant to another';
create index bay_booking_place on scenes.bay_booking (place, from_at);
create index bay_booking_thing on scenes.bay_booking (thing);

create table scenes.bay_step (
  id uuid primary key, entry uuid not null, root uuid not null, booking uuid not null references scenes.bay_booking deferrable initially deferred,
  seq int not null, kind text not null check (kind in ('examined','released','cancelled')), attendance uuid references scenes.attendance deferrable initially deferred,
  words text, by_name text not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint scenes_bay_step_order unique (booking, seq)
);
comment on table scenes.bay_step is 'covered: what became of a booking: the vehicle was examined, given back, or the bay was not needed';
create index bay_step_attendance on scenes.bay_step (attendance) where attendance is not null;
