/** How many things stand on a form or a kind of item: told before somebody changes it. */
import type { RuleNamed, RuleUse } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export async function usesOfRules(tx: Tx, { what, key }: RuleNamed): Promise<readonly RuleUse[]> {
  const [list, code] = key.split('/')
  const of =
    what === 'form'
      ? sql`n.type in (select c.code from catalogue.public_code c where c.list = 'item-type' and c.data->>'form' = ${key})`
      : what === 'code' && list === 'item-type'
        ? sql`n.type = ${code ?? ''}`
        : undefined
  if (!of) return []
  const { n, described } = await tx.one<{ n: number; described: number }>(sql`
    select count(*)::int as n, (count(*) filter (where exists (select 1 from evidence.particulars a where a.thing = n.thing)))::int as described
      from evidence.thing_now n where ${of} and n.state not in ('returned', 'consumed', 'void', 'disposed')`)
  return [
    { text: 'evidence.uses-things', n },
    { text: 'evidence.uses-described', n: described },
  ]
}
