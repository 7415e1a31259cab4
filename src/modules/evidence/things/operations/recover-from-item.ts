/** Recovers a swab, a cutting, a lift from a thing: a thing of its own, with the way and the area it came from. */
import { codeOf } from '#modules/catalogue/public.ts'
import { command } from '#platform/define.ts'
import { ItemCreated, RecoverFromItem } from '../contract.ts'
import { barcodeOf } from '../barcode.ts'
import { checkItemCodes, makeThings, withDangers } from '../new-things.ts'
import { handlers } from '../../roles.ts'
import { openItemForWork } from '../steps.ts'
import { ownHand } from '../store/hands.ts'
import { partCount } from '../store/offers.ts'

export const recoverFromItem = command({
  name: 'evidence.recover-from-item',
  summary: 'Recovers a swab, a cutting, a lift from a thing: a thing of its own, with the way and the area.',
  who: handlers,
  input: RecoverFromItem,
  output: ItemCreated,
  async run(cx, input) {
    const item = await openItemForWork(cx, input.item, { open: true })
    const { id: given, item: _item, method, area, ...rest } = input
    await codeOf(cx, 'recovery-method', method)
    const dangers = await checkItemCodes(cx, [rest])
    const id = given ?? cx.newId()
    const number = `${item.number}.${(await partCount(cx, item.id, 'item')) + 1}`
    const { me } = await ownHand(cx)
    await makeThings(cx, [
      {
        id,
        number,
        root: item.root,
        kind: 'item',
        parent: item.id,
        submission: item.submission,
        input: withDangers(rest, dangers),
        from: item.holder,
        first: { kind: 'taken', state: 'held', to: me, gaveBy: cx.actor.id, tookBy: cx.actor.id },
        rows: {
          'evidence.recovery': [
            {
              id: cx.newId(),
              thing: id,
              source: item.id,
              root: item.root,
              method,
              area,
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
