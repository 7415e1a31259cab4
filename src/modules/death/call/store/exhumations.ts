/** Bodies that were taken up by an order, oldest first, and whether one lies in the house by it. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface ExhumationRow {
  readonly order_kind: string
  readonly order_by: string
  readonly order_number: string
  readonly order_on: string
  readonly why: string
  readonly on_text: string
  readonly place: string
  readonly taken_by: string
  readonly known_by: string
  readonly present: string | null
  readonly condition: string | null
  readonly at: string
  readonly by: string | null
}
export const exhumationsOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<ExhumationRow[]> =>
  cx.tx.many(sql`
    select x.order_kind, x.order_by, x.order_number, x.order_on::text as order_on, x.why, b.on_text, b.place, x.taken_by, x.known_by, v.value ->> 'present' as present, x.condition, x.at, p.name as by
      from death.exhumation x join death.burial b on b.id = x.burial left join ledger.vault v on v.id = x.vault left join identity.person p on p.id = x.recorded_by
     where x.root = ${root} order by b.seq`)

/** The order by which the body that lies here was taken up, and whether somebody has begun to examine it since; undefined where it lies here for the first time. */
export const takenUpFor = (
  cx: Pick<Cx, 'tx'>,
  root: string,
): Promise<{ by: string; number: string; examined: boolean } | undefined> =>
  cx.tx.maybe(sql`
    select x.order_by as by, x.order_number as number,
           exists (select 1 from death.examination e join death.examination_step t on t.examination = e.id and t.kind = 'started' where e.root = x.root and e.kind <> 'records' and t.recorded_at > x.recorded_at
              and not exists (select 1 from death.examination_step w where w.examination = e.id and w.kind = 'withdrawn')) as examined
      from death.exhumation x join death.burial b on b.id = x.burial
     where x.root = ${root} and not exists (select 1 from death.release r where r.root = x.root and r.recorded_at > x.recorded_at)
       and not exists (select 1 from death.burial l where l.root = x.root and l.seq > b.seq) order by b.seq desc limit 1`)
