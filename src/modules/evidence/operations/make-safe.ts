/** Records that a danger was taken away (a firearm unloaded, a needle capped), how, and before whom. */
import { allOf, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, MakeSafe } from '../contract.ts'
import { ownHazard, writeHazard } from '../hazards.ts'
import { handlers } from '../roles.ts'
import { mayClear, mayHandle } from '../rules.ts'
import { checkCoSigner } from '../store/hands.ts'
import { seeItem } from '../store/items.ts'

export const makeSafe = command({
  name: 'evidence.make-safe',
  summary: 'Records that a danger was taken away, how, and before whom.',
  who: handlers,
  input: MakeSafe,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    refuseUnless(
      allOf(
        mayHandle(item, cx.actor.id),
        mayClear(item, input.hazard, await ownHazard(cx, item, input.hazard)),
      ),
    )
    if (input.witness) await checkCoSigner(cx, input.witness)
    return { id: await writeHazard(cx, item, input.hazard, 'made-safe', input.how) }
  },
})
