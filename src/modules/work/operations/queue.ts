/** What waits for a section, soonest due first. */
import { caseworkers } from '#identity/roles.ts'
import { query } from '#platform/define.ts'
import { Queue, QueueAnswer } from '../contract.ts'
import { countRequests, listRequests } from '../store.ts'
import { viewOf } from '../view.ts'

export const queue = query({
  name: 'work.queue',
  summary: 'Lists requests that wait, soonest due first.',
  who: caseworkers,
  input: Queue,
  output: QueueAnswer,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listRequests(cx, input, input)
    const total = await countRequests(cx, input)
    const last = rows.at(-1)
    return {
      items: await Promise.all(rows.map((row) => viewOf(cx, row))),
      nextCursor: rows.length === input.limit && last ? `${last.due_on ?? ''}|${last.number}` : null,
      total: Math.min(total, 1_000),
      totalIsAtLeast: total > 1_000,
    }
  },
})
