-- What holds a case holds the body of a death of that case; whoever may, lets the body alone go in writing, and the case stays held.
create table death.consent (
  id uuid primary key, entry uuid not null, root uuid not null, body uuid not null references death.body deferrable initially deferred, hold uuid not null, authority text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_consent_once unique (body, hold)
);
comment on table death.consent is 'covered: in writing, a hold on the case does not keep the body any more; the hold itself stands';
create index consent_root on death.consent (root);
