/** Offices, sections and formations. */
import { z } from 'zod'
import { Id, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { query } from '#platform/define.ts'
import { listUnits as list } from '../store/people.ts'

export const listUnits = query({
  name: 'identity.list-units',
  summary: 'Lists offices, sections and formations.',
  who: 'signed-in',
  input: z.strictObject({
    ...listInput,
    ...listWords,
    agency: Id.optional(),
    kind: z.string().max(30).optional(),
  }),
  output: listOf(
    z.object({
      id: z.string(),
      name: z.string(),
      code: z.string(),
      kind: z.string(),
      agency: z.string(),
      agencyName: z.string(),
      parent: z.string().nullable(),
    }),
  ),
  async run(cx, input) {
    cx.allow(null)
    const rows = await list(cx, input)
    return { items: rows, nextCursor: rows.length === input.limit ? (rows.at(-1)?.code ?? null) : null }
  },
})
