/** The officer of the case, or the prosecution, answers whether the things are still needed; a no keeps them until a day. */
import { dayOfInstant } from '#kernel/calendar.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { isAsked } from '../asked.ts'
import { AnswerDisposalQuery, DisposalDone } from '../contract.ts'
import { takeStep } from '../steps.ts'
import { asked } from '../../roles.ts'
import { mayAnswerQuery } from '../rules.ts'
import { seeDisposal } from '../store/disposals.ts'

export const answerDisposalQuery = command({
  name: 'evidence.answer-disposal-query',
  summary: 'Answers for the case whether the things are still needed; a no keeps them until a day.',
  who: asked,
  stepUp: true,
  input: AnswerDisposalQuery,
  output: DisposalDone,
  async run(cx, input) {
    const d = await seeDisposal(cx, input.disposal, { lock: true })
    cx.allow(d)
    refuseUnless(mayAnswerQuery(d, cx.actor.id, isAsked(cx, d)))
    const keeps = input.answer === 'keep'
    refuseUnless(unless(!keeps || (input.keepUntil ?? '') > dayOfInstant(cx.now), no('evidence.due-in-past')))
    await takeStep(cx, d, {
      kind: keeps ? 'kept' : 'agreed',
      words: input.words,
      keepUntil: keeps ? input.keepUntil : null,
    })
    return { id: d.id, number: d.number, state: keeps ? ('kept' as const) : ('agreed' as const) }
  },
})
