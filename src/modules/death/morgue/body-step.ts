/** What stands before every act on a body: the death, its thing, both locked, both seen. */
import { type ItemRow, itemRef, seeItem } from '#modules/evidence/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { mustBeHere } from './rules.ts'
import { caseOf } from '../call/store/case-holds.ts'
import { type DeathRow, deathRef, seeDeath } from '../call/store/deaths.ts'

/**
 * Refuses where there is no body in the house. The right is asked on the death: whoever keeps the morgue keeps its bodies.
 * `leaving`: the case is locked too, so that of a release and a hold placed at once one comes second.
 */
export async function bodyHere(
  cx: Cx,
  id: string,
  opts: { leaving?: boolean } = {},
): Promise<{ death: DeathRow; thing: ItemRow }> {
  const before = await seeDeath(cx, id)
  await cx.lock([
    deathRef(id),
    ...(before.body ? [itemRef(before.body)] : []),
    ...(opts.leaving ? caseOf(before) : []),
  ])
  const death = await seeDeath(cx, id)
  cx.allow(death)
  refuseUnless(mustBeHere(death))
  return { death, thing: await seeItem(cx, death.body ?? '') }
}
