/**
 * One row for each victim and each thing known of them (Bogotá Protocol on homicide data, 2015: the victim is the unit), kept up from the covered
 * rows of cases, from codings, and, where the victim died, from the death. A row holds from the instant at which it was recorded until the next, so that
 * any day's knowledge can be counted again: what is told below of one instant rests on nothing that was recorded after it. A death is told of the person of the
 * case who is called dead and whose sex and age agree; who stands in a case of killing once as victim and once as deceased, with nothing that tells them apart,
 * is one person.
 */
import { sql } from '#platform/sql.ts'
import type { Kept, Words } from './refresh.ts'
import { bandOf, originOf, precinctOf, whenOf } from './telling.ts'

export async function refreshVictims(cx: Kept, roots: readonly string[], words: Words): Promise<void> {
  const all = roots as string[]
  const roles = words.roles as string[]
  const died = words.died as string[]
  await cx.tx.run(sql`delete from observatory.victim where root = any(${all}::uuid[])`)
  await cx.tx.run(sql`
    with person as materialized (select *, ${bandOf(words.ages, 'q.age')} as band from cases.public_party_over_time q where root = any(${all}::uuid[])),
    file as materialized (select root, at, outcome from cases.public_case_over_time where root = any(${all}::uuid[]) and outcome is not null),
    told as materialized (select root, at, coded from exchange.public_coded where root = any(${all}::uuid[])),
    dead as materialized (select * from observatory.death where case_root = any(${all}::uuid[])),
    ${linked(roles, died)},
    coded as materialized (select * from observatory.coding where root = any(${all}::uuid[])),
    anybody as materialized (select distinct party, root from last_party),
    moment as (
      select p.party as victim, p.root, k.at from anybody p join known k on k.root = p.root union select victim, root, recorded_at from coded
      union select t.deceased, t.root, c.recorded_at from twin t join coded c on c.victim = t.victim
      union select p.party, p.root, f.at from anybody p join file f on f.root = p.root
      union select p.party, p.root, t.at from anybody p join told t on t.root = p.root),
    fact as (
      select m.victim, m.root, m.at,
             p.role = any(${roles}) and not p.sealed and not p.duplicate and w.twice is null as counted,
             ${whenOf('p')},
             coalesce(p.district, 'not-yet-determined') as district, coalesce(p.settlement, 'not-yet-determined') as settlement,
             ${precinctOf(words, 'p.settlement')} as precinct, coalesce(p.highway, 'not-applicable') as road,
             coalesce(p.offence, 'not-yet-determined') as offence,
             coalesce(left(p.iccs, 4), 'not-yet-determined') as iccs,
             coalesce(left(p.iccs, 2), 'not-yet-determined') as section,
             coalesce(p.sex, 'not-yet-determined') as sex, coalesce(p.band, 'not-yet-determined') as age_band,
             case when p.minor then 'yes' when p.age is null then 'not-yet-determined' else 'no' end as minor,
             case when p.identified then 'yes' else 'no' end as identified,
             coalesce(c.means, t.coded->>'means', nullif(d.means, 'not-yet-determined'), 'not-yet-determined') as means,
             coalesce(c.firearm, t.coded->>'firearm', case when coalesce(c.means, t.coded->>'means') not like 'firearm%' then 'not-applicable' else 'not-yet-determined' end) as firearm,
             coalesce(c.relationship, t.coded->>'relationship', 'not-yet-determined') as relationship, coalesce(c.context, t.coded->>'context', 'not-yet-determined') as context,
             coalesce(c.motive, t.coded->>'motive', 'not-yet-determined') as motive, coalesce(c.domestic, t.coded->>'domestic', 'not-yet-determined') as domestic,
             coalesce(c.ethnicity, '{not-yet-determined}') as ethnicity,
             coalesce(c.road_role, nullif(d.road_role, 'not-applicable'), t.coded->>'roadRole', 'not-yet-determined') as road_role,
             coalesce(c.nationality, t.coded->>'nationality', 'not-yet-determined') as nationality,
             coalesce(d.manner, w.undetermined) as manner, coalesce(d.autopsy, w.undetermined) as autopsy, coalesce(d.cause, w.undetermined) as cause,
             coalesce(d.alcohol, w.undetermined) as alcohol, coalesce(d.drugs, array[w.undetermined]) as drugs,
             coalesce(o.outcome, 'not-yet-determined') as court, ${originOf('m.root')} as origin
        from moment m
        join lateral (select * from person x where x.root = m.root and x.party = m.victim and x.at <= m.at order by x.at desc limit 1) p on true
        join known k on k.root = m.root and k.at <= m.at and (k.next is null or k.next > m.at)
        left join twin a on a.known_at = k.at and a.deceased = m.victim
        left join twin b on b.known_at = k.at and b.victim = m.victim
        left join lateral (select * from coded x where x.victim in (m.victim, a.victim) and x.recorded_at <= m.at order by x.recorded_at desc, x.seq desc limit 1) c on true
        left join lateral (select * from told x where x.root = m.root and x.at <= m.at order by x.at desc limit 1) t on true
        left join lateral (select * from file x where x.root = m.root and x.at <= m.at order by x.at desc limit 1) o on true
        left join link l on l.victim = m.victim and l.known_at = k.at
        left join lateral (select * from dead x where x.death = l.death and x.counted and x.from_at <= m.at and (x.until_at is null or x.until_at > m.at) limit 1) d on true
       cross join lateral (select case when p.role = any(${died}) or left(p.iccs, 4) in ('0101', '0103') then 'not-yet-determined' else 'not-applicable' end as undetermined, b.deceased as twice) w
    ),
    changed as (select f.*, to_jsonb(f) - 'at' is distinct from lag(to_jsonb(f) - 'at') over (partition by victim order by at) as is_new from fact f),
    version as (select c.*, row_number() over w as revision, lead(at) over w as until_at from changed c where is_new window w as (partition by victim order by at)),
    victims as (select distinct victim from version where counted)
    insert into observatory.victim (victim, root, revision, from_at, until_at, counted, noise, year, quarter, month, weekday, hour, district, settlement, precinct, road, offence, iccs, section,
                                    sex, age_band, minor, identified, means, firearm, relationship, context, motive, domestic, ethnicity, road_role, nationality, manner, autopsy, cause, alcohol, drugs, court, origin)
    select victim, root, revision, at, until_at, counted, hashtext(victim::text), year, quarter, month, weekday, hour, district, settlement, precinct, road, offence, iccs, section,
           sex, age_band, minor, identified, means, firearm, relationship, context, motive, domestic, ethnicity, road_role, nationality, manner, autopsy, cause, alcohol, drugs, court, origin
      from version where victim in (select victim from victims)`)
}

