-- Which case stood how at every moment at which what happened, where, when, its protection or its outcome in court changed. No names, no numbers.
create view cases.public_case_over_time as
select m.root, m.at, c.type,
       i.precision, i.absent, i.first_day, i.time_text, i.district, i.settlement, i.highway,
       o.offence, o.iccs, t.outcome,
       coalesce(z.level, 'open') = 'sealed' as sealed, d.duplicate is not null as duplicate
  from (select id as root, recorded_at as at from cases."case" union select root, recorded_at from cases.incident union select root, recorded_at from cases.offence
        union select root, recorded_at from cases.sensitivity union select root, recorded_at from cases.relation where kind = 'duplicate-of'
        union select root, recorded_at from cases.court_outcome) m
  join lateral (select x.type from cases."case" x where x.id = m.root) c on true
  left join lateral (select * from cases.incident x where x.root = m.root and x.recorded_at <= m.at order by x.seq desc limit 1) i on true
  left join lateral (select (array_agg(x.code order by x.iccs nulls last, x.code))[1] as offence, min(x.iccs) as iccs
                       from cases.offence x where x.root = m.root and x.recorded_at <= m.at) o on true
  left join lateral (select x.outcome from cases.court_outcome x where x.root = m.root and x.final and x.told_by <> 'others' and x.recorded_at <= m.at
                      order by x.on_day desc, x.recorded_at desc limit 1) t on true
  left join lateral (select level from cases.sensitivity x where x.root = m.root and x.recorded_at <= m.at order by x.seq desc limit 1) z on true
  left join lateral (select x.other as duplicate from cases.relation x where x.root = m.root and x.kind = 'duplicate-of' and x.recorded_at <= m.at limit 1) d on true;
comment on view cases.public_case_over_time is 'derived: cases and what happened, as it was known at each moment, for statistics';
