-- What a section or a laboratory outside answered about a death, and that a pathologist read it: a result that nobody read stops the final cause.
create table death.lab_arrival (
  id uuid primary key, entry uuid not null, root uuid not null, number text, sender text, panel text, results int not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table death.lab_arrival is 'covered: results of a laboratory outside that were laid to a death; the id is the message''s, which holds them as they were written';
create index lab_arrival_root on death.lab_arrival (root);

create table death.lab_reading (
  id uuid primary key, entry uuid not null, root uuid not null,
  request uuid, arrival uuid references death.lab_arrival deferrable initially deferred, conclusions uuid[] not null,
  reflects text not null check (reflects in ('event','treatment','unknown')), words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_reading_of_one check ((request is null) <> (arrival is null))
);
comment on table death.lab_reading is 'covered: a pathologist read what was answered, and says whether it reflects the time of the event; the newest of a request or arrival holds';
create index lab_reading_root on death.lab_reading (root);
