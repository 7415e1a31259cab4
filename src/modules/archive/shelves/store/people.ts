/** People by the names under which a step remembers them. */
import { Refusal } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'

export async function personNamed(
  cx: Pick<Cx, 'tx' | 'actor'>,
  id: string,
): Promise<{ id: string; name: string }> {
  if (cx.actor.kind !== 'person' && id === cx.actor.id) return { id, name: cx.actor.name }
  const row = await cx.tx.maybe<{ id: string; name: string }>(
    sql`select id, case when rank is null then name else rank || ' ' || name end as name from identity.person where id = ${id}`,
  )
  if (!row) throw new Refusal('conflict', 'evidence.no-such-person', { next: 'evidence.next-choose-person' })
  return row
}
