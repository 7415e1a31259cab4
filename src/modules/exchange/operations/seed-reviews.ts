/** Gives the cases of an earlier import, five hundred in one act, the day on which each is looked at again. */
import { command } from '#platform/define.ts'
import { ReviewsSeeded, SeedReviews } from '../contract/reviews.ts'
import { reviewRules, seedRow } from '../reviewing.ts'
import { importers } from '../roles.ts'
import { importRef } from '../steps.ts'
import { getImport } from '../store.ts'
import { unseeded } from '../store/reviews.ts'

const AT_ONCE = 500
export const seedReviews = command({
  name: 'exchange.seed-reviews',
  summary:
    'Gives cases of an earlier import the day on which each is looked at again, by the rules of retention.',
  who: importers,
  input: SeedReviews,
  output: ReviewsSeeded,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock([importRef(input.import)])
    await getImport(cx, input.import)
    const rules = await reviewRules(cx)
    const waiting = await unseeded(cx, input.import, 20_000)
    const rows = waiting.flatMap((one) => seedRow(cx, rules, one) ?? []).slice(0, AT_ONCE)
    await cx.record({
      subject: importRef(input.import),
      facts: { seeded: rows.length },
      rows: rows.length > 0 ? { 'exchange.review': rows } : {},
    })
    return { seeded: rows.length, left: waiting.length - rows.length }
  },
})
