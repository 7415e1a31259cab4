/** Says that a lot does what it must, or that it does not. */
import type { Json } from '#kernel/canonical.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, VerifyLot } from '../contract.ts'
import { mayStepLot } from '../rules.ts'
import { getLot } from '../store/standing.ts'

export const verifyLot = command({
  name: 'quality.verify-lot',
  summary: 'Says that a lot does what it must, or that it does not.',
  who: ['quality-manager', 'director', 'section-head', 'analyst'],
  input: VerifyLot,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([ref('quality.lot', input.lot)])
    const lot = await getLot(cx, input.lot)
    refuseUnless(mayStepLot(lot, input.outcome))

    const id = cx.newId()
    await cx.record({
      subject: ref('quality.lot', lot.id),
      facts: { material: lot.material, number: lot.number, outcome: input.outcome },
      rows: {
        'quality.lot_step': [
          {
            id,
            lot: lot.id,
            seq: lot.seq + 1,
            state: input.outcome,
            why: input.why,
            data: input.data as Json,
          },
        ],
      },
    })
    return { id }
  },
})
