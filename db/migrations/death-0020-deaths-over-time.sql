-- How each death stood at every moment at which that changed: no names, no numbers, no words. The day is that of the death, else that of the call.
create view death.public_over_time as
select m.root, m.at, j.case_root, coalesce(j.decision, 'open') = 'accepted' as accepted, c.setting,
       coalesce(i.sex, c.sex) as sex,
       case coalesce(case when i.age is not null then i.age_unit end, c.age_unit) when 'years' then trunc(coalesce(i.age, c.age))::int else case when coalesce(i.age, c.age) is not null then 0 end end as age,
       p.district, p.settlement, coalesce(d.on_text, to_char(c.ended_at, 'YYYY-MM-DD')) as on_text, d.time_text,
       mn.manner, mn.transport_role, k.status as cause, e.kind as examined, coalesce(e.done, false) as examination_done
  from (select root, recorded_at as at from death.call union select root, recorded_at from death.jurisdiction union select root, recorded_at from death.place
        union select root, recorded_at from death.identity union select root, recorded_at from death.cause union select root, recorded_at from death.manner
        union select root, recorded_at from death.examination union select root, recorded_at from death.examination_step) m
  join death.call c on c.root = m.root and c.recorded_at <= m.at
  left join lateral (select * from death.jurisdiction x where x.root = m.root and x.recorded_at <= m.at order by x.seq desc limit 1) j on true
  left join lateral (select x.district, x.settlement from death.place x where x.root = m.root and x.recorded_at <= m.at and x.district is not null
                      order by array_position(array['injury','death','found','last-alive'], x.kind), x.seq desc limit 1) p on true
  left join lateral (select x.on_text, x.time_text from death.place x where x.root = m.root and x.recorded_at <= m.at and x.kind = 'death' order by x.seq desc limit 1) d on true
  left join lateral (select case when x.state = 'withdrawn' then null else x.sex end as sex, case when x.state = 'withdrawn' then null else x.age end as age, x.age_unit
                       from death.identity x where x.root = m.root and x.recorded_at <= m.at order by x.seq desc limit 1) i on true
  left join lateral (select x.status from death.cause x where x.root = m.root and x.recorded_at <= m.at order by x.seq desc limit 1) k on true
  left join lateral (select x.manner, x.transport_role from death.manner x where x.root = m.root and x.recorded_at <= m.at order by x.seq desc limit 1) mn on true
  left join lateral (select x.kind, exists (select 1 from death.examination_step t where t.examination = x.id and t.recorded_at <= m.at and t.state in ('finished', 'reviewed')) as done
                       from death.examination x where x.root = m.root and x.recorded_at <= m.at
                      order by array_position(array['full','second','limited','external','imaging','records'], x.kind), x.no desc limit 1) e on true;
comment on view death.public_over_time is 'derived: deaths, manner, cause and examination, as known at each moment, for statistics';

create view death.public_specimen as select root, thing, kind from death.specimen;
comment on view death.public_specimen is 'derived: which things were taken from which dead';

create view death.public_case as select distinct root, case_root from death.jurisdiction where case_root is not null;
comment on view death.public_case is 'derived: the case to which each death belongs';
create index death_jurisdiction_case on death.jurisdiction (case_root);
