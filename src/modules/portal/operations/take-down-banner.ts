/** Takes a line down before its hour. */
import { ref } from '#kernel/shapes.ts'
import { no, notFound, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { BannerDone, TakeDownBanner } from '../contract/banners.ts'
import { leads } from '../roles.ts'
import { listBanners } from '../store/banners.ts'

export const takeDownBanner = command({
  name: 'portal.take-down-banner',
  summary: 'Takes a line above every page down before its hour.',
  who: leads,
  input: TakeDownBanner,
  output: BannerDone,
  async run(cx, input) {
    cx.allow(null)
    const subject = ref('portal.banner', input.banner)
    await cx.lock([subject])
    const banner = (await listBanners(cx, null)).find((b) => b.id === input.banner)
    if (!banner) throw notFound()
    refuseUnless(unless(banner.state === 'up' || banner.state === 'to-come', no('portal.banner-not-up')))
    const id = cx.newId()
    await cx.record({ subject, facts: {}, rows: { 'portal.banner_down': [{ id, banner: banner.id }] } })
    return { id }
  },
})
