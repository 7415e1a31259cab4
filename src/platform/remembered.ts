/** Idempotency (decided.md 5): the same key and act give the same answer and happen once, for whoever may still have that answer. */
import { createHash } from 'node:crypto'
import { type Json, canonical } from '#kernel/canonical.ts'
import { Refusal, notFound } from '#kernel/verdict.ts'
import type { Actor, AnyOperation, Ground, PendingEntry } from './cx.ts'
import type { Tx } from './db.ts'
import type { Request } from './operation.ts'
import { sql } from './sql.ts'

const KEPT_DAYS = 90

/** Undefined the first time; the answer kept, or a refusal, ever after. Refusals themselves are not remembered. */
export async function remember(
  ground: Ground,
  tx: Tx,
  op: AnyOperation,
  request: Request,
  actor: Actor,
  now: string,
): Promise<unknown> {
  if (request.idempotencyKey === undefined || op.kind !== 'command') return undefined
  const hash = hashOf(op, request)
  const fresh = await tx.run(
    sql`insert into platform.act (actor, key, operation, body_hash, recorded_at) values (${actor.id}, ${request.idempotencyKey}, ${op.name}, ${hash}, ${now}) on conflict do nothing`,
  )
  if (fresh === 1) return undefined
  const row = await tx.one<{ body_hash: string; answer: unknown; entry: string | null; sees: boolean }>(
    sql`select body_hash, answer, entry, not exists (select 1 from unnest(roots) as of_act(root) where not ${ground.sees(actor, now, 'of_act.root')}) as sees
          from platform.act where actor = ${actor.id} and key = ${request.idempotencyKey}`,
  )
  const values = { entry: row.entry ?? '' }
  if (row.body_hash !== hash) throw new Refusal('conflict', 'key-already-used', { values })
  // Who lost the role or the sight since then must not have by an old key what a new act would refuse.
  if (!row.sees) throw notFound()
  if (op.who !== 'anyone' && !ground.authorise(actor, op, null))
    throw new Refusal('forbidden', 'right-missing')
  if (row.answer === null)
    throw new Refusal('conflict', 'answered-already', { values, next: 'answered-already-next' })
  return row.answer
}

/** What a secret opens or a mask hides is not kept (`answers: 'once'`); of the roots, those that the actor sees now must still be seen later. */
export async function keepAnswer(
  ground: Ground,
  tx: Tx,
  op: AnyOperation,
  request: Request,
  actor: Actor,
  now: string,
  entries: readonly PendingEntry[],
  answer: unknown,
): Promise<void> {
  if (request.idempotencyKey === undefined || op.kind !== 'command') return
  const roots = [...new Set(entries.flatMap((e) => e.root ?? []))]
  const kept = op.answers === 'once' ? null : JSON.stringify(answer ?? null)
  await tx.run(
    sql`update platform.act set answer = ${kept}::jsonb, entry = ${entries[0]?.id ?? null},
               roots = array(select of_act.root from unnest(${roots}::uuid[]) as of_act(root) where ${ground.sees(actor, now, 'of_act.root')})
         where actor = ${actor.id} and key = ${request.idempotencyKey}`,
  )
}

/** Reason and time are part of the act: said otherwise, it is another one. */
const hashOf = (op: AnyOperation, request: Request): string =>
  createHash('sha256')
    .update(
      canonical([
        op.name,
        (request.input ?? {}) as Json,
        request.reason?.trim() || null,
        request.occurredAt ?? null,
      ]),
    )
    .digest('hex')

/** Daily: of an old act its entry stays, what was answered goes. */
export async function forgetAnswers(ground: Ground): Promise<number> {
  return ground.db.direct.run(
    sql`update platform.act set answer = null where answer is not null and recorded_at < ${ground.now()}::timestamptz - make_interval(days => ${KEPT_DAYS})`,
  )
}
