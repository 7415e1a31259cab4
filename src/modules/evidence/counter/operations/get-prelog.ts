/** One announcement whole: what was said, what became of it, and what did not agree when it came. */
import { query } from '#platform/define.ts'
import { OfPrelog, PrelogSeen } from '../contract.ts'
import { prelogSeen } from '../announcement-seen.ts'
import { readers } from '../../roles.ts'
import { announcementBy } from '../store/announced.ts'

export const getPrelog = query({
  name: 'evidence.get-prelog',
  summary: 'Shows one announcement whole: what was said, what became of it, what did not agree.',
  who: readers,
  input: OfPrelog,
  output: PrelogSeen,
  async run(cx, input) {
    const row = await announcementBy(cx, input.submission)
    cx.allow(row)
    return prelogSeen(cx, row)
  },
})
