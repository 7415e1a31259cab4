/** Somebody needs the masters of a file or of photographs: whoever keeps the cold store sees who and what for. */
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import type { Cx } from '#platform/cx.ts'
import { command } from '#platform/define.ts'
import { AskBack, AskedBack } from '../contract.ts'
import { inside } from '../../roles.ts'
import { type ColdRow, bundleRef, coldNow, coldOfFile, coldStep, seeCold } from '../store/cold.ts'
import { seeFile } from '../../shelves/store/files.ts'

export const askBack = command({
  name: 'archive.ask-back',
  summary:
    'Asks for the masters of a file or of photographs back from the cold store, and says what they are needed for.',
  who: inside,
  input: AskBack,
  output: AskedBack,
  async run(cx, input) {
    const all = await bundlesOf(cx, input)
    const [number] = all.numbers
    await cx.lock(all.rows.map(bundleRef))
    const away = (await bundlesOf(cx, input)).rows.filter((b) => b.cold === 'cold')
    refuseUnless(unless(away.length > 0, no('archive.cold-nothing-away', { number: number ?? '' })))
    const steps = away.map((b) =>
      coldStep(cx, b, { kind: 'asked-back', state: 'asked-back', place: b.place ?? '', words: input.words }),
    )
    await cx.record(
      ...away.map((b, i) => ({
        subject: bundleRef(b),
        root: b.root,
        facts: { number: b.number, place: b.label },
        rows: { 'archive.cold_step': [steps[i] as (typeof steps)[number]] },
      })),
    )
    for (const step of steps) await coldNow(cx, step)
    return { numbers: away.map((b) => b.number) }
  },
})
async function bundlesOf(
  cx: Cx,
  of: { file?: string | undefined; attendance?: string | undefined },
): Promise<{ rows: readonly ColdRow[]; numbers: readonly string[] }> {
  if (of.attendance !== undefined) {
    const b = await seeCold(cx, { kind: 'attendance', id: of.attendance })
    cx.allow(b)
    return { rows: [b], numbers: [b.number] }
  }
  const f = await seeFile(cx, of.file ?? '')
  cx.allow({ ...f, sensitive: false })
  return { rows: await coldOfFile(cx, f.id), numbers: [f.number] }
}
