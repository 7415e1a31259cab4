/** The imports of this installation with their receipts, newest first; a running one with its progress. */
import { z } from 'zod'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { Id } from '#kernel/shapes.ts'
import { Receipts } from '../contract.ts'
import { importers } from '../roles.ts'
import { mayUndo } from '../rules/undoing.ts'
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
      items: rows.map(({ rejectsFile, byId, lastAt, ...r }) => ({
        ...r,
        hasRejects: rejectsFile !== null,
        mine: byId === cx.actor.id,
        actions: actionsOf(
          cx,
          { may_see: true },
          {
            'exchange.undo-import': mayUndo(
              {
                kind: r.kind,
                dry_run: r.dryRun,
                done: r.state === 'done',
                undone: r.state === 'undone',
                last_at: lastAt,
                recorded_by: byId,
              },
              cx.now,
            ),
          },
        ),
      })),
    }
  },
})
