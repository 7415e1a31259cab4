/**
 * One row for each victim and each thing known of them (Bogotá Protocol on homicide data, 2015: the victim is the unit), kept up from the covered
 * rows of cases and from codings. A row holds from the instant at which it was recorded until the next, so that any day's knowledge can be counted again.
 */
import { codesOf } from '#modules/catalogue/public.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

type Kept = Pick<Cx, 'tx' | 'now'>

/** Writes the rows of these roots anew; the answer is how many there are. Not told is a value of its own, and never the same as unknown. */
export async function refreshVictims(cx: Kept, roots: readonly string[]): Promise<number> {
  if (roots.length === 0) return 0
  const { roles, bands } = await words(cx as Cx)
  const all = roots as string[]
  await cx.tx.run(sql`delete from observatory.victim where root = any(${all}::uuid[])`)
  return cx.tx.run(sql`
    with person as materialized (select * from cases.public_party_over_time where root = any(${all}::uuid[])),
    coded as materialized (select * from observatory.coding where root = any(${all}::uuid[])),
    moment as (select party as victim, root, at from person union select victim, root, recorded_at from coded),
    fact as (
      select m.victim, m.root, m.at,
             p.role = any(${roles}) and not p.sealed and not p.duplicate as counted,
             coalesce(to_char(p.first_day, 'YYYY'), p.absent, 'not-yet-determined') as year,
             case when p.precision in ('month','day','hour','minute') then to_char(p.first_day, 'YYYY-"Q"Q') else coalesce(p.absent, case when p.first_day is null then 'not-yet-determined' else 'unknown' end) end as quarter,
             case when p.precision in ('month','day','hour','minute') then to_char(p.first_day, 'YYYY-MM') else coalesce(p.absent, case when p.first_day is null then 'not-yet-determined' else 'unknown' end) end as month,
             case when p.precision in ('day','hour','minute') then to_char(p.first_day, 'ID') else coalesce(p.absent, case when p.first_day is null then 'not-yet-determined' else 'unknown' end) end as weekday,
             coalesce(left(p.time_text, 2), 'not-yet-determined') as hour,
             coalesce(p.district, 'not-yet-determined') as district, coalesce(p.settlement, 'not-yet-determined') as settlement,
             coalesce(p.highway, 'not-applicable') as road,
             coalesce(p.offence, 'not-yet-determined') as offence,
             coalesce(left(p.iccs, 4), 'not-yet-determined') as iccs,
             coalesce(left(p.iccs, 2), 'not-yet-determined') as section,
             coalesce(p.sex, 'not-yet-determined') as sex,
             coalesce((select b.code from jsonb_to_recordset(${JSON.stringify(bands)}::jsonb) as b(code text, least int, most int) where p.age between b.least and b.most limit 1), 'not-yet-determined') as age_band,
             case when p.minor then 'yes' when p.age is null then 'not-yet-determined' else 'no' end as minor,
             case when p.identified then 'yes' else 'no' end as identified,
             coalesce(c.means, 'not-yet-determined') as means, coalesce(c.firearm, case when c.means is not null and c.means not like 'firearm%' then 'not-applicable' else 'not-yet-determined' end) as firearm,
             coalesce(c.relationship, 'not-yet-determined') as relationship, coalesce(c.context, 'not-yet-determined') as context,
             coalesce(c.motive, 'not-yet-determined') as motive, coalesce(c.domestic, 'not-yet-determined') as domestic,
             coalesce(c.ethnicity, '{not-yet-determined}') as ethnicity, coalesce(c.road_role, 'not-yet-determined') as road_role,
             coalesce(c.nationality, 'not-yet-determined') as nationality
        from moment m
        join lateral (select * from person x where x.root = m.root and x.party = m.victim and x.at <= m.at order by x.at desc limit 1) p on true
        left join lateral (select * from coded x where x.victim = m.victim and x.recorded_at <= m.at order by x.seq desc limit 1) c on true
    ),
    changed as (select f.*, to_jsonb(f) - 'at' is distinct from lag(to_jsonb(f) - 'at') over (partition by victim order by at) as is_new from fact f),
    version as (select c.*, row_number() over w as revision, lead(at) over w as until_at from changed c where is_new window w as (partition by victim order by at)),
    victims as (select distinct victim from version where counted)
    insert into observatory.victim (victim, root, revision, from_at, until_at, counted, noise, year, quarter, month, weekday, hour, district, settlement, road, offence, iccs, section,
                                    sex, age_band, minor, identified, means, firearm, relationship, context, motive, domestic, ethnicity, road_role, nationality)
    select victim, root, revision, at, until_at, counted, hashtext(victim::text), year, quarter, month, weekday, hour, district, settlement, road, offence, iccs, section,
           sex, age_band, minor, identified, means, firearm, relationship, context, motive, domestic, ethnicity, road_role, nationality
      from version where victim in (select victim from victims)`)
}

/** Which parts in a case make a victim, and the bands of ages: lists of the laboratory. */
async function words(
  cx: Cx,
): Promise<{ roles: string[]; bands: { code: string; least: number; most: number }[] }> {
  const roles = await codesOf(cx, 'party-role')
  const bands = await codesOf(cx, 'age-band')
  return {
    roles: roles.filter((r) => (r.data as { victim?: boolean } | null)?.victim === true).map((r) => r.code),
    bands: bands.flatMap((b) => {
      const { least, most } = (b.data ?? {}) as { least?: number; most?: number }
      return least === undefined ? [] : [{ code: b.code, least, most: most ?? 999 }]
    }),
  }
}
