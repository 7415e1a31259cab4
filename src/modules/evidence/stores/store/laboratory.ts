/** The places of the stores as a laboratory's files name them. */
import type { Json } from '#kernel/canonical.ts'
import type { Cx } from '#platform/cx.ts'
import type { Tx } from '#platform/db.ts'
import { sql } from '#platform/sql.ts'

export async function standingStores(tx: Tx): Promise<{ stores: Readonly<Record<string, Json>>[] }> {
  const rows = await tx.many<Record<string, Json>>(sql`
    select l.code, l.name, l.kind, u.code as unit, p.code as parent, l.keeps, l.witness, l.guns, l.capacity, l.position, l.temporary, l.hours
      from evidence.location l left join evidence.location p on p.id = l.parent left join identity.unit u on u.id = l.unit order by l.code`)
  return {
    stores: rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([k, v]) => v !== null && !(k === 'witness' && v === false)),
      ),
    ),
  }
}

/** Ids of places by their codes. */
export async function placesByCode(
  cx: Pick<Cx, 'tx'>,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const rows = await cx.tx.many<{ code: string; id: string }>(
    sql`select code, id from evidence.location where code = any(${codes as string[]}::text[])`,
  )
  return new Map(rows.map((r) => [r.code, r.id]))
}
export async function unitsByCode(
  cx: Pick<Cx, 'tx'>,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const rows = await cx.tx.many<{ code: string; id: string }>(
    sql`select code, id from identity.unit where code = any(${codes as string[]}::text[])`,
  )
  return new Map(rows.map((r) => [r.code, r.id]))
}
