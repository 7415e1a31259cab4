/** Portions of a specimen as an instrument read them. */
import type { Cx } from '#platform/cx.ts'
import { noSql, sql } from '#platform/sql.ts'

export interface PortionRow {
  readonly id: string
  readonly item: string
  readonly technique: string
  readonly substance: string
  readonly portion: number
  readonly value: string
  readonly unit: string
  readonly run: string | null
  readonly recorded_at: string
}
/** Those that hold: no later reading corrects them, and their run was not set aside. */
export const portionsOf = (cx: Pick<Cx, 'tx'>, worksheet: string, item?: string): Promise<PortionRow[]> =>
  cx.tx.many(sql`
    select p.id, p.item, p.technique, p.substance, p.portion, p.value, p.unit, p.run, p.recorded_at from results.portion p
     where p.worksheet = ${worksheet} ${item ? sql`and p.item = ${item}` : noSql} and not exists (select 1 from results.portion c where c.corrects = p.id)
       and coalesce((select a.disposition from results.run_account a where a.run = p.run order by a.recorded_at desc, a.id desc limit 1), 'used') = 'used'
     order by p.item, p.substance, p.portion`)
