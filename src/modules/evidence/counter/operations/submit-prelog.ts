/** Announces a submission before it comes: what, how packed and sealed, how seized. Sent twice it counts once, by its id too. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { PrelogTold, SubmitPrelog } from '../contract.ts'
import { announcementEntry, checkAnnouncement, followAnnouncement, submissionRef } from '../announcement.ts'
import { announcers } from '../../roles.ts'
import { announcementNumber } from '../rules.ts'
import { whoAnnounced, cameIn } from '../store/announced.ts'

export const submitPrelog = command({
  name: 'evidence.submit-prelog',
  summary: 'Announces a submission before it comes to the counter: items, packaging, seals, seizure.',
  who: announcers,
  input: SubmitPrelog,
  output: PrelogTold,
  async run(cx, input) {
    const { id, ...announcement } = input
    cx.allow(null)
    const submission = id ?? cx.newId()
    await cx.lock([submissionRef(submission)])
    await mustBeNew(cx, submission)
    await checkAnnouncement(cx, announcement)
    await cx.record(await announcementEntry(cx, announcement, { submission, seq: 1 }))
    await followAnnouncement(cx, announcement, submission)
    return { id: submission, number: announcementNumber(submission), seq: 1 }
  },
})

/** A telephone that lost the key of its act sends under the same id: what is there already is told, to who announced it alone. */
async function mustBeNew(cx: Cx, submission: string): Promise<void> {
  const by = await whoAnnounced(cx, submission)
  if (by)
    refuseUnless(
      by === cx.actor.id
        ? no('evidence.prelog-there-already', {}, 'evidence.next-see-prelog')
        : no('evidence.id-in-use'),
    )
  const received = await cameIn(cx, submission)
  refuseUnless(
    unless(
      !received,
      no('evidence.prelog-came-in', { number: received?.number }, 'evidence.next-see-prelog'),
    ),
  )
}
