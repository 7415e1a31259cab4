/** Withdraws a lot at once; what was done with it is found by affected-by. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, WithdrawLot } from '../contract.ts'
import { mayStepLot } from '../rules.ts'
import { getLot } from '../store/standing.ts'

export const withdrawLot = command({
  name: 'quality.withdraw-lot',
  summary: 'Withdraws a lot at once; affected-by lists what was done with it.',
  who: ['quality-manager', 'director', 'section-head', 'analyst'],
  input: WithdrawLot,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([ref('quality.lot', input.lot)])
    const lot = await getLot(cx, input.lot)
    refuseUnless(mayStepLot(lot, 'withdrawn'))

    const id = cx.newId()
    await cx.record({
      subject: ref('quality.lot', lot.id),
      facts: { material: lot.material, number: lot.number },
      rows: {
        'quality.lot_step': [
          { id, lot: lot.id, seq: lot.seq + 1, state: 'withdrawn', why: input.why, data: {} },
        ],
      },
    })
    return { id }
  },
})
