/** A second pathologist reads an examination: agrees, or gives it back with what is wanting. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { Done } from '../../call/contract.ts'
import { ReviewExamination } from '../contract.ts'
import { takeStep } from '../examination-steps.ts'
import { pathologists } from '../../roles.ts'
import { mayReviewExamination } from '../rules.ts'
import { seeExamination, writersOf } from '../store/examinations.ts'

export const reviewExamination = command({
  name: 'death.review-examination',
  summary: 'A second pathologist reads an examination: agrees, or gives it back with what is wanting.',
  who: pathologists,
  stepUp: true,
  input: ReviewExamination,
  output: Done,
  async run(cx, input) {
    const e = await seeExamination(cx, input.examination, { lock: true })
    cx.allow(e)
    refuseUnless(mayReviewExamination(e, cx.actor.id, await writersOf(cx, e.id)))
    const agreed = input.outcome === 'agreed'
    refuseUnless(unless(agreed || Boolean(input.words), no('death.return-needs-words')))
    return {
      id: await takeStep(cx, e, {
        kind: agreed ? 'reviewed' : 'returned',
        state: agreed ? 'reviewed' : 'started',
        words: input.words,
      }),
    }
  },
})
