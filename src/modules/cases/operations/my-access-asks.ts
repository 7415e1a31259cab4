/** What one asked to see, and what of it is shown by now. */
import { query } from '#platform/define.ts'
import { MyAccessAsks, MyAskList } from '../contract/asking.ts'
import { writers } from '../roles.ts'
import { asksOfActor } from '../store/asking.ts'

export const myAccessAsks = query({
  name: 'cases.my-access-asks',
  summary: 'What you asked to see, and what of it is shown to you by now.',
  who: writers,
  input: MyAccessAsks,
  output: MyAskList,
  async run(cx) {
    cx.allow(null)
    const rows = await asksOfActor(cx)
    return {
      items: rows.map((r) => ({
        id: r.id,
        number: r.number,
        at: r.recorded_at,
        case: r.root ? { id: r.root, number: r.case_number ?? '', title: r.case_title ?? '' } : null,
      })),
    }
  },
})
