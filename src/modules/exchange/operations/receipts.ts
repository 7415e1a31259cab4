/** The imports of this installation with their receipts, newest first; a running one with its progress. */
import { z } from 'zod'
import { query } from '#platform/define.ts'
import { Id } from '#kernel/shapes.ts'
import { Receipts } from '../contract.ts'
import { importers } from '../roles.ts'
import { listImports } from '../store.ts'

export const receipts = query({
  name: 'exchange.receipts',
  summary: 'Imports with their receipts, newest first; a running one with its progress.',
  who: importers,
  input: z.strictObject({
    import: Id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: Receipts,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listImports(cx, input.import ?? null, input.limit)
    return {
      items: rows.map(({ rejectsFile, byId: _byId, ...r }) => ({ ...r, hasRejects: rejectsFile !== null })),
    }
  },
})
