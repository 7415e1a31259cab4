/** How many conclusions speak with a text or rest on a limit: told before somebody changes it. */
import { visible } from '#identity/sight.ts'
import type { Cx, RuleNamed, RuleUse } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export async function usesOfRules(tx: Tx, { what, key }: RuleNamed): Promise<readonly RuleUse[]> {
  if (what !== 'template') return []
  const { n } = await tx.one<{ n: number }>(
    sql`select count(*)::int as n from results.conclusion where statement = ${key}`,
  )
  return [{ text: 'results.uses-conclusions', n }]
}

/** Values of the newest conclusions that say a sentence, of cases that this reader may see. */
export function samplesOf(
  cx: Pick<Cx, 'tx' | 'actor' | 'now'>,
  statement: string,
): Promise<{ item: string; values: Record<string, string | number> }[]> {
  return cx.tx.many(sql`
    select n.number as item, c.statement_values as values
      from results.conclusion c join evidence.public_item n on n.thing = c.item
     where c.statement = ${statement} and ${visible(cx, 'c.root')} order by c.recorded_at desc, c.id limit 4`)
}
