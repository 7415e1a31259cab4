/** One row for each case and each thing known of what happened in it. */
import { sql } from '#platform/sql.ts'
import type { Kept, Words } from './refresh.ts'
import { originOf, precinctOf, whenOf } from './telling.ts'

export async function refreshIncidents(cx: Kept, roots: readonly string[], words: Words): Promise<void> {
  const all = roots as string[]
  await cx.tx.run(sql`delete from observatory.incident where root = any(${all}::uuid[])`)
  await cx.tx.run(sql`
    with fact as (
      select p.root, p.at, not p.sealed and not p.duplicate as counted, ${whenOf('p')},
             coalesce(p.district, 'not-yet-determined') as district, coalesce(p.settlement, 'not-yet-determined') as settlement,
             ${precinctOf(words, 'p.settlement')} as precinct, coalesce(p.highway, 'not-applicable') as road,
             coalesce(p.offence, 'not-yet-determined') as offence, coalesce(left(p.iccs, 4), 'not-yet-determined') as iccs, coalesce(left(p.iccs, 2), 'not-yet-determined') as section,
             p.type as case_type, coalesce(p.outcome, 'not-yet-determined') as court, ${originOf('p.root')} as origin
        from cases.public_case_over_time p where p.root = any(${all}::uuid[])
    ),
    changed as (select f.*, to_jsonb(f) - 'at' is distinct from lag(to_jsonb(f) - 'at') over (partition by root order by at) as is_new from fact f)
    insert into observatory.incident (root, revision, from_at, until_at, counted, noise, year, quarter, month, weekday, hour, district, settlement, precinct, road, offence, iccs, section, case_type, court, origin)
    select root, row_number() over w, at, lead(at) over w, counted, hashtext(root::text), year, quarter, month, weekday, hour, district, settlement, precinct, road, offence, iccs, section, case_type, court, origin
      from changed where is_new window w as (partition by root order by at)`)
}
