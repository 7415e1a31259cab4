/** Who saw what: each look leaves its line before the answer leaves, in the person's own chain (db/migrations/platform-0005). */
import type { Actor, Ground } from './cx.ts'
import { sql } from './sql.ts'

/** On its own connection: what was shown stays written, whatever becomes of the request. `null` stands for what hangs on no case. */
export async function logReads(
  ground: Pick<Ground, 'db' | 'now'>,
  actor: Pick<Actor, 'id'>,
  operation: string,
  roots: readonly (string | null)[],
  reason: string | null,
): Promise<void> {
  if (roots.length === 0) return
  await ground.db.direct.many(
    sql`select platform.log_reads(${ground.now()}::timestamptz, ${actor.id}::uuid, ${operation}, ${roots as (string | null)[]}::uuid[], ${reason})`,
  )
}
