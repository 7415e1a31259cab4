/** Tells the keepers of a case that somebody asks to see it: afterwards, so that the asking takes as long where there is no case. */
import { notifyRoles } from '#identity/notices.ts'
import type { Reaction } from '#platform/cx.ts'
import { keepers } from '../roles.ts'

export const onAccessAsked: Reaction = {
  name: 'cases.on-access-asked',
  on: ['cases.request-access'],
  async run(cx, entry) {
    if (entry.root === null) return
    await notifyRoles(cx, keepers, 'cases.notice-access-asked', {
      subject: entry.subject,
      root: entry.root,
      path: '/cases/asked',
    })
  },
}
