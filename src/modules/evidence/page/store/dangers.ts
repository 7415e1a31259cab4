/** Dangers of what is evidence in a case and still there. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface CaseDanger {
  readonly hazard: string
  readonly things: number
  /** Of some of them, the first by number. */
  readonly numbers: string[]
}
/** Its own exhibits, and those of other cases that are evidence here too; what has left for good endangers nobody. */
export const dangersOfCase = (cx: Pick<Cx, 'tx'>, root: string): Promise<CaseDanger[]> =>
  cx.tx.many<CaseDanger>(sql`
    select h.hazard, count(*)::int as things, (array_agg(n.number order by n.number))[1:6] as numbers
      from evidence.thing_now n cross join unnest(n.hazards) as h (hazard)
     where n.state not in ('returned','consumed','void','disposed')
       and (n.root = ${root} or n.thing in (
         select a.thing from evidence.also_of a where a.other_root = ${root} and not exists (select 1 from evidence.also_of_end e where e.also = a.id)))
     group by h.hazard order by h.hazard`)
