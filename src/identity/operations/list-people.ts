/** People by name, unit or role: to hand over to, to assign, to name. */
import { z } from 'zod'
import { Id, listInput, listWords, listOf } from '#kernel/shapes.ts'
import { query } from '#platform/define.ts'
import { listPeople as list } from '../store/people.ts'
import { staff } from '../roles.ts'

export const listPeople = query({
  name: 'identity.list-people',
  summary: 'Lists people by name, unit or role.',
  who: [...staff, 'officer', 'prosecutor', 'registrar', 'administrator'],
  input: z.strictObject({
    ...listInput,
    ...listWords,
    unit: Id.optional(),
    agency: Id.optional(),
    role: z.string().max(60).optional(),
    id: Id.optional(),
  }),
  output: listOf(
    z.object({
      id: z.string(),
      name: z.string(),
      rank: z.string().nullable(),
      title: z.string().nullable(),
      unit: z.string().nullable(),
      unitName: z.string().nullable(),
      agencyName: z.string().nullable(),
      roles: z.array(z.string()),
      username: z.string().nullable(),
      suspended: z.boolean(),
      away: z
        .object({ kind: z.string(), until: z.string().nullable(), standIn: z.string().nullable() })
        .nullable(),
    }),
  ),
  async run(cx, input) {
    cx.allow(null)
    const rows = await list(cx, input)
    const administers = cx.may('identity.suspend-person')
    return {
      items: rows.map((r) => ({ ...r, username: administers ? r.username : null })),
      nextCursor: rows.length === input.limit ? `${rows.at(-1)?.name}|${rows.at(-1)?.id}` : null,
    }
  },
})
