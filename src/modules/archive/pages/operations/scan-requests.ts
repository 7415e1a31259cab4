/** Requests for scans, the one due first at the top. */
import { query } from '#platform/define.ts'
import { RequestList, ScanRequests } from '../contract.ts'
import { readers } from '../../roles.ts'
import { requestLines } from '../seen-requests.ts'
import { listRequests } from '../store/requests.ts'

export const scanRequests = query({
  name: 'archive.scan-requests',
  summary: 'Lists requests for scans with their clock and how far each has come.',
  who: readers,
  input: ScanRequests,
  output: RequestList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listRequests(cx, input, input)
    const shown = rows.slice(0, input.limit)
    const last = shown.at(-1)
    return {
      items: await requestLines(cx, shown),
      nextCursor: rows.length > input.limit && last ? `${last.due_at}|${last.id}` : null,
    }
  },
})
