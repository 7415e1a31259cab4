/** Lets an agency be told of acts as they happen: of which, at which address, under which agreement and law. Nothing is told before another person approves it. */
import { dataAgreement } from '#identity/store/agreements.ts'
import { isOfAgency } from '#identity/store/customers.ts'
import { newWebhookSecret } from '#formats/standard-webhooks.ts'
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { seal } from '#platform/sealing.ts'
import { Subscribe, Subscribed } from '../contract/partners.ts'
import { partnerKeepers } from '../roles.ts'
import { keepSecret, nextSubscriptionNumber } from '../store/partners.ts'
import { addressFault, secretNamed } from '../telling-partners.ts'

export const subscribe = command({
  name: 'exchange.subscribe',
  summary: 'Asks that an agency be told of acts as they happen, under an agreement and a law.',
  who: partnerKeepers,
  input: Subscribe,
  output: Subscribed,
  stepUp: true,
  answers: 'once',
  async run(cx, input) {
    cx.allow(null)
    const { title, holds } = await dataAgreement(cx, input.agreement, input.agency)
    refuseUnless(
      unless(holds, no('exchange.no-agreement', { agreement: title }, 'exchange.next-sign-agreement')),
    )
    const theirs = await isOfAgency(cx, input.receiver, input.agency)
    refuseUnless(unless(theirs, no('exchange.receiver-of-another', {}, 'exchange.next-choose-receiver')))
    const fault = addressFault(cx.ground, input.address)
    refuseUnless(unless(fault === undefined, no(`exchange.address-${fault}`, {}, 'exchange.next-address')))

    const id = input.id ?? cx.newId()
    const number = await nextSubscriptionNumber(cx)
    const secret = newWebhookSecret(cx.ground.randomBytes(32))
    const { agency, agreement, receiver, address, events, purpose, legalBasis } = input
    await cx.record({
      subject: ref('exchange.subscription', id),
      facts: { number, agency, agreement },
      rows: {
        'exchange.subscription': [
          { id, number, agency, agreement, receiver, address, events, purpose, legal_basis: legalBasis },
        ],
      },
    })
    await keepSecret(cx, id, await seal(cx.ground, secretNamed(id), secret))
    return { id, number: `S-${String(number).padStart(3, '0')}`, secret }
  },
})
