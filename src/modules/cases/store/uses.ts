/** How many open cases stand on an offence, a kind of case or a district: told before somebody changes it. */
import type { RuleNamed, RuleUse } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export async function usesOfRules(tx: Tx, { what, key }: RuleNamed): Promise<readonly RuleUse[]> {
  const [list, code = ''] = key.split('/')
  if (what !== 'code') return []
  const of =
    list === 'offence'
      ? sql`${code} = any(offences)`
      : list === 'case-type'
        ? sql`type = ${code}`
        : list === 'district'
          ? sql`district = ${code}`
          : undefined
  if (!of) return []
  const { open, all } = await tx.one<{ open: number; all: number }>(
    sql`select (count(*) filter (where state = 'open'))::int as open, count(*)::int as all from cases.standing where ${of}`,
  )
  return [
    { text: 'catalogue.uses-open-cases', n: open },
    { text: 'catalogue.uses-cases', n: all },
  ]
}
