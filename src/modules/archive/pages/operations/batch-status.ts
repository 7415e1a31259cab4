/** One batch: counted against scanned, file by file, every scan with what became of it. */
import { query } from '#platform/define.ts'
import { BatchQuery, BatchStatus } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { batchSeen } from '../seen-batches.ts'
import { seeBatch } from '../store/batches.ts'

export const batchStatus = query({
  name: 'archive.batch-status',
  summary: 'Shows a batch: counted against scanned, file by file, and what became of each scan.',
  who: keepers,
  input: BatchQuery,
  output: BatchStatus,
  async run(cx, input) {
    const b = await seeBatch(cx, input.batch)
    cx.allow(b)
    return batchSeen(cx, b)
  },
})
