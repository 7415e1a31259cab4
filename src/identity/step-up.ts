/** Proof that the person at the keys is still the person: made by PIN or passkey, bound to one session, five minutes long. */
import type { Actor, Cx, Ground } from '#platform/cx.ts'
import { sql } from '#platform/sql.ts'
import { instantOf } from '#kernel/shapes.ts'
import { hashOf } from './authority.ts'
import { newSecret } from './secrets.ts'

const STEP_UP_MS = 5 * 60_000

export async function openStepUp(
  cx: Cx,
  method: 'pin' | 'passkey',
): Promise<{ proof: string; until: string }> {
  const proof = newSecret()
  const until = instantOf(Date.parse(cx.now) + STEP_UP_MS)
  await cx.tx.run(
    sql`insert into identity.step_up (hash, person, bound_to, method, made_at, expires_at) values (${hashOf(proof)}, ${cx.actor.id}, ${cx.actor.via ?? cx.actor.id}, ${method}, ${cx.now}, ${until})`,
  )
  return { proof, until }
}

export async function stepUpHolds(ground: Ground, actor: Actor, proof: string): Promise<boolean> {
  const row = await ground.db.direct.maybe(
    sql`select 1 from identity.step_up where hash = ${hashOf(proof)} and person = ${actor.id} and bound_to = ${actor.via ?? actor.id} and expires_at > ${ground.now()}::timestamptz`,
  )
  return row !== undefined
}
