/** Says where a box stands now. */
import { command } from '#platform/define.ts'
import { MoveBox, Registered } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { boxMoved, boxRef, boxStep, placeNamed, seeBox } from '../store/boxes.ts'

export const moveBox = command({
  name: 'archive.move-box',
  summary: 'Says where a box stands now, with everything in it.',
  who: keepers,
  input: MoveBox,
  output: Registered,
  async run(cx, input) {
    const box = await seeBox(cx, { id: input.box }, { lock: true })
    cx.allow(box)
    const place = await placeNamed(cx, input.place)
    await cx.record({
      subject: boxRef(box.id),
      facts: { number: box.number, place: place.code },
      rows: { 'archive.box_step': [boxStep(cx, box, { kind: 'moved', place, words: input.words ?? null })] },
    })
    await boxMoved(cx, box, place)
    return { id: box.id, number: box.number, barcode: box.barcode }
  },
})
