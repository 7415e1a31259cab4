/** Gives out barcodes before there are things that bear them: a roll of labels for the bag that goes to scenes. */
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { barcodeOf } from '#modules/evidence/public.ts'
import { AllocateLabels, LabelsAllocated } from '../contract.ts'
import { attending } from '../roles.ts'

export const allocateLabels = command({
  name: 'scenes.allocate-labels',
  summary: 'Gives out barcodes before there are things that bear them, as a roll of labels.',
  who: attending,
  input: AllocateLabels,
  output: LabelsAllocated,
  async run(cx, input) {
    const unit = input.unit ?? cx.actor.unit
    cx.allow({ may_see: true, unit })
    const roll = input.id ?? cx.newId()
    const codes = Array.from({ length: input.count }, () => barcodeOf(cx.newId()))
    await cx.record({
      subject: ref('scenes.label-roll', roll),
      facts: { count: codes.length, unit },
      rows: { 'scenes.label': codes.map((code) => ({ id: cx.newId(), code, roll, unit })) },
    })
    return { id: roll, codes }
  },
})
