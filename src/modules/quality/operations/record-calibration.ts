/** Writes a calibration, check or maintenance, and the day on which the next is due. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { ref } from '#kernel/shapes.ts'
import { allOf, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Created, RecordCalibration } from '../contract.ts'
import { mayBeInThePast, mayDate } from '../rules.ts'
import { getEquipment } from '../store/standing.ts'

export const recordCalibration = command({
  name: 'quality.record-calibration',
  summary: 'Writes a calibration, check or maintenance, and when the next is due.',
  who: ['quality-manager', 'director', 'section-head', 'analyst'],
  input: RecordCalibration,
  output: Created,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([ref('quality.equipment', input.equipment)])
    const equipment = await getEquipment(cx, input.equipment)
    refuseUnless(allOf(mayBeInThePast(input.on, dayOfInstant(cx.now)), mayDate(input.on, input.due)))

    const id = input.id ?? cx.newId()
    await cx.record({
      subject: ref('quality.equipment', equipment.id),
      facts: { code: equipment.code, kind: input.kind, outcome: input.outcome, due: input.due ?? null },
      rows: {
        'quality.calibration': [
          {
            id,
            equipment: equipment.id,
            kind: input.kind,
            outcome: input.outcome,
            done_on: input.on,
            due_on: input.due ?? null,
            uncertainty: input.uncertainty?.value ?? null,
            unit: input.uncertainty?.unit ?? null,
            coverage: input.uncertainty?.k ?? null,
            certificate: input.certificate ?? null,
            done_by: input.by ?? null,
            note: input.note ?? null,
          },
        ],
      },
    })
    return { id }
  },
})
