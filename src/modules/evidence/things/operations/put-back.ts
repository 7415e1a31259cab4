/** Puts back what a batch changed, by another act that names it; what somebody has changed since stays as it is. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { ref } from '#kernel/shapes.ts'
import { command } from '#platform/define.ts'
import { counter } from '../../roles.ts'
import { decideRows } from '../batch.ts'
import { writeBatch } from '../batches.ts'
import { BatchDone, PutBack } from '../contract.ts'
import { mayPutBack } from '../rules.ts'
import { batchById, thingsOfBatch, wordsNow } from '../store/batches.ts'
import { seeItems } from '../store/items.ts'

export const putBack = command({
  name: 'evidence.put-back',
  summary:
    'Puts back what a batch changed, by another act that names it; what somebody has changed since stays as it is.',
  who: counter,
  stepUp: true,
  reason: 'required',
  input: PutBack,
  output: BatchDone,
  async run(cx, input) {
    await cx.lock([ref('evidence.batch', input.batch)])
    const batch = await batchById(cx, input.batch)
    const rows = await thingsOfBatch(cx, batch.id)
    const all = await seeItems(
      cx,
      rows.map((r) => r.thing),
      { lock: true },
    )
    for (const item of all) cx.allow(item)
    refuseUnless(
      unless(
        batch.undone_by === null && batch.undoes === null,
        no('evidence.batch-over', {}, 'evidence.next-other-batch'),
      ),
    )
    const before = new Map(rows.map((r) => [r.thing, r.before]))
    const now = await wordsNow(cx, [...before.keys()], batch.what, batch.code)
    const { good, refused } = decideRows(cx, all, input.partly, (item) =>
      mayPutBack(item, now.get(item.id)?.now ?? null, {
        what: batch.what,
        set: batch.code,
        before: before.get(item.id) ?? null,
      }),
    )
    const id = input.id ?? cx.newId()
    const { what, code } = batch
    await writeBatch(cx, good, { id, what, code, undoes: batch.id, to: before }, now)
    return { id, things: good.length, refused }
  },
})
