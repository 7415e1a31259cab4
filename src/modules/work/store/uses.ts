/** How many requests stand on a question or on a section's discipline: told before somebody changes it. */
import type { RuleNamed, RuleUse } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export async function usesOfRules(tx: Tx, { what, key }: RuleNamed): Promise<readonly RuleUse[]> {
  const [list, code = ''] = key.split('/')
  const of =
    what !== 'code'
      ? undefined
      : list === 'question'
        ? sql`question = ${code}`
        : list === 'discipline'
          ? sql`discipline = ${code}`
          : undefined
  if (!of) return []
  const { n } = await tx.one<{ n: number }>(
    sql`select count(*)::int as n from work.request_now where ${of} and state not in ('completed', 'withdrawn')`,
  )
  return [{ text: 'catalogue.uses-requests', n }]
}
