/** Units by name, for tables whose rows are units; which agency is the service itself. */
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export async function unitNames(cx: Pick<Cx, 'tx'>): Promise<Map<string, string>> {
  const rows = await cx.tx.many<{ id: string; name: string }>(
    sql`select id, name from identity.unit order by name`,
  )
  return new Map(rows.map((u) => [u.id, u.name]))
}

export async function isOfService(cx: Pick<Cx, 'tx'>, agency: string): Promise<boolean> {
  const row = await cx.tx.maybe<{ kind: string }>(sql`select kind from identity.agency where id = ${agency}`)
  return row?.kind === 'service'
}
