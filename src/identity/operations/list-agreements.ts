/** What the service and agencies have signed with each other, and whether it is in force. */
import { listOf } from '#kernel/shapes.ts'
import { unless, no } from '#kernel/verdict.ts'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { Agreement, ListAgreements } from '../contract/duties.ts'
import { staff } from '../roles.ts'
import { listAgreements as list } from '../store/agreements.ts'

export const listAgreements = query({
  name: 'identity.list-agreements',
  summary: 'Lists what the service and agencies have signed with each other.',
  who: [...staff, 'administrator'],
  input: ListAgreements,
  output: listOf(Agreement),
  async run(cx, input) {
    cx.allow(null)
    const rows = await list(cx, input)
    const last = rows.at(-1)
    return {
      items: rows.map((r) => ({
        ...r,
        actions: actionsOf(
          cx,
          { may_see: true },
          {
            'identity.end-agreement': unless(
              r.state !== 'over' && r.endedOn === null,
              no('identity.already-so'),
            ),
          },
        ),
      })),
      nextCursor: rows.length === input.limit && last ? `${last.validFrom}|${last.id}` : null,
    }
  },
})
