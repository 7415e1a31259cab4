/** The SQL of a family's weights: the thing from which all were taken, every part of it, each first and last weight, what was taken and used. */
import { visible } from '#identity/sight.ts'
import type { Quantity } from '#kernel/quantity.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { decideExpected, type BalanceThing, type Weighed } from '../rules.ts'

export interface FamilyRow extends BalanceThing {
  readonly number: string
  readonly description: string
}
interface Raw {
  id: string
  number: string
  description: string
  state: string
  first: Weighed | null
  last: Weighed | null
  since: Quantity[]
  used: Quantity[]
}

/** The source first. Only what the reader may see is told; a family is of one case, so that is all or nothing. */
export async function familyOf(cx: Pick<Cx, 'tx' | 'actor' | 'now'>, thing: string): Promise<FamilyRow[]> {
  const rows = await cx.tx.many<Raw>(sql`
    with recursive above as (
      select t.id, t.parent, 0 as up from evidence.thing t where t.id = ${thing}
      union all select t.id, t.parent, a.up + 1 from evidence.thing t join above a on t.id = a.parent where a.up < 12),
    tree as (
      select id, 0 as depth from (select id from above order by up desc limit 1) top
      union all select t.id, r.depth + 1 from evidence.thing t join tree r on t.parent = r.id where r.depth < 12)
    select n.thing as id, n.number, n.words as description, n.state,
           (select jsonb_build_object('value', w.net::text, 'unit', w.unit, 'tolerance', w.tolerance::text) from evidence.weighing w where w.thing = n.thing order by w.seq limit 1) as first,
           (select jsonb_build_object('value', w.net::text, 'unit', w.unit, 'tolerance', w.tolerance::text) from evidence.weighing w where w.thing = n.thing order by w.seq desc limit 1) as last,
           coalesce((select jsonb_agg(jsonb_build_object('value', x.amount::text, 'unit', x.unit)) from (
              select s.amount, s.unit, s.recorded_at from evidence.subsample s where s.source = n.thing and s.amount is not null
              union all select c.amount, c.unit, c.recorded_at from evidence.consumption c where c.thing = n.thing and c.amount is not null) x
             where x.recorded_at > (select max(w.recorded_at) from evidence.weighing w where w.thing = n.thing)), '[]') as since,
           coalesce((select jsonb_agg(jsonb_build_object('value', c.amount::text, 'unit', c.unit)) from evidence.consumption c where c.thing = n.thing and c.amount is not null), '[]') as used
      from tree r join evidence.thing_now n on n.thing = r.id where ${visible(cx, 'n.root')} order by r.depth, length(n.number), n.number limit 500`)
  return rows.map(({ last, since, ...row }) => {
    const left = decideExpected(last, since)
    return { ...row, now: last && left ? { ...left, tolerance: last.tolerance } : null }
  })
}
