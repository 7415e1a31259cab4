/** Where the glass was broken: what waits for review, or what was found of it. */
import { z } from 'zod'
import { instantOf, listInput } from '#kernel/shapes.ts'
import { actionsOf } from '#platform/actions.ts'
import type { Cx } from '#platform/cx.ts'
import { query } from '#platform/define.ts'
import { GlassList } from '../contract/duties.ts'
import { GLASS_REVIEW_MS, mayReviewGlass } from '../rules.ts'
import { type GlassRow, listGlass } from '../store/glass.ts'

export const brokenGlass = query({
  name: 'identity.broken-glass',
  summary: 'Lists where sight was taken against the rule, and what was found of it.',
  who: ['director', 'quality-manager'],
  input: z.strictObject({ ...listInput, state: z.enum(['waiting', 'reviewed']).default('waiting') }),
  output: GlassList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listGlass(cx, { ...input, waiting: input.state === 'waiting' })
    const names = await cx.ground.roots.names(
      cx.tx,
      rows.filter((r) => r.may_see).map((r) => r.root),
    )
    const last = rows.at(-1)
    return {
      items: rows.map((r) => viewOf(cx, r, names.get(r.root) ?? null)),
      nextCursor: rows.length === input.limit && last ? `${last.at}|${last.id}` : null,
    }
  },
})

function viewOf(cx: Cx, r: GlassRow, name: string | null) {
  const dueAt = instantOf(Date.parse(r.at) + GLASS_REVIEW_MS)
  return {
    id: r.id,
    person: { id: r.person, name: r.personName, unitName: r.unitName },
    root: r.root,
    name,
    at: r.at,
    until: r.until,
    reason: r.reason,
    looks: r.looks,
    dueAt,
    state: r.finding ?? (dueAt <= cx.now ? ('late' as const) : ('waits' as const)),
    review: r.reviewedAt === null ? null : { by: r.reviewedBy, at: r.reviewedAt, words: r.words ?? '' },
    actions: actionsOf(
      cx,
      { may_see: true },
      {
        'identity.review-glass': mayReviewGlass(cx.actor, { person: r.person, reviewed: r.finding !== null }),
      },
    ),
  }
}
