/**
 * One row for each death taken on and each thing known of it: manner, cause (pending, final, amended), how the body was examined, what was found in it.
 * What was found is read from reviewed conclusions on what was taken from the body, and from codes that a register said.
 */
import { sql } from '#platform/sql.ts'
import type { Kept, Words } from './refresh.ts'
import { bandOf, originOf, precinctOf } from './telling.ts'

export async function refreshDeaths(cx: Kept, roots: readonly string[], words: Words): Promise<void> {
  const all = roots as string[]
  await cx.tx.run(sql`delete from observatory.death where death = any(${all}::uuid[])`)
  await cx.tx.run(sql`
    with d as materialized (select * from death.public_over_time where root = any(${all}::uuid[])),
    belongs as materialized (select root, case_root from death.public_case where root = any(${all}::uuid[])),
    file as materialized (select b.root as death, c.at, c.sealed, c.duplicate from belongs b join cases.public_case_over_time c on c.root = b.case_root),
    told as materialized (select b.root as death, c.at, c.coded from belongs b join exchange.public_coded c on c.root = b.case_root),
    tox as materialized (
      select s.root as death, x.kind, x.substance, x.from_at, x.until_at,
             case lower(x.unit) when 'mg/100 ml' then x.value when 'mg/dl' then x.value when 'g/l' then x.value * 100 end as per_100_ml
        from death.public_specimen s join evidence.public_item i on i.thing = s.thing or i.parent = s.thing
        join results.public_conclusion x on x.item = i.thing and x.kind in ('identity', 'quantity')
       where s.root = any(${all}::uuid[])),
    moment as (select root as death, at from d union select death, at from file union select death, at from told union select death, from_at from tox union select death, until_at from tox where until_at is not null),
    fact as (
      select m.death, m.at, p.case_root, p.accepted and not coalesce(f.sealed, false) and not coalesce(f.duplicate, false) as counted,
             coalesce(left(p.on_text, 4), 'not-yet-determined') as year,
             case when length(p.on_text) >= 7 then left(p.on_text, 4) || '-Q' || ceil(substr(p.on_text, 6, 2)::numeric / 3)::int else 'unknown' end as quarter,
             case when length(p.on_text) >= 7 then left(p.on_text, 7) else 'unknown' end as month,
             case when length(p.on_text) = 10 then to_char(p.on_text::date, 'ID') else 'unknown' end as weekday, coalesce(left(p.time_text, 2), 'not-yet-determined') as hour,
             coalesce(p.district, 'not-yet-determined') as district, coalesce(p.settlement, 'not-yet-determined') as settlement, ${precinctOf(words, 'p.settlement')} as precinct,
             coalesce(p.setting, 'not-yet-determined') as setting, coalesce(p.sex, 'not-yet-determined') as sex,
             coalesce(${bandOf(words.ages, 'p.age')}, 'not-yet-determined') as age_band,
             case when p.age is null then 'not-yet-determined' when p.age < 18 then 'yes' else 'no' end as minor,
             coalesce(p.manner, 'not-yet-determined') as manner, coalesce(p.cause, 'not-yet-determined') as cause,
             coalesce(case when p.examination_done then p.examined when p.examined is not null then 'not-yet-determined' end, t.coded->>'autopsy', 'none') as autopsy,
             coalesce(t.coded->>'means', 'not-yet-determined') as means,
             coalesce(p.transport_role, t.coded->>'roadRole', case when p.setting = 'road' then 'not-yet-determined' else 'not-applicable' end) as road_role,
             coalesce(${bandOf(words.alcohol, 'x.alcohol')}, case when x.drugs is not null then 'not-measured' else 'not-yet-determined' end) as alcohol,
             coalesce(nullif(array(select unnest(x.drugs) union select jsonb_array_elements_text(t.coded->'drugs') order by 1), '{}'), '{not-yet-determined}') as drugs,
             ${originOf('p.case_root')} as origin
        from moment m
        join lateral (select * from d x where x.root = m.death and x.at <= m.at order by x.at desc limit 1) p on true
        left join lateral (select * from file x where x.death = m.death and x.at <= m.at order by x.at desc limit 1) f on true
        left join lateral (select * from told x where x.death = m.death and x.at <= m.at order by x.at desc limit 1) t on true
        left join lateral (select array_agg(distinct x.substance) filter (where x.kind = 'identity' and x.substance is not null) as drugs,
                                  max(x.per_100_ml) filter (where x.substance = 'ethanol') as alcohol
                             from tox x where x.death = m.death and x.from_at <= m.at and (x.until_at is null or x.until_at > m.at)) x on true
    ),
    changed as (select f.*, to_jsonb(f) - 'at' is distinct from lag(to_jsonb(f) - 'at') over (partition by death order by at) as is_new from fact f),
    version as (select c.*, row_number() over w as revision, lead(at) over w as until_at from changed c where is_new window w as (partition by death order by at)),
    taken as (select distinct death from version where counted)
    insert into observatory.death (death, root, case_root, revision, from_at, until_at, counted, noise, year, quarter, month, weekday, hour, district, settlement, precinct, setting, sex, age_band, minor,
                                   manner, cause, autopsy, means, road_role, alcohol, drugs, origin)
    select death, death, case_root, revision, at, until_at, counted, hashtext(death::text), year, quarter, month, weekday, hour, district, settlement, precinct, setting, sex, age_band, minor,
           manner, cause, autopsy, means, road_role, alcohol, drugs, origin
      from version where death in (select death from taken)`)
}
