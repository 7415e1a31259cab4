/** Counts of money as they were said, and whether a kind of thing is money by the laboratory's own list. */
import type { Cx } from '#platform/cx.ts'
import { type Sql, sql } from '#platform/sql.ts'
import type { CountFact } from '../rules.ts'

export function cashCounts(cx: Pick<Cx, 'tx'>, thing: string): Promise<CountFact[]> {
  return cx.tx.many<CountFact>(sql`
    select id, round, place, person, by_name, signed, lines, doubtful, words, at, recorded_at
      from evidence.cash_count where thing = ${thing} order by round, place`)
}

/** A retired kind stays what it was. */
export const isCashType = (type: Sql): Sql =>
  sql`exists (select 1 from catalogue.public_code k where k.list = 'item-type' and k.code = ${type} and k.data->>'class' = 'cash')`

export async function isCash(cx: Pick<Cx, 'tx'>, type: string | null): Promise<boolean> {
  return (await cx.tx.one<{ cash: boolean }>(sql`select ${isCashType(sql`${type}`)} as cash`)).cash
}
