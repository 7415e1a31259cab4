/** Judges, as somebody else, whether the glass had to be broken; where it had not, the sight ends at once. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ReviewGlass } from '../contract/duties.ts'
import { mayReviewGlass } from '../rules.ts'
import { endSight } from '../sight.ts'
import { findGlass } from '../store/glass.ts'

export const reviewGlass = command({
  name: 'identity.review-glass',
  summary: 'Judges whether sight had to be taken against the rule.',
  who: ['director', 'quality-manager'],
  input: ReviewGlass,
  output: z.object({}),
  async run(cx, input) {
    cx.allow(null)
    const known = await findGlass(cx, input.glass)
    if (!known) throw notFound()
    const subject = ref('identity.person', known.person)
    await cx.lock([subject])
    const glass = (await findGlass(cx, input.glass)) ?? known
    refuseUnless(mayReviewGlass(cx.actor, { person: glass.person, reviewed: glass.finding !== null }))

    await cx.record({
      subject,
      root: glass.root,
      facts: { glass: glass.id, finding: input.finding },
      rows: {
        'identity.glass_review': [
          { id: cx.newId(), glass: glass.id, finding: input.finding, words: input.words },
        ],
      },
    })
    if (input.finding === 'not-justified' && glass.until > cx.now)
      await endSight(cx, glass.root, { principal: glass.person, why: 'identity.break-glass' })
    return {}
  },
})
