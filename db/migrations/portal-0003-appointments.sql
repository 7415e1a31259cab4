-- When somebody comes to a counter, so that it is ready for them.
create table portal.appointment (
  id uuid primary key, entry uuid not null, root uuid not null, unit uuid not null, person uuid not null, by_name text not null,
  starts_at timestamptz(3) not null, minutes int not null check (minutes between 1 and 600), submission uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table portal.appointment is 'covered: who comes to which counter when, and with which announcement; root is its own id';
create index appointment_unit on portal.appointment (unit, starts_at);
create index appointment_person on portal.appointment (person, starts_at);

create table portal.appointment_withdrawn (
  id uuid primary key, entry uuid not null,
  appointment uuid not null constraint portal_appointment_withdrawn_once unique references portal.appointment deferrable initially deferred,
  root uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table portal.appointment_withdrawn is 'covered: appointments given back, by who booked them or by the counter';
