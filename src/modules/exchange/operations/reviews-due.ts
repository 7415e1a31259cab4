/** Cases of older registers that are to be looked at again; or those for which no rule says a day. */
import { actionsOf } from '#platform/actions.ts'
import { yes } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { dayOfInstant } from '#kernel/calendar.ts'
import { ReviewList, ReviewsDue } from '../contract/reviews.ts'
import { importers } from '../roles.ts'
import { listReviews } from '../store/reviews.ts'

export const reviewsDue = query({
  name: 'exchange.reviews-due',
  summary: 'Cases of older registers that are to be looked at again, the longest due first.',
  who: importers,
  input: ReviewsDue,
  output: ReviewList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listReviews(cx, input, dayOfInstant(cx.now))
    return {
      items: rows.map((r) => ({
        case: { id: r.root, number: r.number, title: r.title },
        source: r.source,
        dueOn: r.due_on,
        rule: r.rule,
        words: r.words,
        actions: actionsOf(cx, { may_see: true }, { 'exchange.review-case': yes }),
      })),
      nextCursor,
    }
  },
})
