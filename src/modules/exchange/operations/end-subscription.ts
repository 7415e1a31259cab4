/** Ends a subscription, with the reason; what was told stays on the register. */
import { command } from '#platform/define.ts'
import { Done, EndSubscription } from '../contract/partners.ts'
import { partnerKeepers } from '../roles.ts'
import { mayEndSubscription } from '../rules/partners.ts'
import { subscriptionStep } from '../subscription-steps.ts'

export const endSubscription = command({
  name: 'exchange.end-subscription',
  summary: 'Ends a subscription, with the reason; what was told stays on the register.',
  who: partnerKeepers,
  input: EndSubscription,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    return subscriptionStep(cx, input.subscription, 'ended', mayEndSubscription, input.words)
  },
})