/** Whose death it is (link), and who stands in a case of killing twice (twin), as known at each instant; of `person` and `dead`. */
const linked = (roles: string[], died: string[]) => sql`
    known as materialized (select root, at, lead(at) over (partition by root order by at) as next from (select root, at from person union select case_root, from_at from dead) i),
    last_party as materialized (
      select distinct on (k.root, k.at, x.party) k.at as known_at, x.party, x.root, x.role = any(${died}) as died, nullif(x.sex, 'unknown') as sex, x.band, left(x.iccs, 2) = '01' as killing
        from known k join person x on x.root = k.root and x.at <= k.at where x.role = any(${roles}) order by k.root, k.at, x.party, x.at desc),
    party_in_line as (select p.*, row_number() over (partition by known_at, root, sex, band order by died desc, party) as place from last_party p),
    last_death as (
      select distinct on (k.root, k.at, x.death) k.at as known_at, x.death, x.case_root, case when x.sex in ('unknown', 'not-yet-determined') then null else x.sex end as sex, nullif(x.age_band, 'not-yet-determined') as band
        from known k join dead x on x.case_root = k.root and x.from_at <= k.at order by k.root, k.at, x.death, x.revision desc),
    death_in_line as (select d.*, row_number() over (partition by known_at, case_root, sex, band order by death) as place, count(*) over (partition by known_at, case_root) as deaths from last_death d),
    link as materialized (
      select distinct on (d.known_at, d.death) d.known_at, d.death, p.party as victim from death_in_line d join party_in_line p on p.root = d.case_root and p.known_at = d.known_at
       where (d.sex is not distinct from p.sex and d.band is not distinct from p.band and d.place = p.place)
          or (d.deaths = 1 and coalesce(d.sex = p.sex, true) and coalesce(d.band = p.band, true))
       order by d.known_at, d.death, p.died desc, (d.sex is not distinct from p.sex)::int + (d.band is not distinct from p.band)::int desc, p.party),
    twin as materialized (
      select known_at, root, min(party::text) filter (where not died)::uuid as victim, min(party::text) filter (where died)::uuid as deceased from last_party group by known_at, root
      having count(*) = 2 and count(*) filter (where died) = 1 and bool_and(coalesce(killing, false)) and count(distinct sex) < 2 and count(distinct band) < 2)`
