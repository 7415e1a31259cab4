-- What was in custody already when it came to the counter: it is no new thing, it changes hands and belongs to that submission.
create table evidence.brought_in (
  id uuid primary key, entry uuid not null, submission uuid not null references evidence.submission deferrable initially deferred,
  thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_brought_in_once unique (submission, thing)
);
comment on table evidence.brought_in is 'covered: things that were in custody already (collected at a scene) and came to the counter with a submission';
create index brought_in_thing on evidence.brought_in (thing);
-- Whether a thing waits for a counter is asked by the thing.
create index announced_item_item on evidence.announced_item (item);
