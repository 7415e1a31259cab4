/** What a case is called, for whoever keeps something of its root below us: by any of its numbers, and back. */
import type { Roots } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { normaliseNumber } from '../rules/plain-text.ts'

export const roots: Roots = {
  /** A number that leads to two cases names neither. */
  async find(tx, said) {
    const number = normaliseNumber(said)
    if (number === '') return undefined
    const found = await tx.many<{ root: string }>(
      sql`select distinct h.root from cases.handle h where h.normalised = ${number} and h.class = 'number' and h.root is not null limit 2`,
    )
    return found.length === 1 ? found[0]?.root : undefined
  },
  async names(tx, ids) {
    const rows = await tx.many<{ id: string; number: string }>(
      sql`select id, number from cases.case where id = any(${ids as string[]}::uuid[])`,
    )
    return new Map(rows.map((r) => [r.id, r.number]))
  },
}
