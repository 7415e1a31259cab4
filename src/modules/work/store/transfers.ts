/** Requests that moved to another laboratory, and what of their exhibits is not there as it should be. */
import { visible, visiblePart } from '#identity/sight.ts'
import type { Cx } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'

interface ExceptionRow {
  readonly request: string
  readonly number: string
  readonly root: string
  readonly case_number: string
  readonly unit: string
  readonly unit_name: string
  readonly moved_at: string
  readonly item: string
  readonly item_number: string
  readonly description: string
  readonly holder: string | null
  readonly consignment: string | null
  readonly due_at: string | null
  readonly why: 'not-sent' | 'not-arrived' | 'otherwise'
}

/**
 * Of each open request that moved: an exhibit that is neither at the new laboratory nor on the way there; one that was sent and has not
 * arrived; one that arrived other than it was described, and nobody has explained it. The newest journey of a thing counts. A request that
 * came back to where it was asked waits only for what had travelled meanwhile.
 */
export function transferExceptions(
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  unit: string | undefined,
): Promise<ExceptionRow[]> {
  return cx.tx.many<ExceptionRow>(sql`
    with moved as (
      select n.request, n.root, n.number, n.unit, n.unit = r.unit as is_back, min(s.recorded_at) as left_at, max(s.recorded_at) as moved_at
        from work.request_now n join work.request r on r.id = n.request join work.step s on s.request = n.request and s.kind = 'transferred'
       where n.state not in ('completed','declined','withdrawn') ${unit ? sql`and n.unit = ${unit}` : noSql} and ${visiblePart(cx, 'n.root', 'n.request')}
       group by n.request, n.root, n.number, n.unit, r.unit),
    each as (
      select m.*, i.item, p.number as item_number, p.words as description, p.holder_name as holder,
             t.number as consignment, t.due_at, t.arrived_at, t.otherwise,
             case when t.consignment is null and coalesce(h.unit, l.unit) is distinct from m.unit
                   and (not m.is_back or exists (select 1 from evidence.public_transit j where j.thing = i.item and j.sent_at >= m.left_at)) then 'not-sent'
                  when t.consignment is not null and t.arrived_at is null then 'not-arrived'
                  when t.otherwise then 'otherwise' end as why
        from moved m join work.request_item i on i.request = m.request join evidence.public_item p on p.thing = i.item
        left join identity.person h on h.id = p.holder and p.holder_kind = 'person'
        left join evidence.public_place l on l.id = p.holder and p.holder_kind = 'place'
        left join lateral (select x.* from (select t.* from evidence.public_transit t where t.thing = i.item order by t.sent_at desc limit 1) x where x.to_unit = m.unit) t on true
       where p.state not in ('returned','consumed','void','disposed') and ${visible(cx, 'p.root')})
    select e.request, e.number, e.root, c.number as case_number, e.unit, u.name as unit_name, e.moved_at, e.item, e.item_number, e.description, e.holder, e.consignment, e.due_at, e.why
      from each e join cases.public_case c on c.id = e.root join identity.unit u on u.id = e.unit
     where e.why is not null order by e.moved_at, e.item_number limit 500`)
}
