/** Enters an instrument, a balance or a room whose condition matters. */
import type { Json } from '#kernel/canonical.ts'
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { Created, RegisterEquipment } from '../contract.ts'

export const registerEquipment = command({
  name: 'quality.register-equipment',
  summary: 'Enters an instrument, a balance or a room whose condition matters.',
  who: ['quality-manager', 'director', 'section-head'],
  input: RegisterEquipment,
  output: Created,
  async run(cx, input) {
    cx.allow(null)

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('quality.equipment', id),
      facts: { code: input.code, kind: input.kind },
      rows: {
        'quality.equipment': [
          {
            id,
            code: input.code,
            kind: input.kind,
            name: input.name,
            make: input.make ?? null,
            model: input.model ?? null,
            serial: input.serial ?? null,
            unit: input.unit ?? null,
            place: input.place ?? null,
            calibrated: input.calibrated,
            data: input.data as Json,
          },
        ],
      },
    })
    return { id }
  },
})
