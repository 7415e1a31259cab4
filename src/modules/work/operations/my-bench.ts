/** What this analyst has in hand, soonest due first. */
import { query } from '#platform/define.ts'
import { MyBench, QueueAnswer } from '../contract.ts'
import { countRequests, listRequests } from '../store.ts'
import { viewOf } from '../view.ts'

export const myBench = query({
  name: 'work.my-bench',
  summary: 'Lists what the person who asks has in hand.',
  who: ['analyst', 'section-head', 'pathologist', 'outside-reviewer'],
  input: MyBench,
  output: QueueAnswer,
  async run(cx, input) {
    cx.allow(null)
    const filter = { assignee: cx.actor.id, q: input.q, open: true }
    const rows = await listRequests(cx, filter, input)
    const last = rows.at(-1)
    return {
      items: await Promise.all(rows.map((row) => viewOf(cx, row))),
      nextCursor: rows.length === input.limit && last ? `${last.due_on ?? ''}|${last.number}` : null,
      total: await countRequests(cx, filter),
    }
  },
})
