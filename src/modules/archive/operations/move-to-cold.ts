/** The masters of a batch shall leave the online store; a worker carries them, and nothing leaves before its copy was read back. */
import { refuseUnless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ColdMoved, MoveToCold } from '../contract.ts'
import { coldStoreOf, coldTask } from '../cooling.ts'
import { keepers } from '../roles.ts'
import { mayCool } from '../rules.ts'
import { batchRef } from '../store/batches.ts'
import { coldNow, coldStep, seeCold, seeColdPlace } from '../store/cold.ts'

export const moveToCold = command({
  name: 'archive.move-to-cold',
  summary: 'Sends the masters of a reconciled batch to a cold store; text and reading copies stay online.',
  who: keepers,
  stepUp: true,
  input: MoveToCold,
  output: ColdMoved,
  async run(cx, input) {
    const b = await seeCold(cx, input.batch, { lock: true })
    cx.allow(b)
    refuseUnless(mayCool(b))
    const place = await seeColdPlace(cx, input.place)
    await coldStoreOf(cx.ground, place)
    const step = coldStep(cx, b, { kind: 'ordered', state: 'leaving', place: place.id })
    await cx.record({
      subject: batchRef(b.id),
      facts: { number: b.number, place: place.label },
      rows: { 'archive.cold_step': [step] },
    })
    await coldNow(cx, step)
    await cx.ground.queue(cx.tx, coldTask, {}, { key: coldTask })
    return { batch: b.id, number: b.number, state: 'leaving' as const }
  },
})
