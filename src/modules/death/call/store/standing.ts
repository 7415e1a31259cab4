/** The one definition of how a death stands: used to write death.standing, and by verification to compute it again. */
import type { Cx } from '#platform/cx.ts'
import { nameSql, sql } from '#platform/sql.ts'

/** Columns in the order of the table. A state is the newest row of its kind. */
export const standingSql = `
select c.root, c.number as call_number, n.number, coalesce(j.decision, 'open') as state, c.unit,
       c.setting, c.circumstances, coalesce(i.sex, c.sex) as sex, coalesce(i.age, c.age) as age, case when i.age is null then c.age_unit else i.age_unit end as age_unit,
       coalesce(case when i.age is null then c.age is not null and (c.age_unit <> 'years' or c.age < 18) else i.age_unit <> 'years' or i.age < 18 end, false) as minor,
       j.profile, j.case_root, j.reason, j.signs, p.district, c.ended_at as called_at, j.recorded_at as decided_at,
       b.thing as body, b.at as body_at, coalesce(i.state, 'none') as identity, i.vault as named, r.recorded_at as released_at,
       exists (select 1 from death.unclaimed x where x.root = c.root and x.recorded_at >= b.recorded_at and not exists (select 1 from death.relative y where y.root = c.root and y.entitled and y.recorded_at > x.recorded_at and not exists (select 1 from death.relative z where z.relative = y.relative and z.seq > y.seq))) as unclaimed,
       e.state as examination, k.status as cause, m.manner
  from death.call c
  left join lateral (select * from death.jurisdiction x where x.root = c.root order by seq desc limit 1) j on true
  left join lateral (select number from death.jurisdiction x where x.root = c.root and x.number is not null order by seq limit 1) n on true
  left join lateral (select district from death.place x where x.root = c.root and x.district is not null
                      order by array_position(array['injury','death','found','last-alive'], x.kind), x.seq desc limit 1) p on true
  left join lateral (select coalesce((select t.state from death.examination_step t where t.examination = x.id order by t.seq desc limit 1), 'ordered') as state from death.examination x where x.root = c.root and not exists (select 1 from death.examination_step w where w.examination = x.id and w.kind = 'withdrawn') order by x.no desc limit 1) e on true
  left join lateral (select status from death.cause x where x.root = c.root order by x.seq desc limit 1) k on true
  left join lateral (select manner from death.manner x where x.root = c.root order by x.seq desc limit 1) m on true
  left join lateral (select * from death.body x where x.root = c.root order by coalesce(x.stay, 1) desc limit 1) b on true
  left join death.release r on r.root = c.root and coalesce(r.stay, 1) = coalesce(b.stay, 1)
  left join lateral (select case when x.state = 'withdrawn' then 'none' else x.state end as state, case when x.state <> 'withdrawn' then x.vault end as vault, x.sex, x.age, x.age_unit
                       from death.identity x where x.root = c.root order by seq desc limit 1) i on true`

const columns =
  'root, call_number, number, state, unit, setting, circumstances, sex, age, age_unit, minor, profile, case_root, reason, signs, district, called_at, decided_at, body, body_at, identity, named, released_at, unclaimed, examination, cause, manner'
const assigned = columns
  .split(', ')
  .filter((c) => c !== 'root')
  .map((c) => `${c} = excluded.${c}`)
  .join(', ')

/** After covered rows went in: the standing of these deaths follows. */
export async function refreshDeaths(cx: Pick<Cx, 'tx'>, roots: readonly string[]): Promise<void> {
  await cx.tx.send(sql`
    insert into death.standing (${nameSql(columns)})
    select ${nameSql(columns)} from (${nameSql(standingSql)} where c.root = any(array(select unnest(${roots as string[]}::uuid[])))) as fresh
    on conflict (root) do update set ${nameSql(assigned)}`)
}

/** What the derived tables must hold, for `custodia verify`. */
export const derived = { 'death.standing': standingSql }
