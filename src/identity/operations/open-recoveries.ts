/** Ways back that stand open: for the one who started them, and for the second person whom they wait for. */
import { z } from 'zod'
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { yes } from '#kernel/verdict.ts'
import { OpenRecovery } from '../contract/duties.ts'
import { mayConfirmRecovery, mayKnowRecovery } from '../rules.ts'
import { openRecoveries as list } from '../store/recovery.ts'

export const openRecoveries = query({
  name: 'identity.open-recoveries',
  summary: 'Lists ways back into accounts that stand open.',
  who: ['administrator', 'director', 'quality-manager', 'section-head'],
  input: z.strictObject({}),
  output: z.object({ items: z.array(OpenRecovery) }),
  async run(cx) {
    cx.allow(null)
    // Who administers the people of one formation is told of those alone.
    const rows = (await list(cx)).filter((r) => mayKnowRecovery(cx.actor, r.personUnit))
    return {
      items: rows.map((r) => ({
        ...r,
        person: { id: r.person, name: r.name, unitName: r.unitName },
        startedBy: r.startedByName,
        actions: actionsOf(
          cx,
          { may_see: true },
          {
            'identity.confirm-recovery': mayConfirmRecovery(cx.actor, {
              ...r,
              confirmed: r.confirmedBy !== null,
            }),
            'identity.withdraw-recovery': yes,
          },
        ),
      })),
    }
  },
})
