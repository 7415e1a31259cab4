/** The places of the stores as a laboratory's files name them. */
import type { Json } from '#kernel/canonical.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export async function standingStores(tx: Tx): Promise<{ stores: Readonly<Record<string, Json>>[] }> {
  const rows = await tx.many<Record<string, Json>>(sql`
    select l.code, l.name, l.kind, u.code as unit, p.code as parent, l.keeps, l.witness, l.capacity, l.position
      from evidence.location l left join evidence.location p on p.id = l.parent left join identity.unit u on u.id = l.unit order by l.code`)
  return {
    stores: rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([k, v]) => v !== null && !(k === 'witness' && v === false)),
      ),
    ),
  }
}
