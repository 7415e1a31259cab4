/** Organisations whose people use or receive the service. */
import { z } from 'zod'
import { listInput, listWords, listOf } from '#kernel/shapes.ts'
import { query } from '#platform/define.ts'
import { rulesOfAgencies } from '../store/customers.ts'
import { listAgencies as list } from '../store/people.ts'

export const listAgencies = query({
  name: 'identity.list-agencies',
  summary: 'Lists organisations whose people use or receive the service.',
  who: 'signed-in',
  input: z.strictObject({ ...listInput, ...listWords }),
  output: listOf(
    z.object({
      id: z.string(),
      name: z.string(),
      shortName: z.string(),
      kind: z.string(),
      code: z.string().nullable(),
      /** What its people are held to. */
      rules: z.array(z.string()),
    }),
  ),
  async run(cx, input) {
    cx.allow(null)
    const rows = await list(cx, input)
    const rules = await rulesOfAgencies(cx)
    return {
      items: rows.map((row) => ({ ...row, rules: [...(rules.get(row.id) ?? [])] })),
      nextCursor: rows.length === input.limit ? (rows.at(-1)?.name ?? null) : null,
    }
  },
})
