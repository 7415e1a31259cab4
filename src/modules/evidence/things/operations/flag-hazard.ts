/** Warns everybody who meets the thing, or what it is packed with, of a danger. */
import { codeOf } from '#modules/catalogue/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, FlagHazard } from '../contract.ts'
import { ownHazard, writeHazard } from '../hazards.ts'
import { holders } from '../../roles.ts'
import { mayFlag } from '../rules.ts'
import { seeItem } from '../store/items.ts'

export const flagHazard = command({
  name: 'evidence.flag-hazard',
  summary: 'Warns everybody who meets the thing, or what it is packed with, of a danger.',
  who: holders,
  input: FlagHazard,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    await codeOf(cx, 'hazard', input.hazard)
    refuseUnless(mayFlag(item, input.hazard, await ownHazard(cx, item, input.hazard)))
    return { id: await writeHazard(cx, item, input.hazard, 'flagged', input.words ?? null) }
  },
})
