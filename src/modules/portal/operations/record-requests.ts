/** Requests for records: mine, or those that wait for the service. */
import { query } from '#platform/define.ts'
import { FindRecords, RecordList } from '../contract/records.ts'
import { recordAskers } from '../roles.ts'
import { recordSeen } from '../records-steps.ts'
import { listRecords } from '../store/records.ts'

export const recordRequests = query({
  name: 'portal.record-requests',
  summary: 'Lists requests for records with what was decided, what is owed and what was given, newest first.',
  who: recordAskers,
  input: FindRecords,
  output: RecordList,
  async run(cx, input) {
    cx.allow(null)
    const { rows, nextCursor } = await listRecords(cx, input)
    const items = []
    for (const row of rows) items.push(await recordSeen(cx, row))
    return { items, nextCursor }
  },
})
