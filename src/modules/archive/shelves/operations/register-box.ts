/** Gives a box its number and its barcode. */
import { nextNumber } from '#modules/catalogue/public.ts'
import { command } from '#platform/define.ts'
import { archiveCode } from '../barcodes.ts'
import { RegisterBox, Registered } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { boxRef, boxStep, insertBoxNow, placeNamed } from '../store/boxes.ts'

export const registerBox = command({
  name: 'archive.register-box',
  summary: 'Gives a box its number and its barcode, and says where it stands.',
  who: keepers,
  input: RegisterBox,
  output: Registered,
  async run(cx, input) {
    const id = input.id ?? cx.newId()
    const unit = input.unit ?? cx.actor.unit
    cx.allow({ may_see: true, unit })
    await cx.lock([boxRef(id)])
    const place = input.place ? await placeNamed(cx, input.place) : null
    const number = await nextNumber(cx, 'box', { unit: unit ?? undefined })
    const box = {
      id,
      number,
      barcode: archiveCode('AB', id),
      unit,
      title: input.title,
      years: input.years ?? null,
    }
    await cx.record({
      subject: boxRef(id),
      facts: { number },
      rows: {
        'archive.box': [{ ...box, words: input.words ?? null }],
        'archive.box_step': [boxStep(cx, { id, seq: 0 }, { kind: 'registered', place, words: null })],
      },
    })
    await insertBoxNow(cx, box, place)
    return { id, number, barcode: box.barcode }
  },
})
