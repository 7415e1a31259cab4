/**
 * Proof that the person at the keys is still the person: made by PIN or passkey, bound to one session (or token) and, where the asker
 * said so, to one operation; five minutes long. A token makes proofs only by its person's PIN: what was stored can never sign alone.
 */
import type { Actor, Cx, Ground } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { instantOf } from '#kernel/shapes.ts'
import { hashOf } from './authority.ts'
import { newSecret } from './secrets.ts'

const STEP_UP_MS = 5 * 60_000

export async function openStepUp(
  cx: Cx,
  method: 'pin' | 'passkey',
  operation: string | undefined,
): Promise<{ proof: string; until: string }> {
  const proof = newSecret()
  const until = instantOf(Date.parse(cx.now) + STEP_UP_MS)
  await cx.tx.run(
    sql`delete from identity.step_up where person = ${cx.actor.id} and expires_at < ${cx.now}::timestamptz`,
  )
  await cx.tx.run(
    sql`insert into identity.step_up (hash, person, bound_to, method, operation, made_at, expires_at) values (${hashOf(proof)}, ${cx.actor.id}, ${cx.actor.via ?? cx.actor.id}, ${method}, ${operation ?? null}, ${cx.now}, ${until})`,
  )
  return { proof, until }
}

export async function stepUpHolds(
  ground: Ground,
  actor: Actor,
  proof: string,
  operation: string,
): Promise<boolean> {
  const row = await ground.db.direct.maybe(
    sql`select 1 from identity.step_up where hash = ${hashOf(proof)} and person = ${actor.id} and bound_to = ${actor.via ?? actor.id} and (operation is null or operation = ${operation}) and expires_at > ${ground.now()}::timestamptz`,
  )
  return row !== undefined
}
