/** What stands before every act on a body: the death, its thing, both locked, both seen. */
import { type ItemRow, itemRef, seeItem } from '#modules/evidence/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { mustBeHere } from './rules.ts'
import { type DeathRow, deathRef, seeDeath } from '../call/store/deaths.ts'

/** Refuses where there is no body in the house. The right is asked on the death: whoever keeps the morgue keeps its bodies. */
export async function bodyHere(cx: Cx, id: string): Promise<{ death: DeathRow; thing: ItemRow }> {
  const before = await seeDeath(cx, id)
  await cx.lock([deathRef(id), ...(before.body ? [itemRef(before.body)] : [])])
  const death = await seeDeath(cx, id)
  cx.allow(death)
  refuseUnless(mustBeHere(death))
  return { death, thing: await seeItem(cx, death.body ?? '') }
}
