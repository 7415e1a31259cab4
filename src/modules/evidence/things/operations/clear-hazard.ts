/** Takes a warning off, with the reason why the danger is not there. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, FlagHazard } from '../contract.ts'
import { ownHazard, writeHazard } from '../hazards.ts'
import { handlers } from '../../roles.ts'
import { mayClear } from '../rules.ts'
import { seeItem } from '../store/items.ts'

export const clearHazard = command({
  name: 'evidence.clear-hazard',
  summary: 'Takes a warning off, with the reason why the danger is not there.',
  who: handlers,
  reason: 'required',
  input: FlagHazard,
  output: Done,
  async run(cx, input) {
    const item = await seeItem(cx, input.item, { lock: true })
    cx.allow(item)
    refuseUnless(mayClear(item, cx.actor.id, input.hazard, await ownHazard(cx, item, input.hazard)))
    return { id: await writeHazard(cx, item, input.hazard, 'cleared', input.words ?? cx.reason) }
  },
})
