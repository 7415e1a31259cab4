/** Who holds what, and what waits for a second look: new grants soon, all others twice a year. */
import { z } from 'zod'
import { Id, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { AccessDue } from '../contract/duties.ts'
import { FIRST_REVIEW_MS, NEXT_REVIEW_MS, mayReviewAccess } from '../rules.ts'
import { grantsToReview } from '../store/duties.ts'

export const accessDue = query({
  name: 'identity.access-due',
  summary: 'Lists who holds what, and what waits for a second look.',
  who: ['director', 'quality-manager', 'section-head'],
  input: z.strictObject({
    ...listInput,
    ...listWords,
    role: z.string().max(60).optional(),
    unit: Id.optional(),
    which: z.enum(['due', 'all']).default('due'),
  }),
  output: listOf(AccessDue),
  async run(cx, input) {
    cx.allow(null)
    const rows = await grantsToReview(cx, {
      ...input,
      dueOnly: input.which === 'due',
      firstMs: FIRST_REVIEW_MS,
      nextMs: NEXT_REVIEW_MS,
    })
    const last = rows.at(-1)
    return {
      items: rows.map((r) => ({
        grant: r.id,
        person: { id: r.person, name: r.personName, unitName: r.personUnitName },
        role: r.role,
        unitName: r.unitName,
        since: r.from,
        until: r.until,
        grantedBy: r.owner?.name ?? r.grantedByName,
        lastSeenAt: r.lastSeenAt,
        lastReview: r.reviewedAt === null ? null : { by: r.reviewedBy, at: r.reviewedAt },
        dueAt: r.dueAt,
        state:
          r.reviewedAt === null ? ('new' as const) : r.dueAt <= cx.now ? ('due' as const) : ('held' as const),
        actions: actionsOf(
          cx,
          { may_see: true },
          {
            'identity.review-access': mayReviewAccess(cx.actor, {
              person: r.person,
              grantedBy: r.grantedBy,
              unit: r.unit,
            }),
          },
        ),
      })),
      nextCursor: rows.length === input.limit && last ? `${last.dueAt}|${last.id}` : null,
    }
  },
})
