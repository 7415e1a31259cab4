/** The announcement as text for a code that a scanner reads, signed by the house: it is read where there is no network. */
import { query } from '#platform/define.ts'
import { OfPrelog, PrelogCode } from '../contract.ts'
import { signedCode } from '../announcement-signature.ts'
import { readers } from '../../roles.ts'
import { announcementBy, announcedItems } from '../store/announced.ts'

export const prelogCode = query({
  name: 'evidence.prelog-code',
  summary: 'Gives the announcement as text for a code that a scanner reads, signed by the house.',
  who: readers,
  input: OfPrelog,
  output: PrelogCode,
  async run(cx, input) {
    const row = await announcementBy(cx, input.submission)
    cx.allow(row)
    return signedCode(cx, row, await announcedItems(cx, row.row))
  },
})
