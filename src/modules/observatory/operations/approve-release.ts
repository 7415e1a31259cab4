/** Lets a prepared table leave: another person than who prepared it, with the legal basis. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done, ApproveRelease } from '../contract.ts'
import { onlyAgency } from '../feed-seen.ts'
import { stepOf } from '../release-steps.ts'
import { releasers } from '../roles.ts'
import { mayApprove } from '../rules.ts'

export const approveRelease = command({
  name: 'observatory.approve-release',
  summary: 'Lets a prepared table leave: another person than who prepared it, with the legal basis.',
  who: releasers,
  input: ApproveRelease,
  output: Done,
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    const outside = (await onlyAgency(cx)) !== null
    return stepOf(
      cx,
      input.release,
      'approved',
      (row) => refuseUnless(mayApprove(row, cx.actor.id, outside)),
      {
        legal_basis: input.legalBasis,
      },
    )
  },
})
