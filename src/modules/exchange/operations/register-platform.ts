/** Writes down where an agency keeps its recordings, and the form of the address of a page there; it holds once another person approves it. */
import { dataAgreement } from '#identity/store/agreements.ts'
import { ref } from '#kernel/shapes.ts'
import { allOf, no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../contract/partners.ts'
import { RegisterPlatform } from '../contract/platforms.ts'
import { partnerKeepers } from '../roles.ts'
import { findPlatform } from '../store/platforms.ts'

export const registerPlatform = command({
  name: 'exchange.register-platform',
  summary: 'Writes down where an agency keeps its recordings and the form of an address there.',
  who: partnerKeepers,
  input: RegisterPlatform,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const platform = input.platform ?? input.id ?? cx.newId()
    const subject = ref('exchange.platform', platform)
    await cx.lock([subject])
    const before = await findPlatform(cx, platform)
    const { title, holds } = await dataAgreement(cx, input.agreement, input.agency)
    refuseUnless(
      allOf(
        unless(
          !input.platform || Boolean(before),
          no('exchange.no-such-platform', {}, 'exchange.next-platform'),
        ),
        unless(
          !before || (before.agency === input.agency && before.code === input.code),
          no('exchange.platform-of-another', {}, 'exchange.next-new-platform'),
        ),
        unless(holds, no('exchange.no-agreement', { agreement: title }, 'exchange.next-sign-agreement')),
      ),
    )
    const { code, agency, agreement, name, form } = input
    await cx.record({
      subject,
      facts: { code, agency, agreement, form },
      rows: {
        'exchange.platform': [
          { id: cx.newId(), platform, seq: (before?.seq ?? 0) + 1, code, agency, agreement, name, form },
        ],
      },
    })
    return { id: platform }
  },
})
