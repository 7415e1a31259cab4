/** The masters of a batch shall leave the online store; a worker carries them, and nothing leaves before its copy was read back. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ColdMoved, MoveToCold } from '../contract.ts'
import { orderMove } from '../cooling.ts'
import { keepers } from '../../roles.ts'
import { mayCool } from '../rules.ts'
import { seeCold, seeColdPlace } from '../store/cold.ts'

export const moveToCold = command({
  name: 'archive.move-to-cold',
  summary: 'Sends the masters of a reconciled batch to a cold store; text and reading copies stay online.',
  who: keepers,
  stepUp: true,
  input: MoveToCold,
  output: ColdMoved,
  async run(cx, input) {
    const b = await seeCold(cx, input.batch, { lock: true })
    cx.allow(b)
    refuseUnless(mayCool(b))
    return orderMove(cx, b, await seeColdPlace(cx, input.place), { kind: 'ordered', state: 'leaving' })
  },
})
