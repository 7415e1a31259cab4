/** Looks again at what people hold: each grant is kept, or withdrawn in the same act; neither by its holder nor by its giver. */
import { z } from 'zod'
import { ref } from '#kernel/shapes.ts'
import { notFound, refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ReviewAccess } from '../contract/duties.ts'
import { mayReviewAccess } from '../rules.ts'
import { findGrant, holdersOf } from '../store/duties.ts'

export const reviewAccess = command({
  name: 'identity.review-access',
  summary: 'Looks again at what people hold: each grant is kept or withdrawn.',
  who: ['director', 'quality-manager', 'section-head'],
  input: ReviewAccess,
  output: z.object({ kept: z.number(), withdrawn: z.number() }),
  stepUp: true,
  async run(cx, input) {
    cx.allow(null)
    await cx.lock(
      (
        await holdersOf(
          cx,
          input.decisions.map((d) => d.grant),
        )
      ).map((id) => ref('identity.person', id)),
    )
    for (const decision of input.decisions) {
      const grant = await findGrant(cx, decision.grant)
      if (!grant) throw notFound()
      refuseUnless(mayReviewAccess(cx.actor, grant))

      await cx.record({
        subject: ref('identity.person', grant.person),
        facts: { role: grant.role, unit: grant.unit, kept: decision.keep },
        rows: {
          'identity.access_review': [
            { id: cx.newId(), role_grant: grant.id, kept: decision.keep, words: decision.words ?? null },
          ],
          ...(decision.keep
            ? {}
            : { 'identity.role_withdrawal': [{ id: cx.newId(), role_grant: grant.id }] }),
        },
      })
    }
    const kept = input.decisions.filter((d) => d.keep).length
    return { kept, withdrawn: input.decisions.length - kept }
  },
})
