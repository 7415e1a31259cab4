/** Receives one more item into a case that is open. */
import { giveSight, seeCase } from '#modules/cases/public.ts'
import { nextNumber } from '#modules/catalogue/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { barcodeOf } from '../barcode.ts'
import { ItemCreated, ReceiveItem } from '../contract.ts'
import { checkItemCodes, makeThings } from '../making.ts'
import { priorHands, submitterHand } from '../receiving.ts'
import { counter } from '../roles.ts'
import { ownHand } from '../store/hands.ts'

export const receiveItem = command({
  name: 'evidence.receive-item',
  summary: 'Receives one more item into a case that is open.',
  who: counter,
  input: ReceiveItem,
  output: ItemCreated,
  async run(cx, input) {
    const { case: root, submission, from: by, kind, id: given, before, ...rest } = input
    const file = await seeCase(cx, root, { lock: true })
    cx.allow(file)
    refuseUnless(
      unless(
        file.state === 'open',
        no('evidence.case-closed', { number: file.number }, 'evidence.next-reopen-case'),
      ),
    )
    await checkItemCodes(cx, [rest])
    const named = [by.person, ...(before ?? []).map((p) => p.person)].filter((p): p is string => Boolean(p))
    const { me, others } = await ownHand(cx, named)
    const from = submitterHand(by, others)
    const id = given ?? cx.newId()
    const number = await nextNumber(cx, 'item', { parent: file.number })
    await makeThings(cx, [
      {
        id,
        number,
        root: file.id,
        kind,
        input: rest,
        submission: submission ?? null,
        before: priorHands(before ?? [], others),
        from,
        first: { kind: 'received', state: 'received', to: me, gaveBy: from.id, tookBy: cx.actor.id },
      },
    ])
    await giveSight(cx, file.id, [cx.actor.unit], 'evidence.receive-item')
    return { id, number, barcode: barcodeOf(id) }
  },
})
