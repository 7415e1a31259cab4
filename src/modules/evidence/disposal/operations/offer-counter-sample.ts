/** Offers a part of a sample to the person concerned: taken, it leaves with who is named; declined, that stands on the record. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import type { CoveredRow } from '#platform/cx.ts'
import { CounterSampled, OfferCounterSample } from '../../things/contract.ts'
import { checkTaken } from '../../things/new-things.ts'
import { move } from '../../things/change-of-hands.ts'
import { handlers } from '../../roles.ts'
import { signatureOf } from '../../things/signatures.ts'
import { openItemForWork, takeSubsampleStep } from '../../things/steps.ts'
import { itemRef, seeItem } from '../../things/store/items.ts'

export const offerCounterSample = command({
  name: 'evidence.offer-counter-sample',
  summary:
    'Offers a part of a sample to the person concerned: taken, it leaves with who is named; declined, that stands on the record.',
  who: handlers,
  input: OfferCounterSample,
  output: CounterSampled,
  async run(cx, input) {
    const taken = input.answer === 'taken'
    const item = await openItemForWork(cx, input.item, { open: taken })
    await checkTaken(cx, item.root, [{ takenFrom: input.party }])
    refuseUnless(unless(!input.amount || Boolean(input.unit), no('evidence.amount-without-unit')))
    const id = input.id ?? cx.newId()
    const offered = (part: string | null): CoveredRow => ({
      id,
      thing: item.id,
      root: item.root,
      party: input.party,
      answer: input.answer,
      part,
      to_name: input.toName ?? null,
      words: input.words ?? null,
      at: cx.occurredAt,
      by_name: cx.actor.name,
    })
    if (!taken) {
      await cx.record({
        subject: itemRef(item.id),
        root: item.root,
        facts: { answer: input.answer },
        rows: { 'evidence.counter_sample': [offered(null)] },
      })
      return { id, part: null, number: null }
    }
    const made = await takeSubsampleStep(cx, {
      item,
      description: cx.say('evidence.counter-sample-of', { number: item.number }),
      amount: input.amount && input.unit ? { value: input.amount, unit: input.unit } : null,
    })
    const part = await seeItem(cx, made.id)
    const name = input.toName ?? ''
    const signature = await signatureOf(cx, {
      side: 'took',
      root: item.root,
      person: null,
      name,
      where: null,
      signed: { document: input.document },
      other: 'evidence.co-signer-not-taker',
    })
    await move(
      cx,
      [part],
      {
        kind: 'returned',
        state: 'returned',
        to: { kind: 'person', id: null, name, where: null },
        gaveBy: cx.actor.id,
        tookSign: signature.sign,
        words: input.words ?? null,
      },
      () => ({ rows: { 'evidence.counter_sample': [offered(part.id)] } }),
      signature.entries,
    )
    return { id, part: part.id, number: part.number }
  },
})
