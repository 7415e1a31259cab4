/** What stands above every page of this reader now; for whoever puts lines up, those to come and those that were, too. */
import { query } from '#platform/define.ts'
import { Banners, BannersSeen } from '../contract/banners.ts'
import { isInside } from '../roles.ts'
import { listBanners } from '../store/banners.ts'

export const banners = query({
  name: 'portal.banners',
  summary: 'Tells what stands above every page now.',
  who: 'signed-in',
  input: Banners,
  output: BannersSeen,
  async run(cx, input) {
    cx.allow(null)
    const all = input.show === 'all' && cx.may('portal.put-up-banner')
    const side = isInside(cx.actor.grants) ? 'inside' : 'outside'
    return {
      items: (await listBanners(cx, all ? null : side)).map((b) => ({
        id: b.id,
        text: b[cx.language],
        tone: b.tone,
        whom: b.whom,
        from: b.from_at,
        until: b.until_at,
        by: b.by,
        state: b.state,
      })),
    }
  },
})
