/** Receives one more item into a case that is open. */
import { giveSight } from '#modules/cases/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { barcodeOf } from '../../things/barcode.ts'
import { ItemCreated } from '../../things/contract.ts'
import { ReceiveItem } from '../contract.ts'
import { checkItemCodes, checkTaken, makeThings, numbersFor, withDangers } from '../../things/new-things.ts'
import { openCase, priorHands, submitterHand } from '../reception.ts'
import { counter } from '../../roles.ts'
import { ownHand } from '../../things/store/hands.ts'
import { isSubmissionOf } from '../store/submissions.ts'

export const receiveItem = command({
  name: 'evidence.receive-item',
  summary: 'Receives one more item into a case that is open.',
  who: counter,
  input: ReceiveItem,
  output: ItemCreated,
  async run(cx, input) {
    const { case: root, submission, from: by, kind, id: given, before, ...rest } = input
    const file = await openCase(cx, root)
    if (submission)
      refuseUnless(
        unless(await isSubmissionOf(cx, submission, file.id), no('evidence.submission-of-other-case')),
      )
    const dangers = await checkItemCodes(cx, [rest])
    await checkTaken(cx, file.id, [rest])
    const named = [by.person, ...(before ?? []).map((p) => p.person)].filter((p): p is string => Boolean(p))
    const { me, others } = await ownHand(cx, named)
    const id = given ?? cx.newId()
    const [number = ''] = await numbersFor(cx, file.number, [rest])
    await makeThings(cx, [
      {
        id,
        number,
        root: file.id,
        kind,
        input: withDangers(rest, dangers),
        submission: submission ?? null,
        before: priorHands(before ?? [], others),
        from: submitterHand(by, others),
        first: { kind: 'received', state: 'received', to: me, tookBy: cx.actor.id },
      },
    ])
    await giveSight(cx, file.id, [cx.actor.unit], 'evidence.receive-item')
    return { id, number, barcode: barcodeOf(id) }
  },
})
