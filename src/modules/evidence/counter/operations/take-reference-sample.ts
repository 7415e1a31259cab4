/** Takes a sample from a party of the case, under a consent, an order or a statute that is named. */
import { nextNumber } from '#modules/catalogue/public.ts'
import { command } from '#platform/define.ts'
import { ItemCreated, TakeReferenceSample } from '../../things/contract.ts'
import { barcodeOf } from '../../things/barcode.ts'
import { checkItemCodes, checkTaken, makeThings, withDangers } from '../../things/new-things.ts'
import { happened } from '../../things/change-of-hands.ts'
import { openCase } from '../reception.ts'
import { handlers } from '../../roles.ts'
import { ownHand } from '../../things/store/hands.ts'
import { witnessOf } from '../../things/witness.ts'

export const takeReferenceSample = command({
  name: 'evidence.take-reference-sample',
  summary: 'Takes a sample from a party of the case, under a consent, an order or a statute that is named.',
  who: handlers,
  input: TakeReferenceSample,
  output: ItemCreated,
  async run(cx, input) {
    happened(cx)
    const file = await openCase(cx, input.case)
    const { description, type, takenPlace, packaging, seals, party } = input
    const made = { description, type, takenPlace, packaging, seals, takenFrom: party, takenAt: cx.occurredAt }
    await checkTaken(cx, file.id, [made])
    const dangers = await checkItemCodes(cx, [made])
    const witness = await witnessOf(cx, [], input.witness)
    const { me } = await ownHand(cx)
    const id = input.id ?? cx.newId()
    const number = await nextNumber(cx, 'item', { parent: file.number })
    await makeThings(cx, [
      {
        id,
        number,
        root: file.id,
        kind: 'item',
        input: withDangers(made, dangers),
        from: null,
        first: { kind: 'taken', state: 'held', to: me, tookBy: cx.actor.id, witness },
        rows: {
          'evidence.reference_sample': [
            {
              id: cx.newId(),
              thing: id,
              root: file.id,
              party,
              ground: input.ground,
              document: input.document,
              witness: witness?.id ?? null,
              witness_name: witness?.name ?? null,
              at: cx.occurredAt,
              by_name: cx.actor.name,
            },
          ],
        },
      },
    ])
    return { id, number, barcode: barcodeOf(id) }
  },
})
