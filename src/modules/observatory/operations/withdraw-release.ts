/** Withdraws a published table, with the reason; that it was public stays on the record. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, WithdrawRelease } from '../contract.ts'
import { onlyAgency } from '../feed-seen.ts'
import { stepOf } from '../release-steps.ts'
import { releasers } from '../roles.ts'
import { mayWithdraw } from '../rules.ts'

export const withdrawRelease = command({
  name: 'observatory.withdraw-release',
  summary: 'Withdraws a published table, with the reason; that it was public stays on the record.',
  who: releasers,
  input: WithdrawRelease,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const outside = (await onlyAgency(cx)) !== null
    return stepOf(cx, input.release, 'withdrawn', (row) => refuseUnless(mayWithdraw(row, outside)), {
      words: input.words,
    })
  },
})
