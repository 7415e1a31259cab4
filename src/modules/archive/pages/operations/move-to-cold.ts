/** The masters of a batch, or of the photographs of a scene, shall leave the online store; a worker carries them, and nothing leaves before its copy was read back. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ColdMoved, MoveToCold, bundleOf } from '../contract.ts'
import { closedBefore, orderMove } from '../cooling.ts'
import { keepers } from '../../roles.ts'
import { mayCool } from '../rules.ts'
import { seeCold, seeColdPlace } from '../store/cold.ts'

export const moveToCold = command({
  name: 'archive.move-to-cold',
  summary:
    'Sends the masters of a reconciled batch, or of photographs of an old case, to a cold store; copies stay.',
  who: keepers,
  stepUp: true,
  input: MoveToCold,
  output: ColdMoved,
  async run(cx, input) {
    const b = await seeCold(cx, bundleOf(input), { lock: true })
    cx.allow(b)
    refuseUnless(mayCool(b, await closedBefore(cx)))
    return orderMove(cx, b, await seeColdPlace(cx, input.place), { kind: 'ordered', state: 'leaving' })
  },
})
