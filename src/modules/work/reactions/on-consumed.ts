/** Whoever asked for an examination is told that it used a thing up, in part or whole (ISO/IEC 17025:2017, 7.1.5): afterwards, the bench does not wait. */
import { notify } from '#identity/notices.ts'
import type { Reaction } from '#platform/cx.ts'
import { askersOfItem } from '../store/asked.ts'

export const onConsumed: Reaction = {
  name: 'work.on-consumed',
  on: ['evidence.consume-item'],
  async run(cx, entry) {
    const item = entry.subject.split('/')[1] ?? ''
    for (const r of await askersOfItem(cx.tx, item))
      await notify(cx, [r.asked_by], 'work.notice-consumed', {
        subject: `work.request/${r.request}`,
        number: r.number,
        root: r.root,
        path: `/portal/cases/${r.root}`,
      })
  },
}
