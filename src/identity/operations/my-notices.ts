/** What I was told: newest first, with the page where it waits. */
import { query } from '#platform/define.ts'
import { MyNotices, NoticeList } from '../contract/notices.ts'
import { countWaiting, listNotices } from '../store/notices.ts'

export const myNotices = query({
  name: 'identity.my-notices',
  summary: 'Lists what the person who asks was told, newest first, with the page where it waits.',
  who: 'signed-in',
  input: MyNotices,
  output: NoticeList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listNotices(cx, input)
    const say = await cx.ground.words(cx.tx, cx.language, cx.now)
    return {
      items: rows.map((r) => ({
        id: r.id,
        kind: r.kind,
        text: say(`${r.kind}-subject`),
        path: r.path,
        subject: r.subject,
        number: r.number,
        at: r.made_at,
        putAwayAt: r.put_away_at,
      })),
      nextCursor: rows.length === input.limit ? (rows.at(-1)?.id ?? null) : null,
      waiting: await countWaiting(cx),
    }
  },
})
