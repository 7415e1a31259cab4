/** Lets a platform, or a new address form of one, hold: by another person than the one who asked for it. */
import { command } from '#platform/define.ts'
import { Done } from '../contract/partners.ts'
import { OfPlatform } from '../contract/platforms.ts'
import { platformStep } from '../platform-steps.ts'
import { partnerKeepers } from '../roles.ts'
import { mayApprovePlatform } from '../rules/platforms.ts'

export const approvePlatform = command({
  name: 'exchange.approve-platform',
  summary: 'Lets a platform, or its new address form, hold; by another person than the one who asked.',
  who: partnerKeepers,
  input: OfPlatform,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    return platformStep(cx, input.platform, 'approved', (row) =>
      mayApprovePlatform({ ...row, waits: row.waits !== null }, cx.actor.id),
    )
  },
})
