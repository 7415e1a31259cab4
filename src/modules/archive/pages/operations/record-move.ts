/** What became of an order: written and read back, or why not; told by the worker that did it. */
import { Refusal } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { ColdMoved, RecordMove, bundleOf } from '../contract.ts'
import { keepers } from '../../roles.ts'
import { afterMove } from '../rules.ts'
import { bundleRef, coldNow, coldStep, filesOf, mayLeaveOnline, seeCold, staysOnline } from '../store/cold.ts'

export const recordMove = command({
  name: 'archive.record-move',
  summary: 'Records that masters were written to a store and read back from it, or why they were not.',
  who: keepers,
  input: RecordMove,
  output: ColdMoved,
  async run(cx, input) {
    const b = await seeCold(cx, bundleOf(input), { lock: true })
    cx.allow(b)
    const after = afterMove(b.cold, input.problem)
    if (!after || !b.place)
      throw new Refusal('conflict', 'archive.cold-nothing-ordered', { values: { number: b.number } })
    const files = await filesOf(cx.tx, b)
    const { files: n, bytes, problem: words } = input
    const step = coldStep(cx, b, { ...after, place: b.place, files: n, bytes, words })
    const place = b.place
    await cx.record({
      subject: bundleRef(b),
      root: b.root,
      facts: { number: b.number, place: b.label, files: n, kind: after.kind },
      rows: {
        'archive.cold_step': [step],
        ...(after.kind === 'gone'
          ? {
              'archive.cold_file': files.map((sha256) => ({ id: cx.newId(), [b.kind]: b.id, place, sha256 })),
            }
          : {}),
      },
    })
    await coldNow(cx, step)
    if (after.kind === 'gone') await mayLeaveOnline(cx, files, place)
    if (after.state === 'online') await staysOnline(cx, files)
    return { id: b.id, number: b.number, state: after.state }
  },
})
