/** Lists what was changed on many exhibits at once, and what put it back. */
import { query } from '#platform/define.ts'
import { counter } from '../../roles.ts'
import { batchLine } from '../batches.ts'
import { BatchList, Batches } from '../contract.ts'
import { listBatches } from '../store/batches.ts'

export const batches = query({
  name: 'evidence.batches',
  summary: 'Lists what was changed on many exhibits at once, and what put it back.',
  who: counter,
  input: Batches,
  output: BatchList,
  async run(cx) {
    cx.allow(null)
    return { items: await Promise.all((await listBatches(cx)).map((b) => batchLine(cx, b))) }
  },
})
