/** Takes an instrument out of service: nothing more may be measured with it until it returns. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, OutOrIn } from '../contract.ts'
import { mayTakeOut } from '../rules.ts'
import { getEquipment } from '../store/standing.ts'

export const takeOutOfService = command({
  name: 'quality.take-out-of-service',
  summary: 'Takes an instrument out of service.',
  who: ['quality-manager', 'director', 'section-head', 'analyst'],
  input: OutOrIn,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([ref('quality.equipment', input.equipment)])
    const equipment = await getEquipment(cx, input.equipment)
    refuseUnless(mayTakeOut(equipment))

    const id = cx.newId()
    await cx.record({
      subject: ref('quality.equipment', equipment.id),
      facts: { code: equipment.code },
      rows: {
        'quality.service': [
          {
            id,
            equipment: equipment.id,
            seq: equipment.service_seq + 1,
            state: 'out-of-service',
            why: input.why,
          },
        ],
      },
    })
    return { id }
  },
})
