-- At the counter: what was not taken in of a submission, and people without an account who sign on the other party's device.
create table evidence.refused_item (
  id uuid primary key, entry uuid not null, submission uuid not null references evidence.submission deferrable initially deferred, root uuid not null,
  description text not null, their_number text, seal text, reason text not null, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.refused_item is 'covered: what somebody brought and took away again, each with the reason';
create index refused_item_submission on evidence.refused_item (submission);

create table evidence.signature (
  id uuid primary key, entry uuid not null, root uuid not null, side text not null check (side in ('gave','took')),
  name text not null, place text, document text,
  drawn text check (drawn ~ '^[0-9a-f]{64}$'), photograph text check (photograph ~ '^[0-9a-f]{64}$'),
  at timestamptz(3) not null, device_of text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_signature_shows check (document is not null or drawn is not null or photograph is not null)
);
comment on table evidence.signature is 'covered: a person without an account, or without a PIN at hand, who signed on the device of the other party: what was shown, drawn, photographed';

alter table evidence.hand_over alter column to_person drop not null;

-- A hand that signed so; a change of hands without either column and without gave_by or took_by was told by one party only.
alter table evidence.custody_event add column gave_sign uuid, add column took_sign uuid;
alter table evidence.submission add column signature uuid, add column signed_by uuid;
alter table evidence.consignment add column from_unit uuid;
create or replace view evidence.public_custody_event as select * from evidence.custody_event;
create or replace view evidence.public_submission as select * from evidence.submission;

create index submission_newest on evidence.submission (recorded_at desc, id desc);

-- Who stood beside when a danger was taken away and when a seal was put on.
alter table evidence.hazard_flag add column witness uuid, add column witness_name text;
alter table evidence.seal add column witness uuid, add column witness_name text;
