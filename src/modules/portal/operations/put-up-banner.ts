/** Puts a line above every page: the counter is closed today, the line to the court is down. */
import { ref } from '#kernel/shapes.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { BannerDone, PutUpBanner } from '../contract/banners.ts'
import { leads } from '../roles.ts'

export const putUpBanner = command({
  name: 'portal.put-up-banner',
  summary: 'Puts a line above every page, in both languages, until an hour.',
  who: leads,
  input: PutUpBanner,
  output: BannerDone,
  async run(cx, input) {
    cx.allow(null)
    refuseUnless(unless(input.until > cx.now, no('portal.banner-over', {}, 'portal.next-later-hour')))
    const id = input.id ?? cx.newId()
    const { en, es, tone, whom, from, until } = input
    await cx.record({
      subject: ref('portal.banner', id),
      facts: { whom, until },
      rows: {
        'portal.banner': [{ id, en, es, tone, whom, from_at: from ?? cx.now, until_at: until }],
      },
    })
    return { id }
  },
})
