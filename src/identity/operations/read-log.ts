/** Who saw what: by root or by person, newest first. */
import { z } from 'zod'
import { Id, listInput, listOf } from '#kernel/shapes.ts'
import { query } from '#platform/define.ts'
import { seenOf } from '../store/glass.ts'
import { readsOf } from '../store/people.ts'

export const readLog = query({
  name: 'identity.read-log',
  summary: 'Lists who saw what that is sensitive, newest first.',
  who: ['director', 'quality-manager'],
  input: z.strictObject({ ...listInput, root: Id.optional(), person: Id.optional() }),
  output: listOf(
    z.object({
      id: z.number(),
      at: z.string(),
      person: z.string(),
      name: z.string(),
      operation: z.string(),
      root: z.string().nullable(),
      /** What it is called, where the one who asks may see it too. */
      matter: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  async run(cx, input) {
    cx.allow(null)
    const rows = await readsOf(cx, input)
    const seen = await seenOf(
      cx,
      rows.flatMap((r) => r.root ?? []),
    )
    const names = await cx.ground.roots.names(cx.tx, seen)
    return {
      items: rows.map((r) => ({ ...r, matter: r.root === null ? null : (names.get(r.root) ?? null) })),
      nextCursor: rows.length === input.limit ? String(rows.at(-1)?.id ?? '') : null,
    }
  },
})
