/** What is late: consignments, things at court, offers, questions of disposal; with both sides of each. */
import type { Ref } from '#kernel/shapes.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { stillWaiting } from '../../things/store/left.ts'

export interface Late {
  readonly subject: Ref
  readonly root: string | null
  readonly path: string
  /** Of the consignment, thing, offer or proposal; of an offer, of its first thing. */
  readonly number: string | null
  /** Who gave and who should have taken, brought back or answered. */
  readonly people: (string | null)[]
  /** The office that waits, where it is an office. */
  readonly unit: string | null
}

/** No sight is asked: nobody reads this but whoever is told, and a notice says only that something waits on a page. */
export function listLate(cx: Pick<Cx, 'tx' | 'now'>): Promise<Late[]> {
  return cx.tx.many<Late>(sql`
    select l.* from (
      select 'evidence.consignment/' || c.id as subject, null::uuid as root, '/evidence/transit' as path, c.number, array[c.from_person] as people, c.to_unit as unit
        from evidence.consignment c where c.due_at < ${cx.now}::timestamptz and exists (select 1 from evidence.thing_now n where n.holder = c.id and n.state = 'in-transit')
      union all
      select 'evidence.leaving/' || l.id, null::uuid, '/evidence/after-hours', null, array[l.left_by], l.unit
        from evidence.leaving l where l.due_at < ${cx.now}::timestamptz and ${stillWaiting}
      union all
      select 'evidence.item/' || (array_agg(n.thing order by n.thing))[1], n.root, '/evidence/transit', (array_agg(n.number order by n.thing))[1], array[e.gave_by, n.holder], null
        from evidence.thing_now n join evidence.custody_event e on e.thing = n.thing and e.seq = n.seq
       where n.state = 'at-court' and n.due_at < ${cx.now}::timestamptz group by n.root, n.holder, n.due_at, e.gave_by
      union all
      select 'evidence.hand-over/' || h.id, null, '/evidence/hands', null, array[h.from_person, h.to_person], null
        from evidence.hand_over h where h.id in (select o.hand_over from evidence.hand_over_open o where o.at < ${cx.now}::timestamptz - interval '48 hours')
      union all
      select 'evidence.disposal/' || d.id, d.root, '/evidence/disposal/' || d.id, d.number, array[d.recorded_by, c.investigator], c.investigator_unit
        from evidence.disposal d join cases.public_court c on c.root = d.root
       where d.answer_by < (${cx.now}::timestamptz)::date and not exists (select 1 from evidence.disposal_step s where s.disposal = d.id)) l
     order by l.subject limit 5000`)
}
