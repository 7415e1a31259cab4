/** Returns an instrument to service, saying what shows that it works again (ISO/IEC 17025:2017, 6.4.9). */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, OutOrIn } from '../contract.ts'
import { mayReturn } from '../rules.ts'
import { getEquipment } from '../store/standing.ts'

export const returnToService = command({
  name: 'quality.return-to-service',
  summary: 'Returns an instrument to service, saying what shows that it works again.',
  who: ['quality-manager', 'director', 'section-head'],
  input: OutOrIn,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([ref('quality.equipment', input.equipment)])
    const equipment = await getEquipment(cx, input.equipment)
    refuseUnless(mayReturn(equipment))

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
            state: 'in-service',
            why: input.why,
          },
        ],
      },
    })
    return { id }
  },
})
