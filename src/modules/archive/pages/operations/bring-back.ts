/** The masters of a batch come back into the online store, each counted by its hash. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { BringBack, ColdMoved, bundleOf } from '../contract.ts'
import { orderMove } from '../cooling.ts'
import { keepers } from '../../roles.ts'
import { mayBringBack } from '../rules.ts'
import { seeCold, seeColdPlace } from '../store/cold.ts'

export const bringBack = command({
  name: 'archive.bring-back',
  summary:
    'Brings the masters of a batch or of photographs back from the cold store, each counted by its hash.',
  who: keepers,
  input: BringBack,
  output: ColdMoved,
  async run(cx, input) {
    const b = await seeCold(cx, bundleOf(input), { lock: true })
    cx.allow(b)
    refuseUnless(mayBringBack({ number: b.number, cold: b.cold }))
    return orderMove(cx, b, await seeColdPlace(cx, b.place ?? ''), {
      kind: 'ordered-back',
      state: 'coming-back',
    })
  },
})
