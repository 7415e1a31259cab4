/** Lets a subscription begin, by another person than the one who asked for it. */
import { command } from '#platform/define.ts'
import { Done, OfSubscription } from '../contract/partners.ts'
import { partnerKeepers } from '../roles.ts'
import { mayApproveSubscription } from '../rules/partners.ts'
import { subscriptionStep } from '../subscription-steps.ts'

export const approveSubscription = command({
  name: 'exchange.approve-subscription',
  summary: 'Lets a subscription begin, by another person than the one who asked for it.',
  who: partnerKeepers,
  input: OfSubscription,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    return subscriptionStep(cx, input.subscription, 'approved', (row) =>
      mayApproveSubscription(row, cx.actor.id),
    )
  },
})
