/** Dangers of a whole case: the newest row of a hazard holds, its words stand in the vault (they may speak of somebody’s health). */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export interface Hazard {
  readonly hazard: string
  readonly words: string | null
  readonly since: string
  readonly by: string | null
}

/** Dangers that stand on a case, or that stood on it at an instant. */
export function hazardsOf(cx: Pick<Cx, 'tx'>, root: string, at?: string): Promise<Hazard[]> {
  return cx.tx.many<Hazard>(sql`
    select h.hazard, v.value ->> 'words' as words, h.recorded_at as since, p.name as by
      from (select distinct on (hazard) * from cases.hazard where root = ${root} and recorded_at <= ${at ?? 'infinity'}::timestamptz order by hazard, seq desc) h
      left join ledger.vault v on v.id = h.vault left join identity.person p on p.id = h.recorded_by
     where h.state = 'flagged' order by h.recorded_at, h.hazard`)
}

export async function hazardNow(
  cx: Pick<Cx, 'tx'>,
  root: string,
  hazard: string,
): Promise<{ seq: number; flagged: boolean }> {
  const row = await cx.tx.maybe<{ seq: number; state: string }>(
    sql`select seq, state from cases.hazard where root = ${root} and hazard = ${hazard} order by seq desc limit 1`,
  )
  return { seq: row?.seq ?? 0, flagged: row?.state === 'flagged' }
}
