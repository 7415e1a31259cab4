/** Says yes or no in the name of the service; two different people say yes, and what stands in the way is asked again each time. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ApproveDisposal, DisposalDone } from '../contract.ts'
import { liftBorn, takeStep } from '../steps.ts'
import { stillBlocked, ruleOf } from '../blocks.ts'
import { approvers } from '../../roles.ts'
import { mayApprove, mayEnd } from '../rules.ts'
import { seeDisposal } from '../store/disposals.ts'

export const approveDisposal = command({
  name: 'evidence.approve-disposal',
  summary: 'Says yes or no in the name of the service; two different people say yes.',
  who: approvers,
  stepUp: true,
  input: ApproveDisposal,
  output: DisposalDone,
  async run(cx, input) {
    const d = await seeDisposal(cx, input.disposal, { lock: true })
    cx.allow(d)
    if (input.verdict === 'refuse') {
      refuseUnless(mayEnd(d))
      refuseUnless(unless(d.state !== 'approved', no('evidence.disposal-not-open', { number: d.number })))
      await takeStep(cx, d, { kind: 'refused', words: input.words })
      return { id: d.id, number: d.number, state: 'refused' as const }
    }
    const rule = await ruleOf(cx, d)
    refuseUnless(mayApprove(d, cx.actor.id, rule))
    refuseUnless(await stillBlocked(cx, d))
    const second = d.approvers.length === 1
    await takeStep(cx, d, { kind: 'approved', words: input.words })
    if (second) await liftBorn(cx, d)
    return { id: d.id, number: d.number, state: second ? ('approved' as const) : ('agreed' as const) }
  },
})
