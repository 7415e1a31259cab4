-- A case that came by mistake is withdrawn: its rows and entries stay, but it stands nowhere any more, nobody sees it, and nothing is recorded on it.
create table cases.withdrawn (
  id uuid primary key, entry uuid not null, root uuid not null constraint cases_withdrawn_once unique references cases.case deferrable initially deferred,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table cases.withdrawn is 'covered: cases that came by mistake and on which nothing was built: they stand no more, and their numbers are free';

-- A number is one case among those that stand: what was withdrawn gave its number back.
alter table cases.case drop constraint cases_case_number;
create unique index cases_case_number on cases.standing (number);

-- Whoever records holds this lock shared, whoever withdraws holds it alone: so an act that is under way is either seen by the one who
-- withdraws, or finds the case withdrawn. The same number stands in src/modules/cases/store/withdrawing.ts.
create function cases.stands_for_new_entries() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(7236601);
  if exists (select 1 from come e join cases.withdrawn w on w.root = e.root where w.entry <> e.id) then
    raise exception 'the case was withdrawn' using errcode = 'check_violation', constraint = 'cases_withdrawn';
  end if;
  return null;
end $$;
create trigger cases_stands after insert on ledger.entry referencing new table as come for each statement execute function cases.stands_for_new_entries();

-- From the moment of its withdrawal a case is counted no more, as a duplicate is not; a duplicate that was none (kind no-duplicate) is counted again.
comment on table cases.relation is 'covered: links between cases; kind duplicate-of points to the case that goes on, kind no-duplicate takes that back';
create or replace view cases.public_party_over_time as
select m.root, m.at, p.party, p.role, p.sex, p.age, p.minor, p.identified,
       i.precision, i.absent, i.first_day, i.time_text, i.district, i.settlement, i.highway, i.latitude, i.longitude,
       o.offence, o.iccs,
       coalesce(z.level, 'open') = 'sealed' as sealed, coalesce(d.duplicate, false) or w.root is not null as duplicate
  from (select root, recorded_at as at from cases.party union select root, recorded_at from cases.incident union select root, recorded_at from cases.offence
        union select root, recorded_at from cases.sensitivity union select root, recorded_at from cases.relation where kind in ('duplicate-of', 'no-duplicate')
        union select root, recorded_at from cases.withdrawn) m
 cross join lateral (select distinct on (x.party) x.party, x.role, x.sex, x.age, x.minor, x.identified, x.organisation
                       from cases.party x where x.root = m.root and x.recorded_at <= m.at order by x.party, x.seq desc) p
  left join lateral (select * from cases.incident x where x.root = m.root and x.recorded_at <= m.at order by x.seq desc limit 1) i on true
  left join lateral (select (array_agg(x.code order by x.iccs nulls last, x.code))[1] as offence, min(x.iccs) as iccs
                       from cases.offence x where x.root = m.root and x.recorded_at <= m.at) o on true
  left join lateral (select x.level from cases.sensitivity x where x.root = m.root and x.recorded_at <= m.at order by x.seq desc limit 1) z on true
  left join lateral (select x.kind = 'duplicate-of' as duplicate from cases.relation x
                      where x.root = m.root and x.kind in ('duplicate-of', 'no-duplicate') and x.recorded_at <= m.at order by x.id desc limit 1) d on true
  left join cases.withdrawn w on w.root = m.root and w.recorded_at <= m.at
 where not p.organisation;
create or replace view cases.public_case_over_time as
select m.root, m.at, c.type,
       i.precision, i.absent, i.first_day, i.time_text, i.district, i.settlement, i.highway,
       o.offence, o.iccs, t.outcome,
       coalesce(z.level, 'open') = 'sealed' as sealed, coalesce(d.duplicate, false) or w.root is not null as duplicate
  from (select id as root, recorded_at as at from cases."case" union select root, recorded_at from cases.incident union select root, recorded_at from cases.offence
        union select root, recorded_at from cases.sensitivity union select root, recorded_at from cases.relation where kind in ('duplicate-of', 'no-duplicate')
        union select root, recorded_at from cases.court_outcome union select root, recorded_at from cases.withdrawn) m
  join lateral (select x.type from cases."case" x where x.id = m.root) c on true
  left join lateral (select * from cases.incident x where x.root = m.root and x.recorded_at <= m.at order by x.seq desc limit 1) i on true
  left join lateral (select (array_agg(x.code order by x.iccs nulls last, x.code))[1] as offence, min(x.iccs) as iccs
                       from cases.offence x where x.root = m.root and x.recorded_at <= m.at) o on true
  left join lateral (select x.outcome from cases.court_outcome x where x.root = m.root and x.final and x.told_by <> 'others' and x.recorded_at <= m.at
                      order by x.on_day desc, x.recorded_at desc limit 1) t on true
  left join lateral (select x.level from cases.sensitivity x where x.root = m.root and x.recorded_at <= m.at order by x.seq desc limit 1) z on true
  left join lateral (select x.kind = 'duplicate-of' as duplicate from cases.relation x
                      where x.root = m.root and x.kind in ('duplicate-of', 'no-duplicate') and x.recorded_at <= m.at order by x.id desc limit 1) d on true
  left join cases.withdrawn w on w.root = m.root and w.recorded_at <= m.at;
