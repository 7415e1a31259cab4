/** Ends the overlap of a change of secret: from now on only the new one signs, and the former is destroyed. */
import { command } from '#platform/define.ts'
import { Done, EndFormerSecret } from '../contract/partners.ts'
import { partnerKeepers } from '../roles.ts'
import { endFormerSecret as end } from '../subscription-steps.ts'

export const endFormerSecret = command({
  name: 'exchange.end-former-secret',
  summary: 'Ends the overlap of a change of secret: the former one signs no more and is destroyed.',
  who: partnerKeepers,
  input: EndFormerSecret,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    return end(cx, input.subscription, input.words ?? null)
  },
})
