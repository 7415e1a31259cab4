/** The masters of a batch come back into the online store, each counted by its hash. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { BringBack, ColdMoved } from '../contract.ts'
import { coldStoreOf, coldTask } from '../cooling.ts'
import { keepers } from '../roles.ts'
import { mayBringBack } from '../rules.ts'
import { batchRef } from '../store/batches.ts'
import { coldNow, coldStep, seeCold, seeColdPlace } from '../store/cold.ts'

export const bringBack = command({
  name: 'archive.bring-back',
  summary: 'Brings the masters of a batch back from the cold store, each counted by its hash.',
  who: keepers,
  input: BringBack,
  output: ColdMoved,
  async run(cx, input) {
    const b = await seeCold(cx, input.batch, { lock: true })
    cx.allow(b)
    refuseUnless(mayBringBack({ number: b.number, cold: b.cold }))
    const place = await seeColdPlace(cx, b.place ?? '')
    await coldStoreOf(cx.ground, place)
    const step = coldStep(cx, b, { kind: 'ordered-back', state: 'coming-back', place: place.id })
    await cx.record({
      subject: batchRef(b.id),
      facts: { number: b.number, place: place.label },
      rows: { 'archive.cold_step': [step] },
    })
    await coldNow(cx, step)
    await cx.ground.queue(cx.tx, coldTask, {}, { key: coldTask })
    return { batch: b.id, number: b.number, state: 'coming-back' as const }
  },
})
