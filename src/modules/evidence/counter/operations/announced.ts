/** What was announced to a counter and has not come yet, longest first. */
import { query } from '#platform/define.ts'
import { FindAnnounced, PrelogList } from '../contract.ts'
import { prelogLine } from '../announcement-seen.ts'
import { counter } from '../../roles.ts'
import { listWaiting } from '../store/announced.ts'

export const announced = query({
  name: 'evidence.announced',
  summary: 'Lists what was announced to a counter and has not come yet, longest first.',
  who: counter,
  input: FindAnnounced,
  output: PrelogList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listWaiting(cx, input)
    return { items: rows.map(prelogLine), nextCursor }
  },
})
