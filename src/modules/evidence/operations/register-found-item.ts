/** Registers what stands in a place and in no record: found here on this day, history before unknown; born held. */
import { giveSight } from '#modules/cases/public.ts'
import { nextNumber } from '#modules/catalogue/public.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { barcodeOf } from '../barcode.ts'
import { ItemCreated, RegisterFoundItem } from '../contract.ts'
import { checkItemCodes, makeThings, withDangers } from '../making.ts'
import { happened } from '../moving.ts'
import { caseOf } from '../receiving.ts'
import { keepers } from '../roles.ts'
import { hasRoom } from '../rules.ts'
import { placeById } from '../store/hands.ts'
import { openingOf } from '../store/stores.ts'
import { witnessOf } from '../witnessing.ts'

export const registerFoundItem = command({
  name: 'evidence.register-found-item',
  summary:
    'Registers what stands in a place and in no record: found here on this day, history before unknown; born held.',
  who: keepers,
  input: RegisterFoundItem,
  output: ItemCreated,
  async run(cx, input) {
    happened(cx)
    const { place: where, case: root, newCase, words, witness: beside, id: given, kind, ...rest } = input
    await cx.lock([ref('evidence.location', where)])
    const place = await placeById(cx, where)
    cx.allow({ may_see: true, unit: place.unit })
    const file = await caseOf(cx, { case: root, newCase })
    const dangers = await checkItemCodes(cx, [rest])
    // It stands there already: over capacity is said, not refused.
    if (cx.reason === null) refuseUnless(hasRoom(place, 1))
    const witness = await witnessOf(cx, place.witness ? [place.name] : [], beside)
    const opening = await openingOf(cx, place.id)
    const id = given ?? cx.newId()
    const caseNumber = await file.draw()
    const number = await nextNumber(cx, 'item', { parent: caseNumber })
    await file.open(caseNumber)
    await makeThings(cx, [
      {
        id,
        number,
        root: file.id,
        kind,
        input: withDangers(rest, dangers),
        from: null,
        first: {
          kind: 'registered',
          state: 'stored',
          to: { kind: 'place', id: place.id, name: place.name, where: place.path },
          tookBy: cx.actor.id,
          witness,
          words: words ?? null,
        },
        rows: {
          'evidence.found_here': [
            { id: cx.newId(), thing: id, root: file.id, place: place.id, opening: opening?.id ?? null },
          ],
        },
      },
    ])
    await giveSight(cx, file.id, [cx.actor.unit, place.unit], 'evidence.register-found-item')
    return { id, number, barcode: barcodeOf(id) }
  },
})
