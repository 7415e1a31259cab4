/** Batches, the newest first. */
import { query } from '#platform/define.ts'
import { BatchList, FindBatches } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { batchLine } from '../seen-batches.ts'
import { listBatches } from '../store/batches.ts'

export const findBatches = query({
  name: 'archive.find-batches',
  summary: 'Lists batches with what was counted, scanned and set aside in each.',
  who: keepers,
  input: FindBatches,
  output: BatchList,
  async run(cx, input) {
    cx.allow(null)
    const rows = await listBatches(cx, input, input)
    const shown = rows.slice(0, input.limit)
    return {
      items: shown.map(batchLine),
      nextCursor: rows.length > input.limit ? (shown.at(-1)?.number ?? null) : null,
    }
  },
})
