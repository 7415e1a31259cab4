-- Who may see what follows from covered rows: what was opened and what was ended. identity.sight is what they add up to, and is what is asked.
create table identity.sight_opened (
  id uuid primary key, entry uuid not null, root uuid not null, principals uuid[] not null, why text not null, part uuid,
  from_at timestamptz(3) not null, until_at timestamptz(3), recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.sight_opened is 'covered: sight that an act opened, of a root or one part of it, to these principals';
create table identity.sight_ended (
  id uuid primary key, entry uuid not null, root uuid not null, opened uuid[] not null, principals uuid[] not null, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table identity.sight_ended is 'covered: sight that an act ended: pairs of what was opened and whose it was';

alter table identity.sight drop column id, drop column entry, add column opened uuid, add column ended boolean;
update identity.sight set opened = gen_random_uuid(), ended = meant_until is not null;
alter table identity.sight alter column opened set not null, alter column ended set not null, add primary key (opened, principal);
comment on table identity.sight is 'derived: who may see what hangs on a root, from sight_opened and sight_ended; every reading statement asks this table (decided.md 1)';
-- What stood before is recorded by the program at its next start, as an act of the migration (src/app/adopting.ts).
insert into platform.setting (key, value) select 'sight-to-adopt', 'true' where exists (select 1 from identity.sight);
