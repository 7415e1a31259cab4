/** Which agencies are told of which acts, under what, and how far they have come. */
import { dataAgreements } from '#identity/store/agreements.ts'
import { query } from '#platform/define.ts'
import { SubscriptionList, Subscriptions } from '../contract/partners.ts'
import { partnerKeepers } from '../roles.ts'
import { listSubscriptions } from '../store/partners.ts'
import { subscriptionSeen } from '../subscription-steps.ts'

export const subscriptions = query({
  name: 'exchange.subscriptions',
  summary: 'Which agencies are told of which acts, under what agreement and law.',
  who: partnerKeepers,
  input: Subscriptions,
  output: SubscriptionList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listSubscriptions(cx, input)
    const agreementOf = await dataAgreements(
      cx,
      rows.map((r) => r.agreement),
    )
    return { items: rows.map((row) => subscriptionSeen(cx, row, agreementOf)), nextCursor }
  },
})
