/** Records that a danger was taken away (a firearm unloaded, a needle capped), how, and before whom. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, MakeSafe } from '../contract.ts'
import { ownHazard, writeHazard } from '../hazards.ts'
import { handlers } from '../../roles.ts'
import { mayShowSafe } from '../firearms.ts'
import { mayClear, mayMakeSafe } from '../rules.ts'
import { seeItem } from '../store/items.ts'
import { witnessOf } from '../witness.ts'

export const makeSafe = command({
  name: 'evidence.make-safe',
  summary: 'Records that a danger was taken away, how, and before whom.',
  who: handlers,
  input: MakeSafe,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    refuseUnless(mayClear(item, cx.actor.id, input.hazard, await ownHazard(cx, item, input.hazard)))
    refuseUnless(mayMakeSafe(item.number, await mayShowSafe(cx, input.hazard), cx.actor.id))
    const witness = await witnessOf(cx, [], input.witness)
    return { id: await writeHazard(cx, item, input.hazard, 'made-safe', input.how, witness) }
  },
})
