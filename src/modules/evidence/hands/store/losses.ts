/** Things that are lost: whom each loss concerns. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface Loss {
  readonly thing: string
  readonly root: string
  readonly number: string
  /** The hand before it was lost, the one who said so, and the office of the place where it had stood. */
  readonly holder: string | null
  readonly reported_by: string | null
  readonly unit: string | null
  readonly unit_name: string | null
}
/** Of things that are missing: whom it concerns. */
export function lossesOf(cx: Pick<Cx, 'tx'>, things: readonly string[]): Promise<Loss[]> {
  return cx.tx.many<Loss>(sql`
    select n.thing, n.root, n.number, case when e.from_kind = 'person' then e.from_id end as holder, e.recorded_by as reported_by, l.unit, u.name as unit_name
      from evidence.thing_now n join evidence.custody_event e on e.thing = n.thing and e.seq = n.seq
      left join evidence.location l on e.from_kind = 'place' and l.id = e.from_id left join identity.unit u on u.id = l.unit
     where n.thing = any(${things as string[]}::uuid[])`)
}
