/** Whoever follows a case is told that it moved; the investigator too, but for papers, which come to them by name. */
import { notify } from '#identity/notices.ts'
import type { Reaction } from '#platform/cx.ts'
import { toldOfCase } from '../store/followers.ts'

const papers: ReadonlySet<string> = new Set(['reports.issue-report', 'reports.withdraw-report'])

export const onMoved: Reaction = {
  name: 'portal.on-moved',
  on: [
    'work.accept-request',
    'work.decline-request',
    'reports.issue-report',
    'reports.withdraw-report',
    'cases.close-case',
    'cases.reopen-case',
  ],
  async run(cx, entry) {
    if (entry.root === null) return
    const { followers, investigator, number } = await toldOfCase(cx, entry.root)
    await notify(
      cx,
      papers.has(entry.action) ? followers : [...followers, investigator],
      'portal.notice-moved',
      { subject: `cases.case/${entry.root}`, root: entry.root, number, path: `/portal/cases/${entry.root}` },
    )
  },
}
