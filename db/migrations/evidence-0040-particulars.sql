-- What the form of its kind was answered about a thing: with the version that was asked, so that it reads the same for ever.
create table evidence.particulars (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  seq int not null, form uuid not null, answers jsonb not null, corrects uuid,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_particulars_seq unique (thing, seq)
);
comment on table evidence.particulars is 'covered: the answers to the form of its kind, with the version that was asked; the newest row holds, the first is never lost';
