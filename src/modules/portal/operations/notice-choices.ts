/** Of what one may be told, and of which by mail. */
import { choicesOf } from '#identity/notices.ts'
import { query } from '#platform/define.ts'
import { NoticeChoices, NoticeChoicesSeen, noticeKinds, toldInside } from '../contract/notices.ts'
import { sideOf } from '../seeing.ts'

export const noticeChoices = query({
  name: 'portal.notice-choices',
  summary: 'Lists of what you may be told, and of which by mail.',
  who: 'signed-in',
  input: NoticeChoices,
  output: NoticeChoicesSeen,
  async run(cx) {
    cx.allow(null)
    const inside = sideOf(cx) === 'service'
    const { reachable, mail } = await choicesOf(cx)
    const say = await cx.ground.words(cx.tx, cx.language, cx.now)
    return {
      reachable,
      items: noticeKinds
        .filter((kind) => inside || !toldInside.has(kind))
        .map((kind) => ({
          kind,
          text: say(`${kind}-subject`),
          mail: mail.get(kind) ?? true,
        })),
    }
  },
})
