/** The SQL of statutory limits, by day. */
import type { Tx } from '#platform/db.ts'
import { noSql, sql } from '#platform/sql.ts'
import type { StatutoryLimit } from '../contract.ts'

const columns = sql`l.id, l.key, l.substance, l.value, l.unit, l.comparison, l.law, l.clause, l.en, l.es, l.rule, l.valid_from as "validFrom", l.valid_until as "validUntil",
  l.unverified, l.source, k.recorded_by as "confirmedBy", k.gazette`

/** Without a day: the newest version of every limit, ended ones too. */
export function listLimits(
  tx: Tx,
  filter: { substance?: string | undefined; on?: string | undefined },
): Promise<StatutoryLimit[]> {
  const begun = filter.on ? sql`where valid_from is null or valid_from <= ${filter.on}::date` : noSql
  return tx.many<StatutoryLimit>(sql`
    select ${columns} from (select distinct on (key) * from catalogue.statutory_limit ${begun} order by key, seq desc) l
      left join catalogue.confirmation k on k.value_id = l.id
     where true ${filter.on ? sql`and (l.valid_until is null or l.valid_until >= ${filter.on}::date)` : noSql} ${filter.substance ? sql`and l.substance = ${filter.substance}` : noSql}
     order by l.substance, l.value, l.key`)
}
export async function newestLimitSeq(tx: Tx, key: string): Promise<number> {
  return (
    await tx.one<{ seq: number }>(
      sql`select coalesce(max(seq), 0)::int as seq from catalogue.statutory_limit where key = ${key}`,
    )
  ).seq
}
export async function newestLimitSeqs(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.many<{ key: string; seq: number }>(
    sql`select key, max(seq)::int as seq from catalogue.statutory_limit group by key`,
  )
  return new Map(rows.map((r) => [r.key, r.seq]))
}
/** Every version of one limit, the newest first. */
export function versionsOfLimit(tx: Tx, key: string): Promise<(StatutoryLimit & { seq: number })[]> {
  return tx.many<StatutoryLimit & { seq: number }>(
    sql`select ${columns}, l.seq from catalogue.statutory_limit l left join catalogue.confirmation k on k.value_id = l.id where l.key = ${key} order by l.seq desc`,
  )
}
