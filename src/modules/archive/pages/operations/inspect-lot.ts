/** One drawn page or value, looked at by somebody who neither scanned nor keyed it. */
import { codeOf } from '#modules/catalogue/public.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { InspectLot, Inspected } from '../contract.ts'
import { inspectors } from '../../roles.ts'
import { mayInspect } from '../rules.ts'
import { lotRef, ownWork, seeLot, unitsOf } from '../store/lots.ts'

export const inspectLot = command({
  name: 'archive.inspect-lot',
  summary: 'Says of one drawn page or value whether it is good, or which fault it has.',
  who: inspectors,
  input: InspectLot,
  output: Inspected,
  async run(cx, input) {
    const l = await seeLot(cx, input.lot, { lock: true })
    cx.allow(l)
    refuseUnless(mayInspect(l, await ownWork(cx, l.id, l.kind)))
    const unit = (await unitsOf(cx, l.id)).find((u) => u.id === input.unit)
    if (!unit) throw notFound()
    refuseUnless(unless(unit.good === null, no('archive.inspected-already')))
    if (input.fault) await codeOf(cx, 'inspection-fault', input.fault)
    await cx.record({
      subject: lotRef(l.id),
      facts: { number: l.number, seq: unit.seq, good: input.good, fault: input.fault ?? null },
      rows: {
        'archive.inspection': [
          {
            id: cx.newId(),
            lot: l.id,
            unit: unit.id,
            good: input.good,
            fault: input.fault ?? null,
            words: input.words ?? null,
            by_name: cx.actor.name,
          },
        ],
      },
    })
    return { left: l.sample - l.inspected - 1, faults: l.faults + (input.good ? 0 : 1) }
  },
})
