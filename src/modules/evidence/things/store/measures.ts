/** How much there is of a thing: the last weight, and what was taken and used since. */
import type { Quantity } from '#kernel/quantity.ts'
import type { Cx } from '#platform/cx.ts'
import { nameSql, sql } from '#platform/sql.ts'
import { decideExpected } from '../rules.ts'

/** Since: by the order in which the log took the acts in. Whoever waited for another has the older clock, and came after all the same. */
export async function weightOf(
  cx: Pick<Cx, 'tx'>,
  thing: string,
): Promise<{ last: Quantity | null; left: Quantity | null; tolerance: string }> {
  const row = await cx.tx.maybe<{ net: string; unit: string; tolerance: string; taken: Quantity[] }>(sql`
    select w.net, w.unit, w.tolerance, coalesce((
        select jsonb_agg(jsonb_build_object('value', x.amount::text, 'unit', x.unit)) from (
          select amount, unit, entry from evidence.subsample where source = w.thing and amount is not null
          union all select amount, unit, entry from evidence.consumption where thing = w.thing and amount is not null) x
          left join ledger.entry n on n.id = x.entry
         where n.no is null or n.no > (select m.no from ledger.entry m where m.id = w.entry)), '[]') as taken
      from evidence.weighing w where w.thing = ${thing} order by w.seq desc limit 1`)
  if (!row) return { last: null, left: null, tolerance: '0' }
  const last = { value: row.net, unit: row.unit }
  return { last, left: decideExpected(last, row.taken), tolerance: row.tolerance }
}

/** The next place in a thing's own order; the thing's head is locked, so that nobody takes the same. */
export async function nextOrder(
  cx: Pick<Cx, 'tx'>,
  table: 'description' | 'packaging' | 'weighing' | 'packing' | 'intention',
  thing: string,
): Promise<number> {
  return (
    await cx.tx.one<{ n: number }>(
      sql`select coalesce(max(seq), 0)::int + 1 as n from ${nameSql(`evidence.${table}`)} where thing = ${thing}`,
    )
  ).n
}
