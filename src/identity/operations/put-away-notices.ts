/** Puts away what I was told and have looked at. */
import { ref } from '#kernel/shapes.ts'
import { notFound } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { NoticesPutAway, PutAwayNotices } from '../contract/notices.ts'
import { putAway } from '../store/notices.ts'

export const putAwayNotices = command({
  name: 'identity.put-away-notices',
  summary: 'Puts away what the person who asks was told and has looked at.',
  who: 'signed-in',
  input: PutAwayNotices,
  output: NoticesPutAway,
  async run(cx, input) {
    cx.allow(null)
    const count = await putAway(cx, input.notices)
    if (count === 0) throw notFound()
    await cx.record({ subject: ref('identity.person', cx.actor.id), facts: { notices: count } })
    return { putAway: count }
  },
})
