/** A candidate of a search in the DNA indexes was confirmed: the investigators of both cases are told that there is a lead, and never what was compared. */
import { notify } from '#identity/notices.ts'
import type { Reaction } from '#platform/cx.ts'
import { toldOfCase } from '../store/followers.ts'

export const onLead: Reaction = {
  name: 'portal.on-lead',
  on: ['results.confirm-candidate'],
  async run(cx, entry) {
    if (entry.root === null || entry.facts['outcome'] !== 'confirmed') return
    for (const root of new Set([entry.root, String(entry.facts['found'])])) {
      const { investigator, number } = await toldOfCase(cx, root)
      await notify(cx, [investigator], 'portal.notice-lead', {
        subject: `cases.case/${root}`,
        root,
        number,
        path: `/portal/cases/${root}`,
      })
    }
  },
}
