-- Who was on which case in which part, at every moment at which that, the time, the place or the offence changed. No names, no numbers.
-- The principal offence is the one that comes first in ICCS (UNODC 2015, 5.3).
create view cases.public_party_over_time as
select m.root, m.at, p.party, p.role, p.sex, p.age, p.minor, p.identified,
       i.precision, i.absent, i.first_day, i.time_text, i.district, i.settlement, i.highway, i.latitude, i.longitude,
       o.offence, o.iccs,
       coalesce(z.level, 'open') = 'sealed' as sealed, d.duplicate is not null as duplicate
  from (select root, recorded_at as at from cases.party union select root, recorded_at from cases.incident union select root, recorded_at from cases.offence
        union select root, recorded_at from cases.sensitivity union select root, recorded_at from cases.relation where kind = 'duplicate-of') m
 cross join lateral (select distinct on (x.party) x.party, x.role, x.sex, x.age, x.minor, x.identified, x.organisation
                       from cases.party x where x.root = m.root and x.recorded_at <= m.at order by x.party, x.seq desc) p
  left join lateral (select * from cases.incident x where x.root = m.root and x.recorded_at <= m.at order by x.seq desc limit 1) i on true
  left join lateral (select (array_agg(x.code order by x.iccs nulls last, x.code))[1] as offence, min(x.iccs) as iccs
                       from cases.offence x where x.root = m.root and x.recorded_at <= m.at) o on true
  left join lateral (select level from cases.sensitivity x where x.root = m.root and x.recorded_at <= m.at order by x.seq desc limit 1) z on true
  left join lateral (select x.other as duplicate from cases.relation x where x.root = m.root and x.kind = 'duplicate-of' and x.recorded_at <= m.at limit 1) d on true
 where not p.organisation;
comment on view cases.public_party_over_time is 'derived: people of a case and what happened to them, as it was known at each moment, for statistics';
