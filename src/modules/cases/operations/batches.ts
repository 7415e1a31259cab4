/** Lists what was changed on many cases at once, and what put it back. */
import { query } from '#platform/define.ts'
import { BatchList, Batches } from '../contract/batches.ts'
import { keepers } from '../roles.ts'
import { batchLine } from '../store/batch-step.ts'
import { listBatches } from '../store/batches.ts'

export const batches = query({
  name: 'cases.batches',
  summary: 'Lists what was changed on many cases at once, and what put it back.',
  who: keepers,
  input: Batches,
  output: BatchList,
  async run(cx) {
    cx.allow(null)
    return { items: (await listBatches(cx)).map((b) => batchLine(cx, b)) }
  },
})
