-- Every item and every hand that held it: what came in, how it was packed and sealed, who held it when, and where it stands.
create schema evidence;

create table evidence.location (
  id uuid primary key, entry uuid not null,
  parent uuid references evidence.location deferrable initially deferred,
  unit uuid not null, code text not null constraint evidence_location_code unique, name text not null,
  kind text not null check (kind in ('site','room','rack','shelf','box','safe','freezer','cupboard')),
  witness boolean not null, capacity int check (capacity > 0), keeps text[] not null, position int not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.location is 'covered: the places of a store, from the site to the box; a place that asks for a witness says so';
create index location_parent on evidence.location (parent);

create table evidence.submission (
  id uuid primary key, entry uuid not null, root uuid not null,
  number text not null constraint evidence_submission_number unique,
  state text not null check (state in ('received','refused')), unit uuid,
  submitted_by uuid, submitted_by_name text not null, submitted_by_unit uuid, submitted_by_where text,
  way text, at timestamptz(3) not null, refusal text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.submission is 'covered: what somebody brought to the counter, received or refused with a reason (ASTM E1492)';
create index submission_root on evidence.submission (root);

create table evidence.thing (
  id uuid primary key, entry uuid not null, root uuid not null,
  number text not null constraint evidence_thing_number unique,
  barcode text not null constraint evidence_thing_barcode unique,
  kind text not null check (kind in ('item','container','kit','subsample','body','lot','key')),
  submission uuid references evidence.submission deferrable initially deferred,
  parent uuid references evidence.thing deferrable initially deferred,
  taken_from text, taken_at timestamptz(3), taken_on text, taken_place text, their_number text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.thing is 'covered: what is held: items, containers, kits, subsamples; bodies and lots too';
create index thing_root on evidence.thing (root);
create index thing_submission on evidence.thing (submission) where submission is not null;
create index thing_parent on evidence.thing (parent) where parent is not null;

create table evidence.description (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  seq int not null, corrects uuid, type text, words text not null,
  quantity numeric, unit text, count int,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_description_order unique (thing, seq)
);
comment on table evidence.description is 'covered: what the thing is, in words; the newest row holds, the first is never lost';

create table evidence.packaging (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  seq int not null, corrects uuid, type text not null, colour text, size text, condition text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_packaging_order unique (thing, seq)
);
comment on table evidence.packaging is 'covered: how it came packed, recorded once at intake; certificates take it from the first row, a later difference is a row with its reason';

create table evidence.seal (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  number text not null, type text, found boolean not null, applied_by uuid, applied_by_name text, applied_at timestamptz(3), 
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.seal is 'covered: seals, put on here or found at intake';
create index seal_thing on evidence.seal (thing);
create index seal_number on evidence.seal (number);

create table evidence.seal_event (
  id uuid primary key, entry uuid not null, seal uuid not null references evidence.seal deferrable initially deferred,
  thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  seq int not null, kind text not null check (kind in ('applied','intact','damaged','broken')), at timestamptz(3) not null, by_name text not null, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_seal_order unique (seal, seq)
);
comment on table evidence.seal_event is 'covered: a seal put on, seen intact, seen damaged, broken';
create index seal_event_thing on evidence.seal_event (thing);

create table evidence.hand_over (
  id uuid primary key, entry uuid not null,
  from_person uuid not null, from_name text not null, to_person uuid not null, to_name text not null, to_where text,
  purpose text, words text, at timestamptz(3) not null, things int not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.hand_over is 'covered: an offer to another person; nothing moves until that person accepts';

create table evidence.hand_over_thing (
  id uuid primary key, entry uuid not null, hand_over uuid not null references evidence.hand_over deferrable initially deferred,
  thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_offered_once unique (hand_over, thing)
);
comment on table evidence.hand_over_thing is 'covered: the things of an offer';
create index hand_over_thing_thing on evidence.hand_over_thing (thing);

create table evidence.hand_over_answer (
  id uuid primary key, entry uuid not null, hand_over uuid not null references evidence.hand_over deferrable initially deferred,
  thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  answer text not null check (answer in ('accepted','declined','withdrawn')), code text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_answered_once unique (hand_over, thing)
);
comment on table evidence.hand_over_answer is 'covered: accepted or declined by the one it was offered to, or withdrawn by the one who offered';
create index hand_over_answer_thing on evidence.hand_over_answer (thing);

create table evidence.consignment (
  id uuid primary key, entry uuid not null, number text not null constraint evidence_consignment_number unique,
  from_person uuid not null, from_name text not null, carrier text not null, reference text,
  to_unit uuid, to_name text not null, sent_at timestamptz(3) not null, due_at timestamptz(3) not null, things int not null, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.consignment is 'covered: what travels with a carrier, to whom, and until when it is expected';

create table evidence.custody_event (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  seq int not null,
  kind text not null check (kind in ('before','received','taken','accepted','stored','retrieved','dispatched','arrived','to-court','from-court','missing','found','returned','refused','consumed','void','disposed')),
  state text not null check (state in ('received','held','stored','in-transit','at-court','missing','returned','consumed','void','disposed')),
  from_kind text check (from_kind in ('person','place','carrier')), from_id uuid, from_name text, from_where text,
  to_kind text check (to_kind in ('person','place','carrier')), to_id uuid, to_name text, to_where text,
  gave_at timestamptz(3), at timestamptz(3) not null, gave_by uuid, took_by uuid, witness uuid, witness_name text,
  hand_over uuid, consignment uuid, due_at timestamptz(3), purpose text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_one_holder unique (thing, seq)
);
comment on table evidence.custody_event is 'covered: every change of hands, each carrying the whole standing after it; from one hand to the next the order is seq, so a chain cannot fork';
create index custody_event_consignment on evidence.custody_event (consignment) where consignment is not null;

create table evidence.custody_correction (
  id uuid primary key, entry uuid not null, event uuid not null references evidence.custody_event deferrable initially deferred,
  thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  at timestamptz(3), gave_at timestamptz(3), purpose text, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.custody_correction is 'covered: what a custody entry should have said; the entry itself stays and both are shown';
create index custody_correction_thing on evidence.custody_correction (thing);

create table evidence.weighing (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  seq int not null, corrects uuid, gross numeric, tare numeric, net numeric not null check (net >= 0), unit text not null,
  tolerance numeric not null, equipment uuid, witness uuid, words text, at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_weighing_order unique (thing, seq)
);
comment on table evidence.weighing is 'covered: gross, tare and net with the tolerance that holds for the balance; the newest row is what there should be';

create table evidence.subsample (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  source uuid not null references evidence.thing deferrable initially deferred, amount numeric check (amount > 0), unit text, how text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.subsample is 'covered: what was taken from what, and how much';
create index subsample_source on evidence.subsample (source);

create table evidence.consumption (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  amount numeric check (amount > 0), unit text, whole boolean not null, why text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.consumption is 'covered: what examination used up';
create index consumption_thing on evidence.consumption (thing);

create table evidence.packing (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  seq int not null, container uuid references evidence.thing deferrable initially deferred,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_packing_order unique (thing, seq)
);
comment on table evidence.packing is 'covered: packed into a container, or taken out (no container); the newest row holds';
create index packing_container on evidence.packing (container) where container is not null;

create table evidence.discrepancy (
  id uuid primary key, entry uuid not null, thing uuid references evidence.thing deferrable initially deferred, submission uuid, root uuid not null,
  kind text not null, expected text, found text, words text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.discrepancy is 'covered: what did not agree with the paper, as seen; never corrected silently';
create index discrepancy_thing on evidence.discrepancy (thing);

create table evidence.explanation (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  about text not null, words text not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.explanation is 'covered: the reason given for a discrepancy, gap or contradiction; the finding stays, with its explanation';
create index explanation_thing on evidence.explanation (thing);

create table evidence.photograph (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  file text not null check (file ~ '^[0-9a-f]{64}$'), name text not null, media_type text not null, size bigint not null, shows text not null, caption text, at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.photograph is 'covered: photographs by the SHA-256 of their bytes';
create index photograph_thing on evidence.photograph (thing);

create table evidence.hazard_flag (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  seq int not null, hazard text not null, state text not null check (state in ('flagged','cleared','made-safe')), words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_hazard_order unique (thing, hazard, seq)
);
comment on table evidence.hazard_flag is 'covered: dangers to whoever opens it; the newest row of a hazard holds';

create table evidence.label (
  id uuid primary key, entry uuid not null, thing uuid not null references evidence.thing deferrable initially deferred, root uuid not null,
  copy int not null, format text not null, recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_label_copy unique (thing, copy)
);
comment on table evidence.label is 'covered: every print of a label; a second copy says why in its entry';

-- What the rows above add up to.
create table evidence.thing_now (
  thing uuid primary key, root uuid not null, number text not null, barcode text not null, kind text not null, type text, words text not null,
  submission uuid, parent uuid, packed_in uuid, state text not null,
  holder_kind text, holder uuid, holder_name text, holder_where text, since timestamptz(3) not null, due_at timestamptz(3), seq int not null,
  seals text[] not null, hazards text[] not null, photograph text, born_at timestamptz(3) not null
);
comment on table evidence.thing_now is 'derived: each thing as it stands now, from its newest rows';
create index thing_now_root on evidence.thing_now (root);
create index thing_now_holder on evidence.thing_now (holder, born_at desc) where state not in ('returned','consumed','void','disposed');
create index thing_now_newest on evidence.thing_now (born_at desc, thing desc);
create index thing_now_due on evidence.thing_now (due_at) where due_at is not null;
create index thing_now_packed on evidence.thing_now (packed_in) where packed_in is not null;
create index thing_now_state on evidence.thing_now (state, born_at desc, thing desc) where state in ('received','in-transit','at-court','missing');
create index thing_now_number on evidence.thing_now (number);
create index thing_now_barcode on evidence.thing_now (barcode);
create index thing_now_words on evidence.thing_now using gin (words gin_trgm_ops);

create table evidence.hand_over_open (
  thing uuid primary key, hand_over uuid not null, root uuid not null, from_person uuid not null, to_person uuid not null, at timestamptz(3) not null
);
comment on table evidence.hand_over_open is 'derived: offers that nobody has answered yet; a thing is offered to one person at a time';
create index hand_over_open_to on evidence.hand_over_open (to_person);
create index hand_over_open_from on evidence.hand_over_open (from_person);
create index hand_over_open_offer on evidence.hand_over_open (hand_over);

create table evidence.location_now (location uuid primary key, things int not null);
comment on table evidence.location_now is 'derived: how many things stand in each place';

create function evidence.count_places() returns trigger language plpgsql as $$
begin
  if tg_op in ('UPDATE', 'DELETE') then
    insert into evidence.location_now as l (location, things)
      select holder, -count(*)::int from gone where holder_kind = 'place' group by 1 order by 1
      on conflict (location) do update set things = l.things + excluded.things;
  end if;
  if tg_op in ('UPDATE', 'INSERT') then
    insert into evidence.location_now as l (location, things)
      select holder, count(*)::int from come where holder_kind = 'place' group by 1 order by 1
      on conflict (location) do update set things = l.things + excluded.things;
  end if;
  return null;
end $$;
create trigger places_come after insert on evidence.thing_now referencing new table as come for each statement execute function evidence.count_places();
create trigger places_move after update on evidence.thing_now referencing old table as gone new table as come for each statement execute function evidence.count_places();
create trigger places_gone after delete on evidence.thing_now referencing old table as gone for each statement execute function evidence.count_places();

create view evidence.public_item as select * from evidence.thing_now;
create view evidence.public_custody_event as select * from evidence.custody_event;
create view evidence.public_submission as select * from evidence.submission;

-- Where a place is, from the outside in.
create function evidence.path_of(in_place uuid) returns text language sql stable as $$
  with recursive up as (
    select id, parent, name, 0 as step from evidence.location where id = in_place
    union all select l.id, l.parent, l.name, u.step + 1 from evidence.location l join up u on l.id = u.parent where u.step < 12)
  select string_agg(name, ' › ' order by step desc) from up
$$;

-- Dangers of a thing, of what it is packed in and of what is packed in it: whoever opens one meets all.
create function evidence.hazards_around(in_thing uuid) returns text[] language sql stable as $$
  with recursive up as (
    select thing, packed_in, 0 as step from evidence.thing_now where thing = in_thing
    union all select n.thing, n.packed_in, u.step + 1 from evidence.thing_now n join up u on n.thing = u.packed_in where u.step < 12),
  down as (
    select thing, 0 as step from evidence.thing_now where thing = in_thing
    union all select n.thing, d.step + 1 from evidence.thing_now n join down d on n.packed_in = d.thing where d.step < 12)
  select coalesce(array_agg(distinct h order by h), '{}') from evidence.thing_now n cross join unnest(n.hazards) h
   where n.thing in (select thing from up union select thing from down)
$$;
