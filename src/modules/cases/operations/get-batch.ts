/** One change of many cases: which, what held before, whether it still holds, and whether it can be put back. */
import { actionsOf } from '#platform/actions.ts'
import { query } from '#platform/define.ts'
import { BatchSeen, OfBatch } from '../contract/batches.ts'
import { keepers } from '../roles.ts'
import { mayStillPutBack } from '../rules/batches.ts'
import { batchLine, nameOfWord } from '../store/batch-step.ts'
import { batchById, casesOfBatch, wordsNow } from '../store/batches.ts'

export const getBatch = query({
  name: 'cases.get-batch',
  summary: 'Shows one change of many cases: which, what held before, and whether it can be put back.',
  who: keepers,
  input: OfBatch,
  output: BatchSeen,
  async run(cx, input) {
    const batch = await batchById(cx, input.batch)
    cx.allow({ may_see: true })
    const rows = await casesOfBatch(cx, batch)
    const now = await wordsNow(
      cx,
      rows.map((r) => r.case),
      batch.what,
    )
    return {
      ...batchLine(cx, batch),
      rows: rows.map((r) => ({
        case: r.case,
        number: r.number,
        title: r.title,
        before: r.word === null ? null : nameOfWord(cx, batch.what, r.word, r.named),
        stands: now.get(r.case)?.row === r.wrote,
      })),
      actions: actionsOf(cx, { may_see: true }, { 'cases.put-back': mayStillPutBack(batch) }),
    }
  },
})
