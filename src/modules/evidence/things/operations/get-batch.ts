/** One change of many exhibits: which, what stood there before, why, and whether it can be put back. */
import { actionsOf } from '#platform/actions.ts'
import { nameOfCode } from '#modules/catalogue/public.ts'
import { no, unless } from '#kernel/verdict.ts'
import { query } from '#platform/define.ts'
import { counter } from '../../roles.ts'
import { batchLine, listOf } from '../batches.ts'
import { BatchSeen, OfBatch } from '../contract.ts'
import { batchById, thingsOfBatch } from '../store/batches.ts'

export const getBatch = query({
  name: 'evidence.get-batch',
  summary:
    'Shows one change of many exhibits: which, what stood there before, why, and whether it can be put back.',
  who: counter,
  input: OfBatch,
  output: BatchSeen,
  async run(cx, input) {
    const batch = await batchById(cx, input.batch)
    cx.allow({ may_see: true })
    const rows = await thingsOfBatch(cx, batch.id)
    const named = (code: string | null) =>
      code === null ? null : nameOfCode(cx, listOf[batch.what], code, cx.language)
    return {
      ...(await batchLine(cx, batch)),
      rows: await Promise.all(rows.map(async (r) => ({ ...r, before: await named(r.before) }))),
      actions: actionsOf(
        cx,
        { may_see: true },
        {
          'evidence.put-back': unless(
            batch.undone_by === null && batch.undoes === null,
            no('evidence.batch-over', {}, 'evidence.next-other-batch'),
          ),
        },
      ),
    }
  },
})
