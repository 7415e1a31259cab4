/** Puts back what a batch changed, by another act that names it; what somebody has changed since stays as it is. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { decideRows } from '#platform/rows.ts'
import { BatchDone, PutBack } from '../contract/batches.ts'
import { keepers } from '../roles.ts'
import { mayPutBack, mayStillPutBack } from '../rules/batches.ts'
import { batchRef, writeBatch } from '../store/batch-step.ts'
import { batchById, casesOfBatch, wordsNow } from '../store/batches.ts'
import { seeCases } from '../store/case-file.ts'

export const putBack = command({
  name: 'cases.put-back',
  summary:
    'Puts back what a batch changed, by another act that names it; what somebody has changed since stays as it is.',
  who: keepers,
  stepUp: true,
  reason: 'required',
  input: PutBack,
  output: BatchDone,
  async run(cx, input) {
    await cx.lock([batchRef(input.batch)])
    const batch = await batchById(cx, input.batch)
    const rows = await casesOfBatch(cx, batch)
    const files = await seeCases(
      cx,
      rows.map((r) => r.case),
    )
    for (const file of files) cx.allow(file)
    refuseUnless(mayStillPutBack(batch))
    const { what, word } = batch
    const now = await wordsNow(
      cx,
      files.map((f) => f.root),
      what,
    )
    const was = new Map(rows.map((r) => [r.case, r]))
    const { good, aside } = decideRows(cx, files, { partly: input.partly, path: 'cases' }, (file) => {
      const of = was.get(file.id)
      return mayPutBack(what, file, {
        stands: of !== undefined && now.get(file.root)?.row === of.wrote,
        before: of?.before ?? null,
      })
    })
    const id = input.id ?? cx.newId()
    const before = (file: { id: string }) => {
      const of = was.get(file.id)
      return what === 'priority' ? { priority: Number(of?.word ?? 3) } : { ...of }
    }
    await writeBatch(cx, good, { id, what, word, undoes: batch.id, to: before }, now)
    return {
      id,
      cases: good.length,
      refused: aside.map(({ item, why }) => ({ case: item.id, number: item.number, why })),
    }
  },
})
