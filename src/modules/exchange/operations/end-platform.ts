/** Ends a platform, with the reason: nothing is added or opened there any more; what was said of it stays. */
import { command } from '#platform/define.ts'
import { Done } from '../contract/partners.ts'
import { EndPlatform } from '../contract/platforms.ts'
import { platformStep } from '../platform-steps.ts'
import { partnerKeepers } from '../roles.ts'
import { mayEndPlatform } from '../rules/platforms.ts'

export const endPlatform = command({
  name: 'exchange.end-platform',
  summary: 'Ends a platform, with the reason; what was said of its recordings stays.',
  who: partnerKeepers,
  input: EndPlatform,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    return platformStep(
      cx,
      input.platform,
      'ended',
      (row) => mayEndPlatform({ ...row, waits: row.waits !== null }),
      input.words,
    )
  },
})
