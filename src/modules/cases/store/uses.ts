/** How many open cases stand on an offence, a kind of case or a district: told before somebody changes it. */
import type { RuleNamed, RuleUse } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export async function usesOfRules(tx: Tx, { what, key }: RuleNamed): Promise<readonly RuleUse[]> {
  const [list, code] = key.split('/')
  if (what !== 'code' || list !== 'offence') return []
  return [
    {
      text: 'cases.uses-cases',
      n: (
        await tx.one<{ n: number }>(
          sql`select count(distinct root)::int as n from cases.offence where code = ${code ?? ''}`,
        )
      ).n,
    },
  ]
}
