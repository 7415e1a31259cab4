/** What came from laboratories about a death, and who read it. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface ArrivalRow {
  readonly id: string
  readonly number: string | null
  readonly sender: string | null
  readonly panel: string | null
  readonly results: number
  readonly at: string
}
export const arrivalsOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<ArrivalRow[]> =>
  cx.tx.many(
    sql`select id, number, sender, panel, results, recorded_at as at from death.lab_arrival where root = ${root} order by recorded_at, id`,
  )

export interface ReadingRow {
  readonly request: string | null
  readonly arrival: string | null
  readonly conclusions: readonly string[]
  readonly reflects: 'event' | 'treatment' | 'unknown'
  readonly words: string | null
  readonly at: string
  readonly by: string | null
}
/** The newest of each request and arrival. */
export const readingsOf = (cx: Pick<Cx, 'tx'>, root: string): Promise<ReadingRow[]> =>
  cx.tx.many(sql`
    select distinct on (coalesce(r.request, r.arrival)) r.request, r.arrival, r.conclusions, r.reflects, r.words, r.recorded_at as at, p.name as by
      from death.lab_reading r left join identity.person p on p.id = r.recorded_by where r.root = ${root} order by coalesce(r.request, r.arrival), r.recorded_at desc, r.id desc`)
