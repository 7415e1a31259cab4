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

export interface StepUp {
  readonly person: string
  readonly bound_to: string
  readonly operation: string | null
}
/** The proof that is shown, while it holds for anybody; asked for while it is still being asked who shows it. */
export const stepUpShown = (ground: Ground, proof: string): Promise<StepUp | undefined> =>
  ground.db.direct.maybe<StepUp>(
    sql`select person, bound_to, operation from identity.step_up where hash = ${hashOf(proof)} and expires_at > ${ground.now()}::timestamptz`,
  )
/** Whether it is this person's, of this session, and for this operation. */
export const stepUpHolds = (shown: StepUp | undefined, actor: Actor | null, operation: string): boolean =>
  actor !== null &&
  shown?.person === actor.id &&
  shown.bound_to === (actor.via ?? actor.id) &&
  (shown.operation === null || shown.operation === operation)
