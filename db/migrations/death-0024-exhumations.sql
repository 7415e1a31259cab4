-- A body that was laid to rest is taken up by an order and comes into the house again: the same thing, its chain goes on. Each stay has its reception and its release.
alter table death.body drop constraint death_one_body, drop constraint death_body_thing;
alter table death.body add column stay int check (stay > 1), add column band text check (band in ('found','new'));
create unique index death_one_body on death.body (root, coalesce(stay, 1));
create unique index death_body_thing on death.body (thing, coalesce(stay, 1));
alter table death.release drop constraint death_released_once;
alter table death.release add column stay int check (stay > 1);
create unique index death_released_once on death.release (root, coalesce(stay, 1));

create table death.exhumation (
  id uuid primary key, entry uuid not null, root uuid not null, burial uuid not null references death.burial deferrable initially deferred,
  order_kind text not null check (order_kind in ('court','prosecution','coroner','ministry','other')), order_by text not null, order_number text not null, order_on date not null, why text not null,
  taken_by text not null, known_by text not null, condition text, vault uuid, commitment text, at timestamptz(3) not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint death_exhumation_burial unique (burial)
);
comment on table death.exhumation is 'covered: a body taken up: by whose order and why, who took charge of it, by what it was known at the grave; who stood by stands in the vault';
create index exhumation_root on death.exhumation (root);

alter table death.examination drop constraint examination_kind_check;
alter table death.examination add constraint examination_kind_check check (kind in ('external','full','limited','second','exhumation','imaging','records'));

-- An examination that was taken back examined nobody, in statistics too.
create or replace view death.public_over_time as
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
                        and not exists (select 1 from death.examination_step w where w.examination = x.id and w.kind = 'withdrawn' and w.recorded_at <= m.at)
                      order by array_position(array['full','second','exhumation','limited','external','imaging','records'], x.kind), x.no desc limit 1) e on true;
