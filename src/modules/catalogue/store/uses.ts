/** How many numbers a series has given: told before somebody changes how they are written. */
import type { RuleNamed, RuleUse } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export async function usesOfRules(tx: Tx, { what, key }: RuleNamed): Promise<readonly RuleUse[]> {
  if (what !== 'numbering') return []
  const { n } = await tx.one<{ n: number }>(
    sql`select coalesce(sum(last), 0)::int as n from catalogue.counter where series = ${key}`,
  )
  return [{ text: 'catalogue.uses-numbers', n }]
}
