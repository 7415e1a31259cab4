/** Somebody looked at a case of an older register: what was found, and when it is looked at again, or that nobody needs to. */
import { ref } from '#kernel/shapes.ts'
import { refuseUnless } from '#kernel/verdict.ts'
import { seeCase } from '#modules/cases/public.ts'
import { command } from '#platform/define.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { Done } from '../contract/partners.ts'
import { ReviewCase } from '../contract/reviews.ts'
import { importers } from '../roles.ts'
import { mayMoveOn, mayReview } from '../rules/reviews.ts'
import { reviewOf } from '../store/reviews.ts'

export const reviewCase = command({
  name: 'exchange.review-case',
  summary: 'Says what was found on looking at a case of an older register, and when it is looked at again.',
  who: importers,
  input: ReviewCase,
  output: Done,
  async run(cx, input) {
    const file = await seeCase(cx, input.case, { lock: true })
    cx.allow(file)
    refuseUnless(mayReview(await reviewOf(cx, file.root)))
    refuseUnless(mayMoveOn(input.next, dayOfInstant(cx.now)))
    const id = cx.newId()
    await cx.record({
      subject: ref('cases.case', file.id),
      root: file.root,
      facts: { next: input.next },
      rows: {
        'exchange.review': [
          {
            id,
            root: file.root,
            kind: input.next === null ? 'done' : 'kept',
            due_on: input.next,
            rule: null,
            words: input.words,
          },
        ],
      },
    })
    return { id }
  },
})
