/** Idempotency (decided.md 5): the same key and act give the same answer and happen once, for whoever may still have that answer. */
import { createHash } from 'node:crypto'
import { type Json, canonical } from '#kernel/canonical.ts'
import { Refusal, notFound } from '#kernel/verdict.ts'
import type { Actor, AnyOperation, Ground, PendingEntry, Protected } from './cx.ts'
import type { Tx } from './db.ts'
import type { Request } from './operation.ts'
import { languageOf, rightMissing } from './rights.ts'
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
  const row = await tx.one<Remembered>(
    sql`select body_hash, answer, entry, units, not exists (select 1 from unnest(roots) as of_act(root) where not ${ground.sees(actor, now, 'of_act.root')}) as sees
          from platform.act where actor = ${actor.id} and key = ${request.idempotencyKey}`,
  )
  const values = { entry: row.entry ?? '' }
  if (row.body_hash !== hash) throw new Refusal('conflict', 'key-already-used', { values })
  // Who lost the role or the sight since then must not have by an old key what a new act would refuse.
  if (!row.sees) throw notFound()
  const units = row.units && row.units.length > 0 ? row.units : [null]
  if (!units.every((unit) => ground.authorise(actor, op, unit === null ? null : { may_see: true, unit })))
    throw rightMissing(ground, op, languageOf(request, actor))
  if (row.answer === null)
    throw new Refusal('conflict', 'answered-already', { values, next: 'answered-already-next' })
  return row.answer
}

interface Remembered {
  readonly body_hash: string
  readonly answer: unknown
  readonly entry: string | null
  readonly units: readonly (string | null)[] | null
  readonly sees: boolean
}

/** What a secret opens or a mask hides is not kept (`answers: 'once'`); of the roots, those that the actor sees now must still be seen later, and the right is asked again at the units of the rows for which it was asked. */
export async function keepAnswer(
  ground: Ground,
  tx: Tx,
  op: AnyOperation,
  request: Request,
  actor: Actor,
  now: string,
  done: { readonly pending: readonly PendingEntry[]; readonly seen: readonly Protected[] },
  answer: unknown,
): Promise<void> {
  if (request.idempotencyKey === undefined || op.kind !== 'command') return
  const { pending: entries, seen } = done
  const roots = [...new Set([...entries, ...seen].flatMap((e) => e.root ?? []))]
  const units = [...new Set(seen.map((row) => row.unit ?? null))]
  const kept = op.answers === 'once' ? null : JSON.stringify(answer ?? null)
  await tx.send(
    sql`update platform.act set answer = ${kept}::jsonb, entry = ${entries[0]?.id ?? null}, units = ${units}::uuid[],
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

/** What was answered about a case is not given again: a name may stand in it that is destroyed by order of law. */
export const forgetAnswersOf = (cx: { readonly tx: Tx }, root: string): Promise<number> =>
  cx.tx.run(
    sql`update platform.act set answer = null where answer is not null and ${root}::uuid = any(roots)`,
  )

/** Daily: of an old act its entry stays, what was answered goes. */
export async function forgetAnswers(ground: Ground): Promise<number> {
  return ground.db.direct.run(
    sql`update platform.act set answer = null where answer is not null and recorded_at < ${ground.now()}::timestamptz - make_interval(days => ${KEPT_DAYS})`,
  )
}
