/** What I and my formation announced, newest first, and what became of it. */
import { query } from '#platform/define.ts'
import { MyPrelogs, PrelogList } from '../contract.ts'
import { prelogLine } from '../announcement-seen.ts'
import { announcers } from '../../roles.ts'
import { listMine } from '../store/announced.ts'

export const myPrelogs = query({
  name: 'evidence.my-prelogs',
  summary: 'Lists what I and my formation announced, newest first, and what became of it.',
  who: announcers,
  input: MyPrelogs,
  output: PrelogList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listMine(cx, input)
    return { items: rows.map(prelogLine), nextCursor }
  },
})
