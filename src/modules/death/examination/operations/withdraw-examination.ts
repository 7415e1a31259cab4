/** Takes back an examination that is not wanted any more, or that nobody is there to end; what was written stays, and the body is not kept by it. */
import { withdrawRequestStep } from '#modules/work/public.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { OfExamination } from '../contract.ts'
import { takeStep } from '../examination-steps.ts'
import { deciders } from '../../roles.ts'
import { mayWithdrawExamination } from '../rules.ts'
import { seeExamination } from '../store/examinations.ts'

export const withdrawExamination = command({
  name: 'death.withdraw-examination',
  summary: 'Takes back an examination that is not wanted any more, or that nobody is there to end.',
  who: deciders,
  reason: 'required',
  input: OfExamination,
  output: Done,
  async run(cx, input) {
    const e = await seeExamination(cx, input.examination, { lock: true })
    cx.allow(e)
    refuseUnless(mayWithdrawExamination(e))
    const id = await takeStep(cx, e, { kind: 'withdrawn', state: 'withdrawn', words: cx.reason })
    if (e.request) await withdrawRequestStep(cx, e.request, cx.reason)
    return { id }
  },
})
