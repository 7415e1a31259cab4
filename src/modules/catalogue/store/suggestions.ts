/** The SQL of suggested words. */
import { notFound } from '#kernel/verdict.ts'
import type { Tx } from '#platform/db.ts'
import { noSql, sql } from '#platform/sql.ts'

export interface SuggestionRow {
  readonly id: string
  readonly list: string
  readonly name: string
  readonly why: string | null
  readonly recorded_by: string | null
  readonly by_name: string | null
  readonly recorded_at: string
  readonly outcome: 'taken' | 'same' | 'declined' | null
  readonly code: string | null
}
const columns = sql`s.id, s.list, s.name, s.why, s.recorded_by, p.name as by_name, s.recorded_at, a.outcome, a.code`
const joined = sql`catalogue.suggestion s left join catalogue.suggestion_answer a on a.suggestion = s.id left join identity.person p on p.id = s.recorded_by`

export async function getSuggestion(tx: Tx, id: string): Promise<SuggestionRow> {
  const row = await tx.maybe<SuggestionRow>(sql`select ${columns} from ${joined} where s.id = ${id}`)
  if (!row) throw notFound()
  return row
}
export const namesWaiting = async (tx: Tx, list: string): Promise<string[]> =>
  (
    await tx.many<{ name: string }>(
      sql`select s.name from ${joined} where s.list = ${list} and a.id is null limit 500`,
    )
  ).map((s) => s.name)

/** The oldest first: somebody waits for it. */
export function pageOfSuggestions(
  tx: Tx,
  f: { show: 'open' | 'all'; limit: number; cursor?: string | undefined },
): Promise<SuggestionRow[]> {
  const [at, id] = (f.cursor ?? '').split('|')
  return tx.many<SuggestionRow>(sql`
    select ${columns} from ${joined}
     where true ${f.show === 'open' ? sql`and a.id is null` : noSql}
       ${at && id ? sql`and (s.recorded_at, s.id) > (${at}::timestamptz, ${id}::uuid)` : noSql}
     order by s.recorded_at, s.id limit ${f.limit}`)
}
