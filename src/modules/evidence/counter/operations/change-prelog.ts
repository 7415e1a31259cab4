/** Says anew what is coming; the earlier words stay on the record, and the version that was read must be the one that holds. */
import { allOf, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ChangePrelog, PrelogTold } from '../contract.ts'
import { announcementEntry, checkAnnouncement, followAnnouncement, submissionRef } from '../announcement.ts'
import { announcers } from '../../roles.ts'
import { announcementNumber, mayChangePrelog, sameVersion } from '../rules.ts'
import { announcementBy } from '../store/announced.ts'

export const changePrelog = command({
  name: 'evidence.change-prelog',
  summary: 'Says anew what is coming; the earlier words stay on the record.',
  who: announcers,
  input: ChangePrelog,
  output: PrelogTold,
  async run(cx, input) {
    const { submission, seq, ...announcement } = input
    await cx.lock([submissionRef(submission)])
    const there = await announcementBy(cx, submission)
    cx.allow(there)
    refuseUnless(allOf(mayChangePrelog(there, cx.actor.id), sameVersion(there, seq)))
    await checkAnnouncement(cx, announcement)
    await cx.record(await announcementEntry(cx, announcement, { submission, seq: seq + 1 }))
    await followAnnouncement(cx, announcement, submission, false)
    return { id: submission, number: announcementNumber(submission), seq: seq + 1 }
  },
})
