/** Takes an announcement back before it came; it stays on the record with the reason. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../things/contract.ts'
import { WithdrawPrelog } from '../contract.ts'
import { submissionRef } from '../announcement.ts'
import { endAnnouncement } from '../arrival.ts'
import { announcers } from '../../roles.ts'
import { mayWithdrawPrelog } from '../rules.ts'
import { announcementBy } from '../store/announced.ts'
import { leftOf } from '../../things/store/left.ts'

export const withdrawPrelog = command({
  name: 'evidence.withdraw-prelog',
  summary: 'Takes an announcement back before it came; it stays on the record with the reason.',
  who: announcers,
  input: WithdrawPrelog,
  output: Done,
  async run(cx, input) {
    await cx.lock([submissionRef(input.submission)])
    const there = await announcementBy(cx, input.submission)
    cx.allow(there)
    refuseUnless(mayWithdrawPrelog(there, cx.actor.id, cx.actor.principals))
    refuseUnless(unless(!(await leftOf(cx, there.submission)), no('evidence.left-already')))
    const end = endAnnouncement(cx, there, 'withdrawn', input.why)
    await cx.record({
      subject: submissionRef(input.submission),
      root: there.root,
      facts: { version: there.seq },
      rows: end.rows,
    })
    await end.follow()
    return { id: input.submission }
  },
})
