/** How many conclusions speak with a text or rest on a limit: told before somebody changes it. */
import { visible } from '#identity/sight.ts'
import type { Cx, RuleNamed, RuleUse } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export async function usesOfRules(tx: Tx, { what, key }: RuleNamed): Promise<readonly RuleUse[]> {
  const [list, code = ''] = key.split('/')
  if (what === 'template') {
    const { n } = await tx.one<{ n: number }>(
      sql`select count(*)::int as n from results.conclusion where statement = ${key}`,
    )
    return [{ text: 'results.uses-conclusions', n }]
  }
  const of =
    what === 'limit'
      ? sql`c.statutory_limit in (select id from catalogue.public_limit where key = ${key})`
      : what === 'code' && list === 'drug'
        ? sql`c.substance = ${code}`
        : undefined
  if (!of) return []
  const { open, all } = await tx.one<{ open: number; all: number }>(sql`
    select (count(distinct c.worksheet) filter (where w.state <> 'reviewed'))::int as open, count(*)::int as all
      from results.conclusion c join results.worksheet_now w on w.worksheet = c.worksheet where ${of}`)
  return [
    { text: 'catalogue.uses-open-sheets', n: open },
    { text: what === 'limit' ? 'catalogue.uses-limit' : 'catalogue.uses-substance', n: all },
  ]
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
