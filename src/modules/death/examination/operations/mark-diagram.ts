/** Marks a wound on a body diagram, moves or describes it anew, or takes it away; its number stays its own for ever. */
import { codeOf } from '#modules/catalogue/public.ts'
import { no, refuseUnless, unless } from '#kernel/verdict.ts'
import { command } from '#platform/define.ts'
import { MarkDiagram, WoundMarked } from '../contract.ts'
import { write, writing } from '../examination-steps.ts'
import { mayStandOn } from '../rules.ts'
import { pathologists } from '../../roles.ts'
import { woundsOf } from '../store/examinations.ts'

export const markDiagram = command({
  name: 'death.mark-diagram',
  summary: 'Marks a wound on a body diagram, moves or describes it anew, or takes it away.',
  who: pathologists,
  input: MarkDiagram,
  output: WoundMarked,
  async run(cx, input) {
    const e = await writing(cx, input.examination)
    refuseUnless(mayStandOn(input, cx.say))
    await codeOf(cx, 'injury-kind', input.kind)
    const wounds = await woundsOf(cx, e.id)
    const before = input.no ? wounds.find((w) => w.no === input.no) : undefined
    refuseUnless(unless(!input.no || before !== undefined, no('death.no-such-wound', { no: input.no ?? 0 })))
    refuseUnless(unless(!before?.removed, no('death.wound-removed', { no: input.no ?? 0 })))
    const number = before?.no ?? (wounds.at(-1)?.no ?? 0) + 1
    const row = {
      id: cx.newId(),
      root: e.root,
      examination: e.id,
      no: number,
      seq: (before?.seq ?? 0) + 1,
      diagram: input.diagram,
      x: input.x,
      y: input.y,
      kind: input.kind,
      size_mm: input.sizeMm ?? null,
      depth_mm: input.depthMm ?? null,
      words: input.words ?? null,
      removed: input.removed,
    }
    const id = await write(cx, e, 'death.wound', row, {
      wound: number,
      diagram: input.diagram,
      removed: input.removed,
    })
    return { id, no: number }
  },
})
