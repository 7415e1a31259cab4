/** The one definition of how a case stands: used to write cases.standing, and by verification to compute it again. */
import type { Cx } from '#platform/cx.ts'
import { nameSql, sql } from '#platform/sql.ts'

/** Columns in the order of the table. Sexual: an offence of section 03 of ICCS (UNODC 2015), or a case of the type `sexual`. */
export const standingSql = `
select c.id as root, c.number,
       coalesce(t.title, c.title) as title, coalesce(t.summary, c.summary) as summary, coalesce(t.type, c.type) as type, c.unit,
       coalesce(s.state, 'open') as state,
       coalesce(z.level, 'open') = 'restricted' as restricted, coalesce(z.level, 'open') = 'sealed' as sealed,
       coalesce(p.minor, false) or ((coalesce(o.sexual, false) or coalesce(t.type, c.type) = 'sexual') and coalesce(p.complainant, false)) as guarded,
       coalesce(o.sexual, false) or coalesce(t.type, c.type) = 'sexual' as sexual,
       coalesce(r.priority, 3) as priority,
       i.district, i.settlement, coalesce(o.codes, '{}') as offences,
       v.person as investigator, v.unit as investigator_unit, v.name as investigator_name,
       i.first_day as offence_on,
       to_char(coalesce(i.first_day, (c.recorded_at at time zone 'UTC')::date), 'YYYY-MM') as month,
       c.recorded_at as opened_at,
       case when s.state = 'closed' then s.recorded_at end as closed_at,
       d.other as duplicate_of
  from cases.case c
  left join lateral (select title, summary, type from cases.title x where x.root = c.id order by seq desc limit 1) t on true
  left join lateral (select state, recorded_at from cases.state x where x.root = c.id order by seq desc limit 1) s on true
  left join lateral (select level from cases.sensitivity x where x.root = c.id order by seq desc limit 1) z on true
  left join lateral (select priority from cases.priority x where x.root = c.id order by seq desc limit 1) r on true
  left join lateral (select first_day, district, settlement from cases.incident x where x.root = c.id order by seq desc limit 1) i on true
  left join lateral (select person, unit, name from cases.investigator x where x.root = c.id order by seq desc limit 1) v on true
  left join lateral (select array_agg(code order by code) as codes, bool_or(iccs like '03%') as sexual from (select distinct code, iccs from cases.offence x where x.root = c.id) y) o on true
  left join lateral (select bool_or(minor) as minor, bool_or(role in ('complainant','victim','survivor')) as complainant
                       from (select distinct on (party) minor, role from cases.party x where x.root = c.id order by party, seq desc) y) p on true
  left join lateral (select case when kind = 'duplicate-of' then other end as other from cases.relation x where x.root = c.id and kind in ('duplicate-of', 'no-duplicate') order by id desc limit 1) d on true
 where not exists (select 1 from cases.withdrawn w where w.root = c.id)`

/** Without the sealed ones: a sum must not tell what a list does not show. */
export const monthCountSql = `
select month, coalesce(district, '') as district, type, state, count(*)::int as n from cases.standing where not sealed group by 1, 2, 3, 4`

const columns =
  'root, number, title, summary, type, unit, state, restricted, sealed, guarded, sexual, priority, district, settlement, offences, investigator, investigator_unit, investigator_name, offence_on, month, opened_at, closed_at, duplicate_of'
const assigned = columns
  .split(', ')
  .filter((c) => c !== 'root')
  .map((c) => `${c} = excluded.${c}`)
  .join(', ')

/** After covered rows went in: the standing of these cases, and whether their names are guarded, follow. */
export async function refreshStanding(cx: Pick<Cx, 'tx'>, roots: readonly string[]): Promise<void> {
  await cx.tx.send(sql`
    insert into cases.standing (${nameSql(columns)})
    select ${nameSql(columns)} from (${nameSql(standingSql)} and c.id = any(array(select unnest(${roots as string[]}::uuid[])))) as fresh
    on conflict (root) do update set ${nameSql(assigned)}`)
}

/** A name is guarded while its newest row says minor, or says complainant of a sexual offence. */
export async function refreshGuards(cx: Pick<Cx, 'tx'>, roots: readonly string[]): Promise<void> {
  await cx.tx.run(sql`
    update cases.handle h set guarded = g.guarded
      from (select distinct on (p.party) p.party, p.minor or (s.sexual and p.role in ('complainant','victim','survivor')) as guarded
              from cases.party p join cases.standing s on s.root = p.root where p.root = any(${roots as string[]}::uuid[]) order by p.party, p.seq desc) g
     where h.root = any(${roots as string[]}::uuid[]) and h.party = g.party and h.guarded <> g.guarded`)
}
