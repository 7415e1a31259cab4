/** Registers what stands in a place and in no record: found here on this day, history before unknown; born held. */
import { giveSight } from '#modules/cases/public.ts'
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { barcodeOf } from '../../things/barcode.ts'
import { ItemCreated } from '../../things/contract.ts'
import { RegisterFoundItem } from '../contract.ts'
import { checkItemCodes, makeThings, numbersFor, withDangers } from '../../things/new-things.ts'
import { happened } from '../../things/change-of-hands.ts'
import { caseOf } from '../../counter/reception.ts'
import { keepers } from '../../roles.ts'
import { hasRoom } from '../../hands/rules.ts'
import { placeById } from '../../things/store/hands.ts'
import { openingOf } from '../store/stores.ts'
import { witnessOf } from '../../things/witness.ts'

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
    const [number = ''] = await numbersFor(cx, caseNumber, [rest])
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
