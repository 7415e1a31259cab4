/** Somebody needs the masters of a file: whoever keeps the cold store sees who and what for. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { AskBack, AskedBack } from '../contract.ts'
import { inside } from '../../roles.ts'
import { batchRef } from '../store/batches.ts'
import { coldNow, coldOfFile, coldStep } from '../store/cold.ts'
import { seeFile } from '../../shelves/store/files.ts'

export const askBack = command({
  name: 'archive.ask-back',
  summary: 'Asks for the masters of a file back from the cold store, and says what they are needed for.',
  who: inside,
  input: AskBack,
  output: AskedBack,
  async run(cx, input) {
    const f = await seeFile(cx, input.file)
    cx.allow({ ...f, sensitive: false })
    await cx.lock((await coldOfFile(cx, f.id)).map((b) => batchRef(b.id)))
    const away = (await coldOfFile(cx, f.id)).filter((b) => b.cold === 'cold')
    refuseUnless(unless(away.length > 0, no('archive.cold-nothing-away', { number: f.number })))
    const steps = away.map((b) =>
      coldStep(cx, b, { kind: 'asked-back', state: 'asked-back', place: b.place ?? '', words: input.words }),
    )
    await cx.record(
      ...away.map((b, i) => ({
        subject: batchRef(b.id),
        facts: { number: b.number, place: b.label },
        rows: { 'archive.cold_step': [steps[i] as (typeof steps)[number]] },
      })),
    )
    for (const step of steps) await coldNow(cx, step)
    return { file: f.id, batches: away.map((b) => b.number) }
  },
})
